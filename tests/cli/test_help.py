"""Help and what is said of mistyped commands: in the author's language, at once, and true."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest
from asked import Desk
from test_words import HEAVY, loaded

from kokko_ethics.cli import kokko, main
from kokko_ethics.cli.help import ROOT, called, help_on, options_of, pages
from kokko_ethics.outputs.protocol import AUDIENCES
from kokko_ethics.preview.serving import PORT
from kokko_ethics.wording import LANGUAGES, table


def commands(group: click.Command = kokko, page: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command with the words that call it."""
    yield page or ROOT, group
    if isinstance(group, click.Group):
        ctx = click.Context(group, info_name=called(page or ROOT))
        for name in group.list_commands(ctx):
            command = group.get_command(ctx, name)
            assert command is not None
            yield from commands(command, f"{page} {name}".strip())


def art_packs() -> Iterator[tuple[str, click.Command]]:
    from kokko_ethics.cli.art_packs import command

    return ((f"pack {name}", each) for name, each in command.commands.items())


def test_help_says_what_the_commands_take() -> None:
    found = {**dict(commands()), **dict(art_packs())}
    assert set(found) == set(pages("en"))
    for page, command in found.items():
        params = command.get_params(click.Context(command, help_option_names=["-h", "--help"]))
        options = {" / ".join(filter(None, (", ".join(one.opts), *one.secondary_opts))): one for one in params
                   if isinstance(one, click.Option)}  # fmt: skip
        typed = {name.split(" ")[0] if " / " not in name else name: name for name in options_of(page, "en")}
        typed["-h, --help"] = typed.pop("-h,")
        assert set(typed) == set(options), page
        assert {name for name, whole in typed.items() if whole != name} == {
            name for name, one in options.items() if not one.is_flag
        }, page
        choices = [str(name) for one in params if isinstance(one.type, click.Choice) for name in one.type.choices]
        assert [(name, lang) for lang in LANGUAGES for name in choices if name not in help_on(page, lang)] == []
        taken = [one for one in params if isinstance(one, click.Argument)]
        usage = table("help", "en")[page]["usage"].split(" ")[1:]
        assert usage == (["COMMAND"] if isinstance(command, click.Group) else [
            (one.human_readable_name if one.required else f"[{one.human_readable_name}]") + "..." * (one.nargs == -1)
            for one in taken
        ])  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_help_knows_where_the_preview_is_and_for_whom_packs_are(lang: str) -> None:
    assert str(PORT) in options_of("preview", lang)["--port NUMBER"]
    assert all(name in options_of("pack", lang)["--for AUDIENCE"] for name in (*AUDIENCES, "all"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_is_whole_in_every_language(lang: str) -> None:
    words = table("help", lang)["words"]
    for page in pages(lang):
        said = help_on(page, lang, 78)
        assert said.startswith(f"{table('help', lang)['headings']['usage']}: kokko")
        assert all(text for text in options_of(page, lang).values())
        assert lang == "en" or not set(re.findall(r"\b[A-Z]{3,}\b", said)) & set(words) - set(words.values())
        assert max(map(len, said.split("\n"))) <= 90


@pytest.mark.parametrize("typed", [["--help"], ["-h"], ["preview", "--help"], ["translate", "merge", "-h"]])
def test_help_loads_no_command(typed: list[str], desk: Desk) -> None:
    modules = loaded("--lang", "sv", *typed, folder=desk.folder)
    assert not modules & {*HEAVY, "kokko_ethics.cli.preview", "kokko_ethics.cli.translate"}


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ("--lang fi build --help", "Käyttö: kokko build [VALITSIMET] [KÄSIKIRJOITUKSET]...\n"),
        ("--help --lang sv", "Användning: kokko [TILLVAL] KOMMANDO\n"),
        ("translate merge scripts/x.po -h", "Usage: kokko translate merge [OPTIONS] FILES...\n"),
        ("pack scripts/x.md -h", "Usage: kokko pack [OPTIONS] [SCRIPTS]...\n"),
        ("pack add --help", "Usage: kokko pack add [OPTIONS] PACK\n"),
    ],
)
def test_help_is_in_the_language_of_messages(typed: str, begins: str, desk: Desk) -> None:
    answer = desk.ask(*typed.split(), lang=None)
    assert (answer.code, answer.out[: len(begins)]) == (0, begins)


@pytest.mark.parametrize("typed", ["", "--lang en", "translate", "consent", "data"])
def test_a_group_alone_shows_its_help(typed: str, desk: Desk) -> None:
    answer = desk.ask(*typed.split(), lang=None)
    assert answer.code == 2 and answer.out.startswith("Usage: kokko ") and "Commands:\n" in answer.out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("biuld", "Komentoa ”biuld” ei ole. Tarkoititko build?\nOhje: kokko --help"),
        ("translate merg", "Komentoa ”merg” ei ole. Tarkoititko merge?\nOhje: kokko translate --help"),
        ("check --al", "Valitsinta --al ei ole. Tarkoititko --all?\nOhje: kokko check --help"),
        ("check -x", "Valitsinta -x ei ole.\nOhje: kokko check --help"),
        ("build --to", "Kirjoita valitsimen --to perään, mitä haluat.\nOhje: kokko build --help"),
        ("build --strict=yes", "Valitsin --strict on kytkin: kirjoita se ilman arvoa.\nOhje: kokko build --help"),
        ("build --jobs two", "--jobs: anna kokonaisluku, vähintään 1.\nOhje: kokko build --help"),
        ("preview --port 0", "--port: anna kokonaisluku väliltä 1–65535.\nOhje: kokko preview --help"),
        ("new", "Jotakin puuttuu. Kirjoita: kokko new NIMI\nOhje: kokko new --help"),
        ("format", "Jotakin puuttuu. Kirjoita: kokko format KÄSIKIRJOITUKSET\nOhje: kokko format --help"),
        ("new The first tea", "Komento ei ymmärrä sanoja ”first tea”. Jos ne kuuluvat nimeen, kirjoita se "
                              'lainausmerkkeihin: kokko new "The first tea"\nOhje: kokko new --help'),
        ("new ”The first tea”", "Komento ei ymmärrä sanoja ”first tea””. Jos ne kuuluvat nimeen, kirjoita se "
                                'lainausmerkkeihin: kokko new "The first tea"\nOhje: kokko new --help'),
        ("build –to pdf", "”–to” alkaa ajatusviivalla. Kirjoita kaksi yhdysmerkkiä: --to\nOhje: kokko build --help"),
        ("—version", "”—version” alkaa ajatusviivalla. Kirjoita kaksi yhdysmerkkiä: --version\nOhje: kokko --help"),
        ("outputs pdf", "Komento ei ymmärrä sanoja ”pdf”. Jätä ne pois.\nOhje: kokko outputs --help"),
        ("data copy facts x", "Komento ei ymmärrä sanoja ”x”. Jätä ne pois.\nOhje: kokko data copy --help"),
        ("data copy fact", "TEOS: valittavissa ovat: principles, glossary, facts, project, accessibility, questions."
                           "\nOhje: kokko data copy --help"),
        ("check --today soon", "--today: kirjoita päivä näin: 2026-05-31.\nOhje: kokko check --help"),
        ("check --format loud", "--format: valittavissa ovat: full, short, narrated, github, jsonl, sarif.\n"
                                "Ohje: kokko check --help"),
    ],
)  # fmt: skip
def test_a_mistyped_command_is_explained_in_the_authors_language(
    typed: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--lang", "fi", *typed.split()])
    assert (left.value.code, capsys.readouterr().err) == (2, f"virhe: {said}\n")


@pytest.mark.parametrize("typed", ["cast --list --out taken/x", "new Tea", "data copy facts"])
def test_a_folder_that_is_a_file_is_told(typed: str, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.write("taken", "")
    desk.write("scripts", "")
    with pytest.raises(SystemExit) as left:
        main(["--lang", "sv", *typed.split()])
    assert left.value.code == 1
    said = r"fel: Filen eller mappen (taken|scripts)\S* går inte att läsa eller skriva \((där|i sök)"
    assert re.match(said, capsys.readouterr().err)
