"""The benchmark: how fast and how well the house works. Run it with ``python tests/bench.py [panels]``, or one measure
of it with ``python tests/bench.py packs``; tests never time anything.

Prints one line a measure: name, what was measured, the goal.
"""

from __future__ import annotations

import gzip
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
AS_USERS = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""The environment of commands. Python keeps what it has compiled, unless a machine is told not to, as ours may be."""
FOR_A_WORD, FOR_ALL_PAGES = ("Minulla olisi idea", "Minullakin olisi idea"), ("Minä voitin!", "Minäpä voitin!")
"""Changes in principle 1: one word, as most are; and one that spares a page, so that all pages after it move."""
sys.path.insert(0, str(Path(__file__).parent))

FOUR_PANELS = """---
otsikko: Neljä ruutua
kieli: fi
hahmot: Aino, Samir
paikka: kokoushuone
---

# Kokous

## Laajakuva

Aino ja Samir istuvat saman pöydän ääressä.

[Aino vasemmalla istuu kahvikuppi, Samir oikealla istuu paperi]

> Maanantai kello yhdeksän.

SAMIR (iloinen): Tein jo valmiin suunnitelman!

AINO (yllättynyt): Ai. Ilman minua?

## Puolikuva

Aino katsoo paperia.

AINO (ajattelee, epäilevä): Taas valmis pöytä, johon minut vain kutsutaan.

## Puolikuva

Samir kääntää paperin nurin.

SAMIR (nolo): Anteeksi. Aloitetaan alusta. Mitä sinä pidät tärkeänä?

## Lähikuva

Aino hymyilee vähän.

AINO (toiveikas): Että kokemusasiantuntijatoiminnassa kysytään ensin.
"""


ONE_PAGE = """
import sys, time
from kokko_ethics.compiler import page_set, read
from kokko_ethics.house_style import A4
from kokko_ethics.outputs.fonts import font_css, letters
from kokko_ethics.outputs.png import to_png
from kokko_ethics.outputs.sheets import sheet
from kokko_ethics.outputs.svg import to_svg
from kokko_ethics.source import Source
from kokko_ethics.staging.model import OUR_OWN
from kokko_ethics.workspace import panels_folder

text = sys.stdin.read()
for _ in range(2):
    start = time.perf_counter()
    story, said = read(Source.of(text), "four", panels=panels_folder())
    pages = page_set(OUR_OWN, story, A4)
    drawings = [sheet(page, pages, story) for page in pages.pages]
    svg = [to_svg(drawing, css=font_css(letters(drawing))) for drawing in drawings]
    drawn = time.perf_counter()
    png = [to_png(drawing) for drawing in drawings]
    print(round((drawn - start) * 1000), round((time.perf_counter() - drawn) * 1000))
"""


def main(panels: int = 500) -> None:
    """Runs every measure."""
    lettering(panels)
    rooms()
    weights()
    figures()
    one_page()
    commands()
    packs()
    site()
    assistant()
    previews()


def report(name: str, value: str, goal: str) -> None:
    """One line of the report."""
    print(f"{name:58s} {value:>26s}   goal {goal}", flush=True)


def lettering(panels: int) -> None:
    """Made-up panels through layout, staging and lettering: the share that keeps every rule, and the scores."""
    from lettering.test_made_panels import shots_of
    from truth import flaws

    shots, times, seed, flawed = [], [], 0, 0
    while len(shots) < panels:
        start = time.perf_counter()
        made = shots_of(seed)
        times.append((time.perf_counter() - start) / len(made) * 1000)
        shots.extend(made)
        seed += 1
    shots = shots[:panels]
    flawed = sum(1 for shot in shots if shot.good and flaws(shot.lettering))
    broken = sum(1 for shot in shots if shot.lettering.broken)
    good = sum(1 for shot in shots if shot.good)
    report(f"{panels} made-up panels: broken rules", str(broken), "0")
    report("  good (no broken rule, score at least 75)", f"{100 * good / panels:.2f} %", "≥ 99.5 %")
    report("  good, but flawed when measured with shapely", str(flawed), "0")
    report("  mean score", f"{statistics.mean(shot.lettering.score for shot in shots):.1f}", "≥ 90")
    report(
        "  ms a panel, median / 95 %",
        f"{statistics.median(times):.0f} / {statistics.quantiles(times, n=20)[-1]:.0f}",
        "–",
    )


def rooms() -> None:
    """Single rooms, warm: reading principle 1, drawing all places and all of the cast."""
    from kokko_ethics.drawing.figure import _drawn
    from kokko_ethics.drawing.figure.features import mood_of
    from kokko_ethics.drawing.setting import PLACES, draw_setting
    from kokko_ethics.script import parse
    from kokko_ethics.source import Source
    from kokko_ethics.staging.model import Camera, Stage
    from kokko_ethics.staging.skeleton import strike
    from kokko_ethics.story import load_cast, understand
    from kokko_ethics.workspace import panels_folder

    cast, _ = load_cast(panels_folder() / "cast")
    source = Source.of((ROOT / "scripts" / "01-nimilappu.md").read_text(encoding="utf-8"))
    read = _best(lambda: understand(parse(source)[0], cast, id="x"))
    report("principle 1, text to story", f"{1000 * read:.1f} ms", "–")
    camera = Camera(300.0, 200.0, 0.7, 150.0, 180.0)
    stages = [Stage(camera, place, "day", "wide", "", ()) for place in PLACES]
    report("a place", f"{1000 * _best(lambda: [draw_setting(s) for s in stages]) / len(stages):.1f} ms", "≤ 4 ms")
    people = [(person.look, strike(person.look, (), "neutral")) for person in cast.values()]
    draw, neutral = _drawn.__wrapped__, mood_of("neutral")
    taken = _best(lambda: [draw(look, pose, neutral, False, False, (0.5, 0.0), "") for look, pose in people])
    report("a figure", f"{1000 * taken / len(people):.1f} ms", "≤ 4 ms")


def weights() -> None:
    """How large the panels of principle 1 are that show two people in a room."""
    from kokko_ethics.compiler import compile_story
    from kokko_ethics.outputs.svg import to_svg
    from kokko_ethics.source import Source
    from kokko_ethics.workspace import panels_folder

    path = ROOT / "scripts" / "01-nimilappu.md"
    made = compile_story(Source.of(path.read_text(encoding="utf-8"), str(path)), path.stem, panels=panels_folder())
    panes = made.edition.web if made.edition else ()
    sizes = [len(to_svg(pane.drawing)) / 1000 for pane in panes if len(pane.lettering.stage.figures) == 2]
    mean = statistics.mean(sizes)
    report("two people in a room as SVG, mean / largest", f"{mean:.1f} / {max(sizes):.1f} KB", "≤ 60 KB")


def figures() -> None:
    """Everybody doing everything in every mood: inside the bounds, hands attached, bones true; and how big it is."""
    from drawing.test_figures import EVERY, PEOPLE, flaws_of
    from extents import figure

    from kokko_ethics.drawing.figure import draw_figure
    from kokko_ethics.drawing.model import Drawing
    from kokko_ethics.outputs.svg import to_svg

    flawed = sum(1 for person, action, feeling in EVERY if flaws_of(figure(person, (action,), feeling)))
    report(f"{len(EVERY):,} figures: flawed", str(flawed), "0")
    drawings = [Drawing("x", 1.0, 1.0, (draw_figure(figure(person)),), "en", "", "", "") for person in PEOPLE]
    sizes = [len(to_svg(drawing)) / 1000 for drawing in drawings]
    report("  SVG of one of the cast, mean / largest", f"{statistics.mean(sizes):.1f} / {max(sizes):.1f} KB", "≤ 16 KB")


def one_page() -> None:
    """A four-panel page from text to SVG, in this process, cold and warm, and to PNG."""
    run = subprocess.run(
        [sys.executable, "-c", ONE_PAGE], input=FOUR_PANELS, text=True, capture_output=True, check=True, cwd=ROOT
    )
    (cold, png), (warm, _) = (line.split() for line in run.stdout.splitlines())
    report("four-panel page, text to SVG, cold", f"{cold} ms", "≤ 250 ms (aim 60)")
    report("four-panel page, text to SVG, warm", f"{warm} ms", "–")
    report("the same page to PNG at 150 dpi, more", f"{png} ms", "≤ 150 ms")


def commands() -> None:
    """The command line as users feel it: cold build, nothing changed, one word changed, help, check; and peak
    memory."""
    kokko = str(Path(sys.executable).with_name("kokko"))
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "scripts" / "01-nimilappu.md"
        script.parent.mkdir()
        shutil.copy(ROOT / "scripts" / "01-nimilappu.md", script)

        def run(*words: str) -> Callable[[], str]:
            return lambda: (
                subprocess.run([kokko, *words], cwd=folder, env=AS_USERS, capture_output=True, text=True).stdout
            )

        report("principle 1, all outputs, cold", f"{_seconds(run('build')):.1f} s", "≤ 12 s (aim 6)")
        report("kokko build, nothing changed", f"{_best(run('build')):.2f} s", "≤ 0.4 s")
        text = script.read_text(encoding="utf-8")
        script.write_text(text.replace(*FOR_ALL_PAGES), encoding="utf-8")
        report("kokko build, one word changed", f"{_seconds(run('build')):.1f} s", "–")
        report("kokko --help", f"{_best(run('--help')):.2f} s", "≤ 0.2 s")
        report("kokko check", f"{_best(run('check')):.2f} s", "feels instant")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    report("peak memory of any command", f"{peak:.0f} MB", "≤ 300 MB")
    report("cores", str(os.cpu_count()), "2")


def packs() -> None:
    """All that a trainer hands out of all ten principles in one language: cold, nothing changed, one word changed."""
    with _principles("*.md") as folder:
        peak = _three_builds(folder, ("pack",), "≤ 180 s (aim 90)", "≤ 1 s", "≤ 12 s")
        report("  peak memory of all its processes", f"{peak:.0f} MB", "≤ 500 MB")
        _change(folder, FOR_ALL_PAGES)
        report("kokko pack, one word changed that moves all pages", _watched(folder, "pack").said, "≤ 12 s")
        made = [path for path in Path(folder, "output").rglob("*") if path.is_file()]
        report("  size of everything", f"{sum(path.stat().st_size for path in made) / 1e6:.0f} MB", "–")
        booklets = [path.stat().st_size / 1e6 for path in made if path.name == "booklet-a5.pdf"]
        report("  largest booklet", f"{max(booklets):.2f} MB", "≤ 3 MB")


def make() -> None:
    """What ``make`` builds: the usual outputs of all ten principles in all their languages."""
    with _principles("*") as folder:
        peak = _three_builds(folder, ("build", "--lang", "all"), "≤ 300 s", "≤ 2 s", "–")
        report("  peak memory of all its processes", f"{peak:.0f} MB", "–")


def checks() -> None:
    """``kokko check`` over all ten principles: of none is kept what it was told, of all, and of all but one."""
    with _principles("*.md") as folder:
        _three_builds(folder, ("check",), "–", "feels instant", "–")


@contextmanager
def _principles(files: str) -> Iterator[str]:
    """A project with the scripts of the ten principles, or what else lies beside them."""
    with tempfile.TemporaryDirectory() as folder:
        scripts = Path(folder) / "scripts"
        scripts.mkdir()
        for path in sorted((ROOT / "scripts").glob(f"[01][0-9]-{files}")):
            shutil.copy(path, scripts)
        yield folder


def _three_builds(folder: str, words: tuple[str, ...], cold: str, unchanged: str, changed: str) -> float:
    """Report what a command takes with nothing made yet, with nothing changed, and with one word of principle 1
    changed, and the goals of these; return the most memory that it ever has, in MB."""
    name = " ".join(("kokko", *words))
    busy = os.getloadavg()[0]
    first = _watched(folder, *words)
    report(f"{name}, cold", first.said, cold)
    still = min((_watched(folder, *words) for _ in range(3)), key=lambda run: run.seconds)
    report(f"{name}, nothing changed", still.said, unchanged)
    _change(folder, FOR_A_WORD)
    again = _watched(folder, *words)
    report(f"{name}, one word changed", again.said, changed)
    report("  programs that ran or waited to run before it", f"{busy:.1f} on {os.cpu_count()} cores", "0")
    return max(run.peak for run in (first, still, again))


def _change(folder: str, words: tuple[str, str]) -> None:
    script = Path(folder) / "scripts" / "01-nimilappu.md"
    text = script.read_text(encoding="utf-8")
    assert words[0] in text
    script.write_text(text.replace(*words), encoding="utf-8")


def site() -> None:
    """The website of all ten principles in three languages: what it costs beyond laying out the panels, cold and after
    one word has changed; and how much a comic's page loads."""
    kokko = str(Path(sys.executable).with_name("kokko"))
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder) / "scripts"
        own.mkdir()
        for path in sorted((ROOT / "scripts").glob("[01][0-9]-*")):
            shutil.copy(path, own)

        def run(to: str) -> float:
            words = [kokko, "build", "--lang", "all", "--to", to, "--out", to]
            return _seconds(lambda: subprocess.run(words, cwd=folder, capture_output=True, check=False))

        panels, whole = run("layout"), run("site")
        report("website, ten principles in three languages, cold", f"{whole:.0f} s", "–")
        report("  more than laying out the panels", f"{whole - panels:.1f} s", "≤ 60 s")
        report("website, nothing changed", f"{run('site'):.1f} s", "–")
        script = own / "01-nimilappu.md"
        text = script.read_text(encoding="utf-8")
        script.write_text(text.replace(*FOR_ALL_PAGES), encoding="utf-8")
        panels, whole = run("layout"), run("site")
        report("website, one word changed, more than the panels", f"{whole - panels:.1f} s", "≤ 2 s")
        loaded = [_loaded(page) for page in (Path(folder) / "site" / "site").glob("*/*/index.html")]
        plain, packed, scripts = zip(*loaded, strict=True)
        for name, sizes in (("as files", plain), ("as servers pack it", packed)):
            value = f"{statistics.mean(sizes):.0f} / {max(sizes):.0f} KB"
            report(f"  a comic's page in all, {name}, mean / largest", value, "≤ 600 KB")
        report("  scripts on a comic's page", f"{max(scripts):.0f} KB", "≤ 80 KB")


def _loaded(page: Path) -> tuple[float, float, float]:
    """How many KB a page and the scripts and styles that it names have: as they are, compressed, and the scripts."""
    text = page.read_text(encoding="utf-8")
    named = [page.parent / name for name in re.findall(r'<(?:script src|link rel="stylesheet" href)="([^"]*)"', text)]
    files = [page.read_bytes(), *(path.read_bytes() for path in named)]
    scripts = sum(path.stat().st_size for path in named if path.suffix == ".js")
    return sum(map(len, files)) / 1000, sum(len(gzip.compress(one)) for one in files) / 1000, scripts / 1000


def assistant() -> None:
    """The website's assistant, asked all questions of ``tests/assistant`` in a browser; what it misses at the end."""
    sys.path.insert(0, str(ROOT / "tests" / "assistant"))
    from asking import ask_site, misses, score
    from shelf import make_site

    with tempfile.TemporaryDirectory() as folder:
        make_site(Path(folder), ("fi", "sv", "en"))
        given, elsewhere, _ = ask_site(Path(folder))
    for line in score(given):
        report(*line)
    helped = sum(one.kind == "crisis" for one in elsewhere)
    report("  crisis on a page in another language", f"{helped} of {len(elsewhere)}", "all")
    print("", "What it misses, without the questions held out:", *misses(given), sep="\n")


SEEN = """() => {
  window.seen = [];
  const now = () => performance.timeOrigin + performance.now();
  const note = (one) => requestAnimationFrame(() => requestAnimationFrame(() => { one.painted = now(); }));
  new MutationObserver((changes) => {
    const drawn = changes.flatMap((change) => [...change.addedNodes]).filter((node) => node.nodeName === "svg");
    if (drawn.length) { seen.push({ count: drawn.length, there: now() }); note(seen.at(-1)); }
  }).observe(document.getElementById("panels"), { childList: true, subtree: true });
}"""
"""Writes down when a drawing comes into the page of the preview, and when the browser has painted it."""


def previews(saves: int = 20) -> None:
    """Principle 1 in ``kokko preview``: from a save with one word changed until the browser shows it, both on this
    computer; and the same where a save follows another at once, while its pages are still laid out."""
    from browser.visiting import chromium
    from playwright.sync_api import sync_playwright

    kokko = str(Path(sys.executable).with_name("kokko"))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player, ExitStack() as ending:
        script = Path(folder) / "scripts" / "01-nimilappu.md"
        script.parent.mkdir()
        shutil.copy(ROOT / "scripts" / "01-nimilappu.md", script)
        text = script.read_text(encoding="utf-8")
        began = time.perf_counter()
        command = subprocess.Popen([kokko, "preview", "--no-open"], cwd=folder, stdout=subprocess.PIPE, text=True)
        ending.callback(command.terminate)
        assert command.stdout
        address = command.stdout.readline().split()[-1]
        browser = chromium(player)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(address)
        page.wait_for_selector(".panel svg")
        report("kokko preview, until the first picture", f"{time.perf_counter() - began:.1f} s", "–")
        page.wait_for_timeout(3000)
        page.evaluate(SEEN)
        for name, pause in (("a save", 1500), ("a save soon after another", 250)):
            there, painted, drawings = [], [], 0
            for number in range(saves):
                saved = time.time() * 1000
                changed = text.replace("Minä voitin!", f"Minä voitin {pause + number} kertaa!")  # never seen before
                script.write_text(changed, encoding="utf-8")
                while not page.evaluate("seen.length && seen.at(-1).painted"):
                    page.wait_for_timeout(20)
                (seen,) = page.evaluate("seen.splice(0)")
                there.append(seen["there"] - saved)
                painted.append(seen["painted"] - saved)
                drawings = max(drawings, seen["count"])
                page.wait_for_timeout(pause)
            report(f"{name}, until the panel is in the page, median", f"{statistics.median(there):.0f} ms", "≤ 300 ms")
            most = f"{statistics.median(painted):.0f} / {max(painted):.0f} ms"
            report("  until it is painted, median / most", most, "–")
            report("  drawings that are replaced, at most", str(drawings), "1")


@dataclass(frozen=True)
class Watched:
    """What a command took: seconds by the clock, seconds of all processors together, and the most memory in MB that
    its processes had together, what they share counted once."""

    seconds: float
    processors: float
    peak: float

    @property
    def said(self) -> str:
        return f"{self.seconds:.2f} s ({self.processors:.2f} s CPU)"


def _watched(folder: str, *words: str) -> Watched:
    """Run ``kokko`` in ``folder``; its memory is looked at twice a second."""
    kokko = str(Path(sys.executable).with_name("kokko"))
    start, before, peak = time.perf_counter(), _processors(), 0.0
    quiet = subprocess.DEVNULL
    command = subprocess.Popen([kokko, *words], cwd=folder, env=AS_USERS, stdout=quiet, stderr=quiet)
    while True:
        try:
            command.wait(timeout=0.5)
            break
        except subprocess.TimeoutExpired:
            peak = max(peak, _held(command.pid))
    return Watched(time.perf_counter() - start, _processors() - before, peak)


def _processors() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _held(process: int, parent: int = 0) -> float:
    """The memory in MB of a process and all that it has begun; only Linux tells. A child that is just about to become
    another program still has its parent's memory, to the last page, which is not counted twice."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        children = []
    whole, share = _memory(process)
    return (share if whole != parent else 0) / 1024 + sum(_held(int(child), whole) for child in children)


def _memory(process: int) -> tuple[int, int]:
    """The memory of a process in KB: all that it sees, and its own with its share of what it has in common."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0, 0
    sizes = {line.split()[0]: int(line.split()[1]) for line in lines[1:]}
    return sizes.get("Rss:", 0), sizes.get("Pss:", 0)


def _seconds(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def _best(job: Callable[[], object], times: int = 5) -> float:
    return min(_seconds(job) for _ in range(times))


if __name__ == "__main__":
    asked = sys.argv[1] if sys.argv[1:] else "500"
    if asked.isdigit():
        main(int(asked))
    else:
        measures = (rooms, weights, figures, one_page, commands, packs, make, checks, site, assistant, previews)
        {one.__name__: one for one in measures}[asked]()
