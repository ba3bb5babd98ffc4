"""Room: files of an illustrator → Pack. What comes from outside is read into shapes of our own, or not at all."""
