"""Every reading PDF of every principle in every language, by veraPDF: ``make check-pdfs``. It takes minutes."""

from __future__ import annotations

import re
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from binding import SCRIPTS, edition_of, reading_pdfs
from vera import Verdict, verdicts

from kokko_ethics.workspace import languages_beside

_ORIGINAL = "fi"
"""The language in which the principles are written."""


def main() -> int:
    """Prints what is wrong with each file, and the figures."""
    began = time.monotonic()
    stories = sorted(path for path in SCRIPTS.glob("*.md") if re.match(r"\d\d-", path.name))
    jobs = [(path, lang) for path in stories for lang in (_ORIGINAL, *languages_beside(path))]
    with ProcessPoolExecutor(2) as pool:
        found = [verdict for each in pool.map(_checked, jobs) for verdict in each]
    faulty = [one for one in found if one.faults]
    for one in faulty:
        print(one.file, *one.faults, sep="\n  ")
    checks = sum(one.checks for one in found)
    print(f"{len(jobs)} editions of {len(stories)} stories, {len(found)} files, {checks} checks passed,", end=" ")
    print(f"{len(faulty)} files with faults, {time.monotonic() - began:.0f} s")
    return int(bool(faulty) or not found)


def _checked(job: tuple[Path, str]) -> list[Verdict]:
    with tempfile.TemporaryDirectory() as folder:
        to = Path(folder) / job[0].stem / job[1]
        return verdicts(list(reading_pdfs(edition_of(*job), to)))


if __name__ == "__main__":
    sys.exit(main())
