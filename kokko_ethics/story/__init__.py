"""Room: Script → Story. Names become people, headings staging, arrows ways through the story."""

from kokko_ethics.story.casting import load_cast
from kokko_ethics.story.understanding import understand

__all__ = ["load_cast", "understand"]
