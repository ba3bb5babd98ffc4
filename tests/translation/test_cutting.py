"""The facilitator's Markdown in pieces: everything is found, and nothing in a translation changes its build."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kokko_ethics.outputs.markdown import to_html
from kokko_ethics.translation.cutting import cut, put_together

MARKDOWN = """Tavoite **heti**.
Jatkuu tällä rivillä.

### Kulku

| Vaihe | Min |
|---|--:|
| Alku \\| loppu | 5 |
| | |

1. Yksi
2. Kaksi
   jatkuu
   - sisällä

> Lainaus

https://example.org/yksin

***

Loppu."""


def test_pieces_are_what_a_translator_reads() -> None:
    assert [(piece.kind, piece.words) for piece in cut(MARKDOWN)] == [
        ("paragraph", "Tavoite **heti**. Jatkuu tällä rivillä."),
        ("heading", "Kulku"),
        ("cell", "Vaihe"),
        ("cell", "Min"),
        ("cell", "Alku | loppu"),
        ("item", "Yksi"),
        ("item", "Kaksi jatkuu"),
        ("item", "sisällä"),
        ("paragraph", "Lainaus"),
        ("paragraph", "Loppu."),
    ]


def test_the_same_words_twice_are_two_pieces() -> None:
    assert [piece.start for piece in cut("Sama.\n\nSama.\n\n- Sama.\n")] == [0, 7, 16]
    assert put_together("| a | a |\n|---|---|\n| a | a |", lambda n, piece: f"{n}") == "| 1 | 2 |\n|---|---|\n| 3 | 4 |"


BLOCKS = st.sampled_from([
    "Kappale tässä.", "Kaksi\nriviä.", "### Otsikko", "- kohta\n- toinen kohta", "1. yksi\n2. kaksi", "> lainaus",
    "| a | b |\n|---|---|\n| c \\| d | 5 |", "***", "    koodia", "Sama.", "*korostus* ja [linkki](https://example.org)",
    "- ulompi\n  - sisempi\n\n  jatko", "`koodi | putki`", "rivi  \nkova rivinvaihto", "Otsikko\n====", "- [ ] tehtävä",
])  # fmt: skip
TEXTS = st.lists(BLOCKS, max_size=8).map("\n\n".join) | st.text(max_size=200)


@settings(deadline=None)
@given(TEXTS)
def test_untouched_pieces_give_the_same_text(markdown: str) -> None:
    assert put_together(markdown, lambda _, piece: piece.words) == markdown


def shape(markdown: str) -> list[str]:
    """The tags of a page, without its words."""
    html = to_html(markdown, linked=True)
    inline = ("em", "strong", "a", "code", "br")
    tags = [part.split(">")[0].split(" ")[0] for part in html.split("<")[1:]]
    return [tag for tag in tags if tag.strip("/") not in inline]


SIGNS = st.sampled_from("ab1. \n-*+#>|=~`_[](){}<>&\\!:\t\u00a0")


@settings(deadline=None, max_examples=300)
@given(
    st.lists(BLOCKS, max_size=6).map("\n\n".join),
    st.text(SIGNS | st.characters(exclude_categories=["Cs"]), max_size=30),
)
def test_no_translation_makes_or_breaks_a_block(markdown: str, words: str) -> None:
    filled = put_together(markdown, lambda _, piece: words if words.strip() else piece.words)
    assert shape(filled) == shape(markdown)
