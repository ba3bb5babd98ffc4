"""Room: Stage → Lettering. Every word gets its balloon, every balloon its place."""
