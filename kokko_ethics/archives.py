"""Archives: zip files that bear no date, so that the same content gives the same bytes."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

_DAY = (2000, 1, 1, 0, 0, 0)
"""The date that every file in an archive bears."""
_FIRST = ("mimetype", "[Content_Types].xml")
"""What has to come first in the archives of office programs."""
_STAMPS = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def undated(data: bytes) -> bytes:
    """The archive ``data`` with one date for everything in it, also for what an office program says of itself."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fresh:
        for part in sorted(packed.namelist(), key=lambda name: (name not in _FIRST, name)):
            content = packed.read(part)
            if part.endswith(".xml"):
                content = _STAMPS.sub(rb"\g<1>2000-01-01T00:00:00Z", content)
            known = zipfile.ZipInfo(part, _DAY)
            known.compress_type, known.create_system = zipfile.ZIP_DEFLATED, 0
            fresh.writestr(known, content)
    return out.getvalue()
