"""Shop front: diagnostics → what an author, a screen reader or another program reads."""
