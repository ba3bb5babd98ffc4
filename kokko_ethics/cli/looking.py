"""Looking over one script for ``kokko check``: it is read and lettered, but not drawn."""

from __future__ import annotations

import traceback
from dataclasses import dataclass

from kokko_ethics.building.findings import keep
from kokko_ethics.building.manifest import script_bytes, script_fingerprint
from kokko_ethics.building.model import Job, fault_in
from kokko_ethics.compiler import compile_story
from kokko_ethics.consent import refusal
from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.ledger import not_for_sale
from kokko_ethics.script.reading import read_source
from kokko_ethics.translation.reading import catalogue_of
from kokko_ethics.workspace import panels_folder, script_id


@dataclass(frozen=True, slots=True)
class Look:
    """A script to look over, in a language; ``commercial`` asks also whether its comic may be sold."""

    job: Job
    commercial: bool


def look_over(look: Look) -> tuple[Diagnostic, ...]:
    """All that there is to say. What does not depend on the question is kept, unless the story has been withdrawn."""
    job = look.job
    try:
        before = script_fingerprint(job, script_bytes(job.script) or b"")  # before reading: a later edit is then seen
        source = read_source(job.script, str(job.script))
        if isinstance(source, Diagnostic):
            return (source,)
        catalogue = catalogue_of(job.script, job.lang) if job.lang else None
        if isinstance(catalogue, Diagnostic):
            return (catalogue,)
        id, panels = script_id(job.script), panels_folder()
        compiled = compile_story(source, id, panels=panels, catalogue=catalogue, drawn=False)
        if not refusal(job.script):
            keep(job, before, compiled.diagnostics)
        sold = not_for_sale(compiled.story) if look.commercial and compiled.story else ()
        return (*compiled.diagnostics, *sold)
    except Exception as error:  # our own bug: named, and the other scripts go on
        if job.traceback:
            traceback.print_exception(error)
        return (fault_in(job.script, error),)
