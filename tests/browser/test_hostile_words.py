"""Sixty hostile texts in all fields of a script: on the page of the comic none does anything."""

from __future__ import annotations

import json
from pathlib import Path

from binding import edition_of
from shelf import Shelf, site_of
from visiting import Visitor

_TRIED = "window.ran=1"
HOSTILE = (
    *(text.format(_TRIED) for text in (
        "<script>{}</script>", "</script><script>{}</script>", "<img src=x onerror={}>", "<svg onload={}>",
        "<svg><script>{}</script></svg>", "</svg><script>{}</script>", "</title><script>{}</script>",
        "</style><script>{}</script>", "</textarea><script>{}</script>", "--><script>{}</script>",
        "<!--<script>{}</script>", "]]><script>{}</script>", "<body onload={}>", "<iframe src=javascript:{}>",
        "<iframe srcdoc='<script>parent.{}</script>'>", "<a href=javascript:{}>a</a>", "<math href=javascript:{}>",
        "\" onmouseover={} x=\"", "' onfocus={} autofocus x='", "\"><script>{}</script>", "'><script>{}</script>",
        "javascript:{}", "JaVaScRiPt:{}", "java\tscript:{}", "data:text/html,<script>{}</script>", "vbscript:{}",
        "<object data=javascript:{}>", "<embed src=javascript:{}>", "<form action=javascript:{}><button>b",
        "<details open ontoggle={}>", "<video><source onerror={}>", "<marquee onstart={}>",
        "<input autofocus onfocus={}>",
        "<select onfocus={} autofocus>", "<animate onbegin={} attributeName=x>",
        "<set attributeName=href to=javascript:{}>",
        "<use href=data:image/svg+xml,<svg onload={}>", "<foreignObject><script>{}</script></foreignObject>",
        "&lt;script&gt;{}&lt;/script&gt;", "&#60;script&#62;{}&#60;/script&#62;",
        "\\x3cscript\\x3e{}", "%3Cscript%3E{}",
        "+ADw-script+AD4-{}", "<scr<script>ipt>{}</scr</script>ipt>", "<script/x>{}</script>", "<ScRiPt>{}</sCrIpT>",
    )),
    "{{7*7}}", "{% raw %}{{ config }}", "{# hidden #}", "${7*7}", "#{7*7}", "<%= 7*7 %>",
    "<style>*{display:none}</style>",
    "x; } * { display: none } /*", "url(https://example.org/x)", "<link rel=stylesheet href=https://example.org/x>",
    "<meta http-equiv=refresh content=0;url=https://example.org>", "<base href=https://example.org/>",
    "!!python/object/apply:os.system [ls]", "\u202eevil\u202c",
)  # fmt: skip
_ALL = " · ".join(HOSTILE)
WRITTEN = [one for one in HOSTILE if "<!--" not in one]
"""Those that the story itself can say: a comment that never closes would take the rest of it along."""


def script() -> str:
    """A story that says all of it, wherever an author may write."""
    listed = json.dumps(list(HOSTILE))
    front = f"title: {json.dumps(_ALL)}\nlang: en\ncast:\n  Aino: {json.dumps(_ALL)}\n  Samir: x\nplace: café\n"
    front += f"summary: {json.dumps(_ALL)}\nnote: {json.dumps(_ALL)}\norigin: fiction\ncredits: {listed}\n"
    panels = []
    for few in zip(WRITTEN[::2], WRITTEN[1::2], strict=False):
        said = "\n\n".join(f"AINO: {one}\n~ Easy {one}" for one in few)
        panels.append(f"## Wide\n\nSeen: {' · '.join(few)}\n\n[Aino left, Samir right]\n\n{said}\n\n> {few[0]}\n")
    choice = f"? {WRITTEN[0]} {WRITTEN[2]}\n- {WRITTEN[1]} -> #on\n- {WRITTEN[3]} -> #on\n"
    end = "# On {#on}\n\n## Wide {#last}\n\nThe end.\n\n[Aino, Samir]\n\n-> end\n"
    asked = "\n".join(f"- All: {one}" for one in WRITTEN)
    notes = "\n\n".join((*WRITTEN, *(f"[a]({one}) ![b]({one}) [c](<{one}>)" for one in WRITTEN)))
    parts = ("# One", *panels, choice, end, f"# Reflection\n\n{asked}", f"# Facilitator\n\n{notes}")
    return f"---\n{front}---\n\n" + "\n\n".join((*parts, f"# Sources\n\n{asked.replace('All: ', '')}\n"))


def test_sixty_hostile_texts_in_every_field_of_a_script_do_nothing(
    shelf: Shelf, visit: Visitor, tmp_path: Path
) -> None:
    assert len(set(HOSTILE)) >= 60
    (tmp_path / "hostile.md").write_text(script(), encoding="utf-8")
    edition = edition_of(tmp_path / "hostile.md", "en")
    web = shelf.put("web", edition, "hostile")
    site = site_of([edition], tmp_path / "site")
    for place, home in ((web / "web" / "index.html", web), (site / "en" / "hostile" / "index.html", site)):
        page = visit(place, home).page
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        assert page.evaluate("window.ran") is None
        assert page.locator("main").is_visible()
        assert page.locator("iframe, object, embed, base, main form, main script, main style, main link").count() == 0
        links = page.locator("a").evaluate_all("links => links.map((link) => link.protocol)")
        assert set(links) <= {"file:", "https:", "tel:", "mailto:"}
        shown = page.locator("body").text_content() or ""
        assert [one for one in HOSTILE if one.strip("\u202e\u202c").split("\t")[0] not in shown] == []
