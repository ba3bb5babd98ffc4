"""Every reading PDF of every principle in every language, by veraPDF: ``make check-pdfs``. It takes minutes."""

from __future__ import annotations

import re
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from binding import SCRIPTS, chapters_of, edition_of, reading_pdfs, series_pdfs
from vera import Verdict, verdicts

from kokko_ethics.outputs.protocol import Chapter
from kokko_ethics.workspace import languages_beside

_ORIGINAL = "fi"
"""The language in which the principles are written."""


def main() -> int:
    """Prints what is wrong with each file, and the figures."""
    began = time.monotonic()
    stories = sorted(path for path in SCRIPTS.glob("*.md") if re.match(r"\d\d-", path.name))
    jobs = [(path, lang) for path in stories for lang in (_ORIGINAL, *languages_beside(path))]
    with ProcessPoolExecutor(2) as pool:
        done = list(pool.map(_checked, jobs))
    with tempfile.TemporaryDirectory() as folder:
        books = verdicts(list(series_pdfs([chapters for _, chapters in done], Path(folder))))
    found = [*(verdict for said, _ in done for verdict in said), *books]
    faulty = [one for one in found if one.faults]
    for one in faulty:
        print(one.file, *one.faults, sep="\n  ")
    checks = sum(one.checks for one in found)
    print(f"{len(jobs)} editions of {len(stories)} stories, {len(found)} files, {checks} checks passed,", end=" ")
    print(f"{len(faulty)} files with faults, {time.monotonic() - began:.0f} s")
    return int(bool(faulty) or not found)


def _checked(job: tuple[Path, str]) -> tuple[list[Verdict], dict[str, Chapter]]:
    """What is said of a story's own files, and what it leaves for books of many stories."""
    edition = edition_of(*job)
    with tempfile.TemporaryDirectory() as folder:
        said = verdicts(list(reading_pdfs(edition, Path(folder) / job[0].stem / job[1])))
    return said, chapters_of(edition)


if __name__ == "__main__":
    sys.exit(main())
