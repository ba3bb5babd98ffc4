"""Shop front: script files → files in the output folder, where only what changed is made anew."""
