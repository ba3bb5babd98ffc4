"""Room: Lettering → Drawing. A staged and lettered panel becomes marks."""
