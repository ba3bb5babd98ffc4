"""Shop front: diagnostics → reports. An author's main screen, in six looks."""
