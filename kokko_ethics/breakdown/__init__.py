"""Room: Story → Breakdown. How much room each panel needs, and which panels are told in two."""
