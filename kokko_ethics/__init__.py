"""Kokko: comics that teach how to work together."""
