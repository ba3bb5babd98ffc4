"""Preflight: PDF → diagnostics. What a print shop would send a file back for, said before it is sent."""
