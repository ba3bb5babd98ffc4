"""The house stands as ARCHITECTURE.md says: one direction, the trade's words, small files, no clock and no chance.

Every rule is a function from modules to complaints, so that the cases at the end can show each of them failing.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "kokko_ethics"

GROUND = (
    "geometry", "source", "diagnostics", "workspace", "house_style", "typeface", "wording", "typesetting",
    "spelling", "inflection", "reference", "archives", "directions", "pointing", "standing",
)  # fmt: skip
ROOMS = ("script", "story", "translation", "review", "breakdown", "layout", "packs", "staging", "lettering", "drawing",
         "edition")  # fmt: skip
"""The rooms in order."""
LICENCES = {
    ("lettering", "drawing.model"), ("drawing", "staging.skeleton"), ("packs", "script.keywords"),
    ("story", "script.keywords"), ("translation", "script.keywords"), ("translation", "script.lines"),
    ("translation", "script.reading"), ("translation", "story.words"),
}  # fmt: skip
"""What a room sees beside that: marks that lettering leaves room for; the joints that staging and drawing agree on; the
words of the scripts, which manifests of packs and casts use too; how words are read, which translators write as authors
do."""
FRONT = (
    "ledger", "consent", "imposition", "prepress", "preflight", "outputs", "reporting", "continuity", "retakes",
    "illustrating", "table_read", "compiler", "styling", "modelsheets", "building", "preview", "cli",
)  # fmt: skip
SIGHT = {
    "imposition": {"house_style"},
    "prepress": {"imposition"},
    "reporting": set(),
    "continuity": set(),
    "retakes": {"breakdown", "layout", "staging", "lettering", "story", "continuity"},
    "illustrating": {"packs"},
    "table_read": {"script", "story", "review", "reference"},
    "compiler": {*ROOMS, "table_read", "retakes", "illustrating"},
    "styling": {"drawing"},
    "modelsheets": {"drawing", "staging", "story", "script", "outputs"},
    "ledger": {"packs"},
    "preflight": set(),
    "outputs": {"imposition", "prepress", "edition", "ledger"},
    "building": {"consent", "compiler", "continuity", "styling", "outputs", "script", "edition", "translation"},
    "preview": {"building", "compiler", "consent", "outputs", "reporting", "script", "styling", "translation"},
    "cli": {"building", "consent", "ledger", "modelsheets", "preflight", "reporting", "outputs", "compiler",
            "table_read", "script", "story", "packs", "review", "translation", "preview"},
}
"""Beside the ground and the rooms' models: whose verbs each part of the shop front may see."""

LATE = ("weasyprint", "pikepdf", "numpy", "PIL", "fontTools", "svgwrite", "markdown_it", "yaml", "pyphen", "jinja2",
        "defusedxml", "snowballstemmer", "svgelements", "shapely", "polib", "openpyxl", "bidi", "pptx",
        "segno")  # fmt: skip
"""Libraries that are slow to load and may be imported where they are used."""
LATE_ROOMS = {
    "cli.build": ("kokko_ethics.building", "kokko_ethics.outputs"),
    "cli.check": ("kokko_ethics.cli",),
    "cli.pack": ("kokko_ethics.outputs",),
    "cli.languages": ("kokko_ethics.script",),
    "cli.cast": ("kokko_ethics.modelsheets", "kokko_ethics.story"),
}
"""``kokko build`` and ``kokko check`` with nothing to do load no room at all: that is what makes them fast."""

BANNED = {
    "time.time": "the clock",
    "time.localtime": "the clock and the time zone",
    "datetime.now": "the clock",
    "datetime.today": "the clock",
    "date.today": "the clock",
    "random": "chance",
    "uuid": "chance",
    "secrets": "chance",
    "locale": "the locale",
    "tempfile": "names by chance",
    "os.environ": "the environment",
    "os.getenv": "the environment",
    "urllib.request": "the network",
    "http": "the network",
    "socket": "the network",
    "requests": "the network",
    "eval()": "somebody else's code",
    "exec()": "somebody else's code",
    "pickle": "somebody else's code",
    "hash()": "the hash seed",
    "id()": "the memory",
}
ALLOWED = {
    ("cli.scripts", "os.environ"), ("story.naming", "id()"), ("cli.check", "date.today"),
    ("preview.serving", "socket"), ("cli.art_packs", "tempfile"), ("cli.art_packs", "tempfile.TemporaryDirectory"),
}  # fmt: skip
"""The command line asks for the language and for colour, and for the day by which facts grow old; naming finds drafts
again within one run, in no order; the preview listens on this computer alone; a package is
unpacked where nothing of it stays."""
DULL_NAMES = ("util", "utils", "helper", "helpers", "common", "core", "base", "misc", "manager", "handler", "processor")
FILE_LIMIT, FUNCTION_LIMIT, COMPILER_LIMIT = 400, 60, 60


@dataclass(frozen=True)
class Module:
    """One file of the package: its name below ``kokko_ethics`` and its text."""

    name: str
    text: str
    package: bool = False

    @property
    def room(self) -> str:
        return self.name.split(".")[0]

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)


@cache
def house() -> list[Module]:
    """Every file of the package, read once for all rules."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if package else parts)
        found.append(Module(name, path.read_text(encoding="utf-8"), package))
    return found


def imports(module: Module, *, nested: bool | None = None) -> Iterator[str]:
    """The modules that ``module`` imports by full name: all, only those inside functions, or only those outside."""
    within = functions(module.tree) if nested is not None else ()
    inside = {id_ for function in within for id_ in map(place, ast.walk(function))}
    for node in ast.walk(module.tree):
        if nested is not None and isinstance(node, ast.stmt) and (place(node) in inside) != nested:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{origin(module, node)}.{alias.name}" for alias in node.names)


def origin(module: Module, node: ast.ImportFrom) -> str:
    """Where ``node`` imports from, by full name, also where it is written with dots."""
    if not node.level:
        return node.module or ""
    parts = ["kokko_ethics", *module.name.split(".")]
    above = parts[: len(parts) - node.level + module.package]
    return ".".join([*above, *filter(None, [node.module])])


def place(node: ast.AST) -> tuple[int, int]:
    return (getattr(node, "lineno", 0), getattr(node, "col_offset", 0))


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def ours(module: Module) -> Iterator[list[str]]:
    """What ``module`` imports of our own, as the parts of its name below the package."""
    for name in imports(module):
        parts = name.split(".")
        if parts[0] == "kokko_ethics" and len(parts) > 1 and parts[1] != "__version__":
            yield parts[1:]


def wrong_directions(modules: list[Module]) -> list[str]:
    return [
        f"{module.name} sees {'.'.join(seen)}"
        for module in modules
        for seen in ours(module)
        if not may_see(module, seen)
    ]


def may_see(module: Module, seen: list[str]) -> bool:
    mine, other = module.room, seen[0]
    if mine == other or mine == "":
        return mine == other
    if mine in GROUND:
        return other in GROUND
    if other in GROUND:
        return True
    is_model = (len(seen) > 1 and seen[1] in ("model", "inventory", "notation", "protocol")) or other == "edition"
    if mine in ROOMS:
        before = ROOMS[: ROOMS.index(mine)]
        return (other in before and is_model) or (mine, ".".join(seen[:2])) in LICENCES
    return other in SIGHT.get(mine, set()) or (is_model and other in (*ROOMS, "outputs"))


def circles(modules: list[Module]) -> list[str]:
    """Import cycles between files, each told once."""
    names = {module.name for module in modules}
    graph = {
        module.name: {target for seen in ours(module) if (target := file_of(seen, names)) not in (None, module.name)}
        for module in modules
    }
    found, done = [], set()

    def walk(name: str, path: tuple[str, ...]) -> None:
        if name in path:
            found.append(" → ".join([*path[path.index(name) :], name]))
            return
        if name in done:
            return
        for target in sorted(filter(None, graph[name])):
            walk(target, (*path, name))
        done.add(name)

    for name in sorted(graph):
        walk(name, ())
    return found


def file_of(seen: list[str], names: set[str]) -> str | None:
    for length in range(len(seen), 0, -1):
        if (name := ".".join(seen[:length])) in names:
            return name
    return None


def hidden_imports(modules: list[Module]) -> list[str]:
    return [
        f"{module.name} imports {name} inside a function"
        for module in modules
        for name in imports(module, nested=True)
        if name.split(".")[0] not in LATE and not name.startswith(LATE_ROOMS.get(module.name, ("-",)))
    ]


def undocumented(modules: list[Module]) -> list[str]:
    bare = [module.name for module in modules if not ast.get_docstring(module.tree)]
    for module in modules:
        for node in (*module.tree.body, *(n for c in module.tree.body if isinstance(c, ast.ClassDef) for n in c.body)):
            public = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
            if public and not ast.get_docstring(node) and not overrides(module, node):
                bare.append(f"{module.name}.{node.name}")
    return bare


def overrides(module: Module, node: ast.FunctionDef | ast.ClassDef) -> bool:
    """Whether ``node`` is a method of a private class: its class says what it is for."""
    return any(
        isinstance(owner, ast.ClassDef) and owner.name.startswith("_") and node.lineno in {n.lineno for n in owner.body}
        for owner in module.tree.body
    )


def rooms_without_an_arrow(modules: list[Module]) -> list[str]:
    rooms = (module for module in modules if module.package and module.name in ROOMS)
    return [room.name for room in rooms if not (ast.get_docstring(room.tree) or "").split("\n")[0].startswith("Room: ")]


def too_long(modules: list[Module]) -> list[str]:
    found = []
    for module in modules:
        lines = len(module.text.splitlines())
        if lines > (COMPILER_LIMIT if module.name == "compiler" else FILE_LIMIT):
            found.append(f"{module.name}: {lines} lines")
        for function in functions(module.tree):
            length = (function.end_lineno or 0) - function.lineno + 1
            if length > FUNCTION_LIMIT:
                found.append(f"{module.name}.{function.name}: {length} lines")
    return found


def banned_calls(modules: list[Module]) -> list[str]:
    found = []
    for module in modules:
        for name in {*imports(module), *called(module.tree)}:
            for banned, reason in BANNED.items():
                if names(name, banned) and (module.name, banned) not in ALLOWED:
                    found.append(f"{module.name} uses {name}: {reason}")
    return sorted(found)


def names(name: str, banned: str) -> bool:
    """Whether ``name`` is what is banned, or something inside it; ``datetime.now`` also stands behind other names."""
    return name == banned or name.startswith(f"{banned}.") or ("." in banned and name.endswith(f".{banned}"))


def called(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield f"{node.func.id}()"
        elif isinstance(node, ast.Attribute):
            yield ast.unparse(node)


def dull_names(modules: list[Module]) -> list[str]:
    files = [module.name for module in modules if any(part in DULL_NAMES for part in module.name.split("."))]
    classes = [
        f"{module.name}.{node.name}"
        for module in modules
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef) and node.name.endswith(("Manager", "Handler", "Processor", "Helper"))
    ]
    return files + classes


RULES = (
    wrong_directions, circles, hidden_imports, undocumented, rooms_without_an_arrow, too_long, banned_calls, dull_names,
)  # fmt: skip


@pytest.mark.parametrize("rule", RULES)
def test_the_house_stands(rule: object) -> None:
    assert callable(rule)
    assert rule(house()) == []


def test_every_folder_has_its_place() -> None:
    known = {*GROUND, *ROOMS, *FRONT, ""}
    assert {module.room for module in house()} <= known


DOC = '"""Says what it is."""\n'


@pytest.mark.parametrize(
    ("rule", "name", "text"),
    [
        (wrong_directions, "story.naming", DOC + "from kokko_ethics.layout.model import Frame"),
        (wrong_directions, "layout.pages", DOC + "from kokko_ethics.breakdown.needs import break_down"),
        (wrong_directions, "geometry", DOC + "from kokko_ethics.story.model import Story"),
        (wrong_directions, "outputs.svg", DOC + "from kokko_ethics.drawing.panel import draw"),
        (wrong_directions, "drawing.panel", DOC + "import kokko_ethics.compiler"),
        (wrong_directions, "review.rules", DOC + "from kokko_ethics.story import understand"),
        (wrong_directions, "reporting.looks", DOC + "from kokko_ethics.cli import main"),
        (wrong_directions, "drawing.panel", DOC + "from ..compiler import compile_story"),
        (wrong_directions, "drawing.panel", DOC + "from .. import compiler"),
        (hidden_imports, "script.lines", DOC + "def f():\n    import kokko_ethics.story"),
        (hidden_imports, "cli.check", DOC + "def f():\n    from kokko_ethics.compiler import read"),
        (undocumented, "story.naming", "x = 1"),
        (undocumented, "story.naming", DOC + "def name(): pass"),
        (undocumented, "story.naming", DOC + "class A:\n    'Doc.'\n    def name(self): pass"),
        (too_long, "story.naming", DOC + "x = 1\n" * 400),
        (too_long, "compiler", DOC + "x = 1\n" * 66),
        (too_long, "story.naming", DOC + "def f():\n" + "    x = 1\n" * 60),
        (banned_calls, "drawing.panel", DOC + "import random"),
        (banned_calls, "drawing.panel", DOC + "from random import choice"),
        (banned_calls, "drawing.panel", DOC + "import time\nx = time.time()"),
        (banned_calls, "drawing.panel", DOC + "import datetime\nx = datetime.datetime.now()"),
        (banned_calls, "drawing.panel", DOC + "import os\nx = os.environ['LANG']"),
        (banned_calls, "drawing.panel", DOC + "x = hash('a')"),
        (banned_calls, "outputs.web", DOC + "from urllib.request import urlopen"),
        (dull_names, "story.utils", DOC),
        (dull_names, "story.naming", DOC + "class NameManager:\n    'Doc.'"),
    ],
)
def test_each_rule_can_fail(rule: object, name: str, text: str) -> None:
    assert callable(rule)
    assert rule([Module(name, text)])


def test_a_circle_is_found() -> None:
    one = Module("story.one", DOC + "from kokko_ethics.story.two import b")
    two = Module("story.two", DOC + "from kokko_ethics.story.one import a")
    assert circles([one, two]) == ["story.one → story.two → story.one"]


def test_a_room_without_an_arrow_is_found() -> None:
    assert rooms_without_an_arrow([Module("story", DOC, package=True)]) == ["story"]
