"""Room: Breakdown → Layout. Panels become tiers, tiers become pages."""
