"""Every kind of page and picture of a site, by the W3C's checker of HTML, CSS and SVG (vnu), and every look of its
pages by axe-core: ``make check-site``.

The W3C's checker comes from npm into a temporary folder; it needs Java. Nothing here is part of what users install.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))

from every_look import looked_at
from shelf import SHORT, Shelf

_CHECKER = "vnu-jar@26"
_JAR = Path("node_modules/vnu-jar/build/dist/vnu.jar")
_KINDS = {"html": ".html", "css": ".css", "svg": ".svg"}
_INSTALLED_BY = {"npm": "npm", "java": "default-jdk-headless"}
"""Programs that it needs, and Debian's packages of them."""


def main() -> int:
    """Prints each error with its file, line and column, and how many files were read."""
    missing = [package for name, package in _INSTALLED_BY.items() if not shutil.which(name)]
    if missing:
        print(f"Missing here. On Debian or Ubuntu: sudo apt-get install {' '.join(missing)}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        checker = _checker(Path(folder) / "checker")
        if checker is None:
            return 2
        pages = _made(Path(folder) / "pages")
        found = []
        for kind, ending in _KINDS.items():
            files = sorted(str(one.relative_to(pages)) for one in pages.rglob(f"*{ending}"))
            errors = _errors(checker, kind, files, pages)
            print(f"{kind}: {len(files)} files, {len(errors)} errors")
            found += errors if files else [f"no files of {kind}"]
        looks, faults = looked_at(pages / "site")
        print(f"axe-core: {looks} looks at pages, {len(faults)} violations")
        found += faults
    print(*found, sep="\n", end="\n" if found else "")
    return int(bool(found))


def _checker(folder: Path) -> Path | None:
    """The checker, installed into ``folder``; None, and the reason printed, where npm can't."""
    told = subprocess.run(
        ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder, _CHECKER],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if (folder / _JAR).exists():
        return folder / _JAR
    print(f"npm could not install {_CHECKER}: {told.stderr.strip() or told.stdout.strip()}", file=sys.stderr)
    return None


def _made(folder: Path) -> Path:
    """A site of full stories in all languages, the pages of single comics, and the panels of each story."""
    shelf = Shelf(folder)
    shelf.site()
    for lang in SHORT:
        for output in ("web", "svg"):
            shelf.of(output, lang)
    return folder


def _errors(checker: Path, kind: str, files: Sequence[str], within: Path) -> list[str]:
    """What is wrong in these files. Warnings don't count: the checker takes files of a folder for a stranger's, so
    that it thinks the page's own policy keeps them out."""
    told = subprocess.run(
        ["java", "-Xss8m", "-jar", checker, f"--{kind}", "--format", "json", "--stdout", "--exit-zero-always", *files],
        capture_output=True, text=True, check=True, cwd=within,
    )  # fmt: skip
    said = json.loads(told.stdout)["messages"]
    errors = [one for one in said if one["type"] != "info"]
    return [f"{_place(one, within)}: {one['message']}" for one in errors]


def _place(message: dict[str, object], within: Path) -> str:
    file = str(message.get("url", "")).removeprefix(f"{within.as_uri()}/").removeprefix(f"file:{within}/")
    return f"{file}:{message.get('lastLine', 0)}:{message.get('firstColumn', message.get('lastColumn', 0))}"


if __name__ == "__main__":
    sys.exit(main())
