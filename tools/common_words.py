"""Makes ``kokko_ethics/review/common.<language>.txt``: the stems of the commonest words, the commonest first.

Run by hand when the lists should be made anew; nothing else needs it:

    pip install wordfreq==3.1.1 snowballstemmer
    python tools/common_words.py

Source: wordfreq by Robyn Speer, whose word lists may be redistributed under CC BY-SA 4.0; so may these lists. How:
every word form of wordfreq's large list that is made of letters alone is brought to its Snowball stem, the
frequencies of forms with one stem are added, and the first ``STEMS`` stems are kept. Since the forms are those that
people wrote, the stems hold every change inside a word (käsi, käde-, kät-), and the review, which uses the same
stemmer, finds an inflected form of a common word common.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import snowballstemmer
import wordfreq

STEMS = 18_000
"""Down to about twice in a million words; such a list has 125 to 145 KB."""
STEMMERS = {"fi": "finnish", "sv": "swedish", "en": "english"}
FOLDER = Path(__file__).parent.parent / "kokko_ethics" / "review"
HEAD = """\
# The stems of the {count} commonest words, the commonest first. Made by tools/common_words.py.
# From wordfreq 3.1.1 by Robyn Speer (https://github.com/rspeer/wordfreq), which draws on Wikipedia, SUBTLEX (Brysbaert
# and others; freely available), OpenSubtitles 2018, ParaCrawl, Google Books Ngrams, the Leeds corpus, Twitter, Reddit.
# Licence of this list: CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/
"""


def common_stems(lang: str) -> list[str]:
    """The stems of ``lang`` in the order of their frequency; those of one frequency in alphabetical order."""
    stem = snowballstemmer.stemmer(STEMMERS[lang]).stemWord
    counted: Counter[str] = Counter()
    for word, frequency in wordfreq.get_frequency_dict(lang, "large").items():
        if re.fullmatch(r"[a-zåäöéšž]+", word):
            counted[stem(word)] += frequency
    return sorted(counted, key=lambda one: (-counted[one], one))[:STEMS]


def main() -> None:
    """Write all lists."""
    for lang in STEMMERS:
        stems = common_stems(lang)
        text = HEAD.format(count=len(stems)) + "\n".join(stems) + "\n"
        (FOLDER / f"common.{lang}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
