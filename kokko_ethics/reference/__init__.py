"""Reference: what stories rest on, as files that an organisation edits: principles, glossary, facts."""
