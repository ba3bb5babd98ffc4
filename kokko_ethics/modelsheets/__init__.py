"""Model sheets: pages that show authors and illustrators what can be drawn."""
