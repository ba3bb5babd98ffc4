"""A small edition made by hand: what the outputs are tested on, without any of the rooms before them."""

from __future__ import annotations

from pathlib import Path as File

from kokko_ethics.drawing.model import Drawing, Group, Mark, Path, Text
from kokko_ethics.edition import Edition, Page, PageSet, Pane
from kokko_ethics.geometry import Box
from kokko_ethics.house_style import A4, A5, INK, PAPER, Format
from kokko_ethics.lettering.model import Balloon, Broken, Lettering, Tail
from kokko_ethics.reference.shelf import reference_for
from kokko_ethics.source import Source, Span
from kokko_ethics.staging.model import Camera, Figure, Pose, Stage
from kokko_ethics.story.model import CastMember, Choice, Line, Look, Option, Panel, Reflection, Run, Scene, Story, Words
from kokko_ethics.typeface import TextLine, TextRun, advance

SPAN = Span(0, 0)
WORKS = reference_for(File("nowhere"))[0]
"""The reference works that come with the house."""
HOSTILE = '</svg><script>alert("x")</script>" onload="alert(1)'
AINO = CastMember("aino", "Aino", "expert", "kokemusasiantuntija", Look())
SAMIR = CastMember("samir", "Samir", "professional", "ammattilainen", Look())
HEIGHT = 190.0
FACILITATOR = """Aloittakaa *hitaasti*.

| vaihe | minuutit |
|---|--:|
| Lukeminen | 10 |

### Lopuksi

- Kiittäkää. [Ohje](https://example.org/ohje)
"""


def words(text: str) -> Words:
    return Words((Run(text),), SPAN)


def line(id: str, text: str, kind: str = "speech", who: tuple[str, ...] = ("aino",), easy: str = "") -> Line:
    """A line of lettering; by default Aino says it."""
    return Line(id, kind, words(text), SPAN, who, easy=words(easy) if easy else None)  # type: ignore[arg-type]


def panel(number: int, id: str, *lines: Line, goes_to: str, choice: Choice | None = None, easy: str = "") -> Panel:
    seen = words(f"Aino ja Samir istuvat pöydän ääressä. Kuva {number}.")
    plain = words(easy) if easy else None
    return Panel(
        id,
        number,
        1,
        SPAN,
        "medium",
        "",
        "meeting-room",
        "day",
        seen,
        lines=lines,
        goes_to=goes_to,
        choice=choice,
        easy=plain,
    )


def story(title: str = "Sovitaan yhdessä", said: str = "Tein jo valmiin suunnitelman!") -> Story:
    choice = Choice(
        words("Mitä Samir tekee?"),
        (Option(words("Hän kysyy."), "kysyy", words("Samir kysyy.")), Option(words("Hän jatkaa."), "jatkaa")),
        id="valinta",
    )
    panels = (
        panel(
            1,
            "aloitus",
            line("l1", "Maanantai kello yhdeksän.", "caption", ()),
            line("l2", said, who=("samir",)),
            goes_to="katse",
        ),
        panel(
            2,
            "katse",
            line("l3", "Ai. Ilman minua?", "thought", easy="Ai. Teit sen yksin?"),
            goes_to="",
            choice=choice,
            easy="Aino miettii.",
        ),
        panel(
            3, "kysyy", line("l4", "Anteeksi. Aloitetaan alusta.", who=("samir",)), line("l5", "Sopii."), goes_to="end"
        ),
        panel(
            4,
            "jatkaa",
            line("l6", "Ja lopuksi kysymme.", who=("samir",)),
            line("l7", "Tömps!", "sound", ()),
            goes_to="end",
        ),
    )
    return Story(
        Source.of(""), "sovitaan", title, "fi", (AINO, SAMIR), (Scene("s", "Kokous", panels, SPAN),),
        principle="2", summary="Suunnitelma on jo tehty. Kenen se on?", note="Mainitaan väsymys.", origin="fiction",
        credits=("Teksti: hankkeen työryhmä",),
        reviews=((("by", "Työryhmä"), ("role", "lukija"), ("date", "2026-01-02")),),
        reflections=(Reflection("all", words("Milloin suunnitelma on yhteinen?"), words("Mikä tekee siitä yhteisen?")),
                     Reflection("professional", words("Mistä huomaat, että toinen ei ole mukana?"))),
        facilitator=FACILITATOR, sources="- Hallamaa, J. (2017). *Yhdessä toimimisen etiikka*.",
        headings={"facilitator": "Ohjaajalle", "sources": "Lähteet"}, reference=WORKS,
    )  # fmt: skip


def edition(tale: Story | None = None) -> Edition:
    tale = tale or story()
    return Edition(
        tale,
        _page_set(tale, A4),
        _page_set(tale, A5),
        tuple(_pane(tale, p, Box(0, 0, 250 + 30 * (p.number % 2), HEIGHT)) for p in tale.panels),
    )


def _page_set(tale: Story, format: Format) -> PageSet:
    width, height = (format.live_width - format.gutter) / 2, HEIGHT if format is A4 else 165.0
    boxes = [
        Box(
            format.margin + k % 2 * (width + format.gutter),
            format.head + k // 2 * (height + format.tier_gutter),
            width,
            height,
        )
        for k in range(4)
    ]
    panes = tuple(_pane(tale, p, box) for p, box in zip(tale.panels, boxes, strict=True))
    return PageSet(format, (Page(1, panes[:3]), Page(2, panes[3:])))


def _pane(tale: Story, panel: Panel, frame: Box) -> Pane:
    balloons = tuple(_balloon(line, k + 1, frame) for k, line in enumerate(panel.lines))
    head = Box(-12, -170, 24, 30)
    pose = Pose(
        "sits", actions=(), joints=(), head=head, face=Box(-9, -160, 18, 20), mouth=(6, -145), hands=(),
        body=Box(-25, -140, 50, 140), limbs=(), bounds=Box(-30, -170, 60, 170),
    )  # fmt: skip
    figure = Figure(AINO, pose, "neutral", 1, (0.6, 0, 0, 0.6, frame.w / 2, frame.h - 5))
    stage = Stage(
        Camera(frame.w, frame.h, 0.6, frame.w / 2, frame.h - 5), "meeting-room", "day", "medium", "", (figure,)
    )
    broken = (Broken("H3", 1, 2.5),) if panel.number == 4 else ()
    spoken = " ".join(
        f"{tale.member(s).name if s else 'Kertoja'}: {one.words.plain}"
        for one in panel.lines
        for s in (one.speakers or ("",))
    )
    face = Group((Path("M-9 -160L9 -160L9 -140L-9 -140Z", "#e8b48c", INK, 1.5),), "face")
    body = Path("M-25 0L-20 -135L20 -135L25 0Z", "#5f8f78", INK, 2.0)
    actor = Group((body, face), "figure", (("character", "aino"),), matrix=figure.matrix)
    frame_d = f"M1 1L{frame.w - 1:.2f} 1L{frame.w - 1:.2f} {frame.h - 1:.2f}L1 {frame.h - 1:.2f}Z"
    wall = Path(f"M0 0L{frame.w:.2f} 0L{frame.w:.2f} {frame.h:.2f}L0 {frame.h:.2f}Z", "#f0e6d2")
    marks: tuple[Mark, ...] = (
        Group((wall, actor), "picture", clip=frame_d),
        *(_lettered(b) for b in balloons),
        Path(frame_d, "", INK, 2.0, role="frame"),
    )
    drawing = Drawing(
        panel.id, frame.w, frame.h, marks, tale.lang, f"Ruutu {panel.number}", panel.description.plain, spoken
    )
    return Pane(panel, str(panel.number), frame, Lettering(stage, balloons, 91.25, broken), drawing)


def _balloon(line: Line, order: int, frame: Box) -> Balloon:
    size, face = 11.0, {"caption": "caption", "sound": "sound"}.get(line.kind, "lettering")
    first, _, rest = line.words.plain.partition(" ")
    x, y = 16.0 + (order - 1) * 50, 24.0 + (order - 1) * 40
    lines = [TextLine(x, y, 60, (TextRun(first, face),))]  # type: ignore[arg-type]
    if rest:
        head, _, tail = rest.rpartition(" ")
        lead = advance(f"{head} ", face) * size  # type: ignore[arg-type]
        runs = (TextRun(f"{head} ", face, 0.0), TextRun(tail, "loud" if face == "lettering" else face, lead))  # type: ignore[arg-type]
        lines.append(TextLine(x, y + size * 1.18, 90, runs))
    box = Box(x - 8, y - 14, 120, 34)
    outline = f"M{box.x} {box.y}L{box.right} {box.y}L{box.right} {box.bottom}L{box.x} {box.bottom}Z"
    tails = (
        (Tail(line.speakers[0], (x, box.bottom), (x + 20, box.bottom + 20), (frame.w / 2, 90), 9.0),)
        if line.speakers
        else ()
    )
    return Balloon(line, order, box, Box(x, y - 10, 100, 26), tuple(lines), size, outline, tails)


def _lettered(balloon: Balloon) -> Group:
    line = balloon.line
    order = ("order", str(balloon.order))
    text = Text(balloon.lines, balloon.size, INK, "fi", turn=-6.0 if line.kind == "sound" else 0.0)
    if line.kind == "sound":
        return Group((Text(balloon.lines, 11.0, INK, "fi", "edge", INK, 3.0, -6.0), text), "sound", (order,), line.id)
    outline = Path(balloon.outline, PAPER, INK, 1.25, role="outline")
    if line.kind == "caption":
        return Group((outline, text), "caption", (order,), line.id)
    return Group(
        (outline, text), "balloon", (("kind", line.kind), ("speaker", " ".join(line.speakers)), order), line.id
    )
