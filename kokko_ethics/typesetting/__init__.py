"""Typesetting: words → shapes. Where words may break, and the tightest balloons that their lines fill (in ems)."""

from kokko_ethics.typesetting.setting import Hand, one_line, set_lines
from kokko_ethics.typesetting.shapes import BALLOON, CAPTION, Contour, Shape, shapes, with_contour

__all__ = ["BALLOON", "CAPTION", "Contour", "Hand", "Shape", "one_line", "set_lines", "shapes", "with_contour"]
