"""The installed wheel works by itself: in an empty environment, outside the checkout, with all of its art and fonts."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FONTS = tomllib.loads((ROOT / "panels" / "fonts" / "fonts.toml").read_text(encoding="utf-8"))
FONT_FILES = [file for family in FONTS["family"].values() for file in family["sha256"]]

OURS = ("PYTHONPATH", "VIRTUAL_ENV", "PYTHONDONTWRITEBYTECODE")
"""What other programs must not hear of how this one runs."""

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    clean = {name: value for name, value in os.environ.items() if name not in OURS}
    words = [str(part) for part in command]
    done = subprocess.run(words, cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An sdist, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("packages")
    run(sys.executable, "-m", "build", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def kokko(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of an empty environment into which only the wheel was installed."""
    folder = tmp_path_factory.mktemp("empty") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=packages)
    (wheel,) = packages.glob("*.whl")
    there = folder / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", there, "install", "--quiet", "--no-compile", wheel, cwd=packages)
    return folder / "bin" / "kokko"


def test_an_sdist_carries_the_fonts(packages: Path) -> None:
    (sdist,) = packages.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {Path(name).name for name in archive.getnames() if "/panels/fonts/" in name}
    assert {*FONT_FILES, *(f"{family}.OFL.txt" for family in FONTS["family"])} <= names


def test_a_wheel_carries_everything(packages: Path) -> None:
    (wheel,) = packages.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    art = [path for path in (ROOT / "panels").rglob("*") if path.suffix in (".ttf", ".toml", ".yaml", ".txt", ".svg")]
    art = [path for path in art if "open-peeps" not in path.parts]  # fetched by whoever wants it, never carried along
    works = [ROOT / "scripts" / f"{work}.yaml" for work in ("principles", "glossary", "facts")]
    assert {f"kokko_ethics/scripts/{path.name}" for path in works} <= names
    ours = [path for path in (ROOT / "kokko_ethics").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert {f"kokko_ethics/{path.relative_to(ROOT).as_posix()}" for path in art} <= names
    assert {path.relative_to(ROOT).as_posix() for path in ours} <= names
    assert "node_modules" not in "".join(names)


def test_the_installed_command_works(kokko: Path, tmp_path: Path) -> None:
    run(kokko, "new", "Ensimmäinen kokous", "--lang", "fi", cwd=tmp_path)
    assert "ensimmainen-kokous" in run(kokko, "build", "--to", "svg,png,pdf,web", cwd=tmp_path)
    run(kokko, "check", cwd=tmp_path)
    folder = tmp_path / "output" / "ensimmainen-kokous" / "fi"
    for name in (
        "panels/001.svg", "panels/001.png", "pages/001.svg", "pages/001.png", "handout-a4.pdf", "booklet-a5.pdf",
        "booklet-a5-print.pdf", "web/index.html", "layout.json",
    ):  # fmt: skip
        assert (folder / name).stat().st_size > 500, name


def test_an_installed_command_says_that_principles_are_drafts_until_its_users_say_otherwise(
    kokko: Path, tmp_path: Path
) -> None:
    run(kokko, "new", "Ensimmäinen kokous", "--lang", "fi", cwd=tmp_path)
    script = tmp_path / "scripts" / "ensimmainen-kokous.md"
    script.write_text(script.read_text(encoding="utf-8").replace("kieli: fi", "kieli: fi\nperiaate: 1", 1), "utf-8")
    page = tmp_path / "output" / "ensimmainen-kokous" / "fi" / "pages" / "001.svg"
    run(kokko, "build", "--to", "svg", cwd=tmp_path)
    assert "hankkeen oma luonnos" in page.read_text(encoding="utf-8")
    run(kokko, "data", "copy", "principles", cwd=tmp_path)
    own = tmp_path / "scripts" / "principles.yaml"
    confirmed = "status: confirmed\n    confirmed_by: Me\n    confirmed_on: 2026-05-31\n    title"
    own.write_text(own.read_text(encoding="utf-8").replace("status: draft\n    title", confirmed), "utf-8")
    run(kokko, "build", "--to", "svg", cwd=tmp_path)
    assert "luonnos" not in page.read_text(encoding="utf-8")
