"""The words by which a decision is written, in English and in Spanish."""

from __future__ import annotations

import re
import unicodedata

from simulator.formats.vocabulary import Language, Verdict

WORDS: dict[Language, dict[Verdict, tuple[str, ...]]] = {
    "en": {
        "release": ("release",),
        "query": ("query",),
        "revenue": ("revenue",),
        "examine": ("examine",),
        "detain": ("detain", "hold and notify", "hold"),
    },
    "es": {
        "release": ("sin objeción",),
        "query": ("solicitar aclaración", "aclaración"),
        "revenue": ("contribuciones",),
        "examine": ("reconocimiento", "reconocimiento aduanero"),
        "detain": (
            "proponer retención",
            "retención",
            "reconocimiento y aviso",
            "reconocimiento y aviso al titular y a la autoridad",
            "reconocimiento y aviso al titular y a la autoridad (proponer retención)",
        ),
    },
}
"""First the word to recommend, then what else is accepted; the Spanish ones as the briefing prints them."""


def read_decision(text: str, language: Language) -> Verdict | None:
    """Return the decision that ``text`` names in English or in ``language``; None when it names none.

    Capitals, accents, punctuation and spacing do not matter; what follows a colon explains ("Query: ask for
    clarification", as printed) and is passed over.
    """
    written = folded(text.partition(":")[0])
    for accepted in _languages(language):
        for decision, words in WORDS[accepted].items():
            if written in map(folded, words):
                return decision
    return None


def right_words(language: Language) -> str:
    """Return the words to recommend, for a message: English, then the pack's language."""
    return "; ".join(", ".join(words[0] for words in WORDS[accepted].values()) for accepted in _languages(language))


def folded(text: str) -> str:
    """Return ``text`` in small letters without accents, its words separated by single spaces."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))
    return " ".join(re.findall(r"\w+", plain))


def _languages(language: Language) -> tuple[Language, ...]:
    return ("en",) if language == "en" else ("en", language)
