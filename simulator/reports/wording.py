"""The reports' words and numbers in one language."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from simulator.formats.vocabulary import Language
from simulator.grading.class_rates import Rate
from simulator.pack.texts.loader import Texts, pack_texts, texts
from simulator.render.flow_text import Run

NOTHING = "–"
"""What stands where a value is not defined."""


def report_texts(name: str) -> Texts:
    """Read one of the files in ``texts``."""
    return texts(Path(__file__).parent / "texts" / f"{name}.toml")


@dataclass(frozen=True, slots=True)
class Wording:
    """A report's texts in the language of the pack."""

    texts: Texts
    language: Language

    def say(self, key: str, **values: object) -> str:
        """Return a text."""
        return self.texts.get(key, self.language, **values)

    def rich(self, key: str, **values: object) -> tuple[Run, ...]:
        """Return a text with its bold runs."""
        return self.texts.rich(key, self.language, **values)

    def word(self, key: str) -> str:
        """Return a printed word of the ladder or of the key's closed sets."""
        return pack_texts("words").get(key, self.language)


def percent(share: float | None) -> str:
    """Return a share as whole per cent."""
    return NOTHING if share is None else f"{share * 100:.0f} %"


def decimals(value: float | None, places: int) -> str:
    """Return a number with a point and that many places; never "-0"."""
    if value is None:
        return NOTHING
    text = f"{value:.{places}f}"
    return text.lstrip("-") if not text.strip("-0.") else text


def of(rate: Rate) -> str:
    """Return "3/12", a dash where there is nothing to count."""
    return f"{rate.count}/{rate.total}" if rate.total else NOTHING


def percent_of(rate: Rate) -> str:
    """Return "25 % (3/12)", a dash where there is nothing to count."""
    return f"{percent(rate.share)} ({of(rate)})" if rate.total else NOTHING
