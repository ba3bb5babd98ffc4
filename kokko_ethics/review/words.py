"""Words: how the review counts them."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w[\w'’:-]*")


def words_in(text: str) -> list[str]:
    """The words of ``text`` as readers count them: ``kello 9:30`` has two, ``Milla’s`` is one."""
    return _WORD.findall(text)
