"""Dumps: a story and its diagnostics as plain lines, and the little cast that cases are played by."""

from __future__ import annotations

from pathlib import Path

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.reference.shelf import reference_for
from kokko_ethics.review import review
from kokko_ethics.script import parse
from kokko_ethics.source import Source
from kokko_ethics.story import understand
from kokko_ethics.story.model import Actor, CastMember, Line, Look, Panel, Story, Thing, Words

CAST = {
    "aino": CastMember("aino", "Aino Kallio", "expert", "kokemuskouluttaja", Look()),
    "hodan": CastMember("hodan", "Hodan Warsame", "expert", "kehittäjäasiakas", Look()),
    "samir": CastMember("samir", "Samir Haddad", "professional", "lääkäri", Look()),
    "noa": CastMember("noa", "Noa Virta", "professional", "hankekoordinaattori", Look()),
}
WORKS = reference_for(Path("nowhere"))[0]
"""The principles, terms and facts that come with the house."""
EMPHASIS = {"plain": "", "stress": "*", "loud": "**"}


def told(text: str, name: str = "case") -> tuple[Story | None, tuple[Diagnostic, ...]]:
    """The story of a script and everything that is said about it."""
    source = Source.of(text, f"{name}.md")
    script, said = parse(source)
    story, more = understand(script, CAST, WORKS, id=name)
    return story, (*said, *more, *(review(story) if story else ()))


def story_of(body: str, front: str = "title: T\nlang: en\ncast: Aino, Hodan, Samir, Noa") -> Story:
    """The story of a script's body below the usual front matter."""
    story, _ = told(f"---\n{front}\n---\n{body}")
    assert story is not None
    return story


def codes(text: str, least: Severity = Severity.WARNING) -> list[str]:
    """The codes of all diagnostics of a whole script from ``least`` up."""
    return [d.code for d in told(text)[1] if d.severity >= least]


def body_codes(body: str, least: Severity = Severity.WARNING) -> list[str]:
    """The codes for a script's body below the usual front matter."""
    return codes(f"---\ntitle: T\nlang: en\ncast: Aino, Hodan, Samir, Noa\n---\n{body}", least)


def diagnostics_dump(found: tuple[Diagnostic, ...]) -> str:
    """One line a diagnostic: place, severity, code, values, nearest."""
    rows = []
    for d in sorted(found, key=lambda d: (d.span.start, d.code)):
        values = " ".join(f"{key}={value}" for key, value in d.values)
        near = f" ~{d.nearest}" if d.nearest else ""
        rows.append(f"{d.place[0]}:{d.place[1]} {d.severity.name.lower()} {d.code} {values}{near}".rstrip())
    return "\n".join(rows)


def story_dump(story: Story | None) -> str:
    """The story, a line for each thing in it."""
    if story is None:
        return "no story"
    rows = [f"{story.title} [{story.lang}] {', '.join(f'{one.id} ({one.side})' for one in story.cast)}"]
    for scene in story.scenes:
        rows.append(f"# {scene.title} {scene.id}")
        for panel in scene.panels:
            rows += _panel(panel)
    rows += [f"! {one.to}: {_words(one.words)}{_easy(one.easy)}" for one in story.reflections]
    notes = (("facilitator", story.facilitator), ("sources", story.sources))
    rows += [f"{kind}: {text!r}" for kind, text in notes if text]
    return "\n".join(rows)


def _panel(panel: Panel) -> list[str]:
    parts = (panel.shot, panel.size, panel.place, panel.time, panel.link, panel.view, panel.title and repr(panel.title))
    page = " (new page)" if panel.breaks_page else ""
    rows = [
        f"## {panel.number} {panel.id}: {', '.join(part for part in parts if part)}{page} -> {panel.goes_to or '?'}"
    ]
    if panel.description.plain:
        rows.append(f"  = {_words(panel.description)}{_easy(panel.easy)}")
    rows += [f"  * {_thing(thing)}" for thing in panel.things]
    if panel.brief:
        rows.append(f"  brief: {', '.join(panel.brief)}")
    rows += [_actor(actor) for actor in panel.actors]
    rows += [_line(line) for line in panel.lines]
    if panel.choice:
        rows.append(f"  ? {panel.choice.id}: {_words(panel.choice.question)}{_easy(panel.choice.easy)}")
        rows += [f"    - {o.id}: {_words(o.words)} -> {o.target}{_easy(o.easy)}" for o in panel.choice.options]
    return rows


def _actor(actor: Actor) -> str:
    to = f"to {' '.join(actor.to)}" if actor.to else ""
    feeling = " ".join(filter(None, (actor.strength, "" if actor.feeling == "neutral" else actor.feeling)))
    parts = (actor.character, actor.side, actor.depth, *actor.actions, feeling, to)
    return "  @ " + " ".join(part for part in parts if part)


def _line(line: Line) -> str:
    channel = "" if line.channel == "seen" else line.channel
    felt = " ".join(filter(None, (line.strength, line.feeling)))
    parts = (line.kind, channel, felt, *(f"to {one}" for one in line.to))
    how = ", ".join(part for part in parts if part)
    open_ends = " (carried on)" * line.carried_on + " (carries on)" * line.carries_on
    return f"  {line.id} {' + '.join(line.speakers) or '-'} ({how}): {_words(line.words)}{open_ends}{_easy(line.easy)}"


def _words(words: Words) -> str:
    return "".join(f"{EMPHASIS[run.emphasis]}{run.text}{EMPHASIS[run.emphasis]}" for run in words.runs)


def _easy(words: Words | None) -> str:
    return f" ~ {_words(words)}" if words else ""


def _thing(thing: Thing) -> str:
    parts = (thing.kind, thing.count > 1 and f"x{thing.count}", thing.on and f"on {thing.on}", thing.side)
    return ", ".join(str(part) for part in (*parts, thing.by and f"by {thing.by}") if part)
