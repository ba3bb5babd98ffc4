"""Site: all stories in all languages as one static website, which works from a server, a memory stick or an iframe."""
