"""Preview: shows an author in a browser what a script looks like, while it is being written."""
