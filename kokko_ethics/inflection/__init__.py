"""Inflection: finds words in running text in whatever form they stand there, without a dictionary at run time."""
