"""Two builds give identical bytes for every file: with other hash seeds, time zones, locales and numbers of jobs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

STORY = """---
title: Kaksi kuppia
lang: fi
cast:
  Aino: kokemusasiantuntija
  Samir: ammattilainen
place: kokoushuone
---

# Kokous

## Laajakuva {#alku}

Aino ja Samir istuvat pöydän ääressä.

[Aino vasemmalla istuu kahvikuppi, Samir oikealla istuu paperi]

> Maanantai.

SAMIR (iloinen): Tein jo valmiin suunnitelman!

AINO (yllättynyt): Ai. *Ilman* minua?
~ Teit suunnitelman ilman minua?

? Mitä nyt?
- Alusta. -> #alku
- Loppuun. -> #loppu-ruutu

# Lopuksi

## Lähikuva {#loppu-ruutu}

Aino katsoo ikkunaan.

AINO (ajattelee): Hm.

ÄÄNI: Pum!

# Pohdittavaksi

- Kaikille: Mitä jäi mieleen?
"""
ONE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1"}
OTHER = {"PYTHONHASHSEED": "4711", "TZ": "Asia/Kathmandu", "LC_ALL": "sv_SE.UTF-8", "SOURCE_DATE_EPOCH": "1700000000"}


def built(folder: Path, out: str, settings: dict[str, str], jobs: int) -> dict[str, bytes]:
    code = "from kokko_ethics.cli import main; main()"
    for asked in ([], ["--to", "site"]):
        subprocess.run(
            [sys.executable, "-c", code, "--lang", "en", "build", "--out", out, "--jobs", str(jobs), *asked],
            cwd=folder, env={**os.environ, **settings}, capture_output=True, check=True,
        )  # fmt: skip
    root = folder / out
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_same_script_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "kaksi-kuppia.md").write_text(STORY, encoding="utf-8")
    one = built(tmp_path, "one", ONE, jobs=1)
    other = built(tmp_path, "other", OTHER, jobs=2)
    assert {"kaksi-kuppia/fi/handout-a4.pdf", "kaksi-kuppia/fi/web/index.html", "site/sw.js"} <= one.keys()
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
