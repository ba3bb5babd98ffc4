"""Room: Source → Script. What the author wrote, block by block; reading never fails."""

from kokko_ethics.script.formatting import format_script
from kokko_ethics.script.parsing import parse
from kokko_ethics.script.reading import read_source

__all__ = ["format_script", "parse", "read_source"]
