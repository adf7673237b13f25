"""The reports' words and numbers in one language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from simulator.formats.vocabulary import Language
from simulator.grading.class_rates import Rate
from simulator.grading.measures import FEWEST_FOR_A_RATE
from simulator.pack.texts.loader import Texts, pack_texts, texts
from simulator.render.flow_blocks import Paragraph
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


def range_of(rate: Rate) -> str:
    """Return "9–53 %", the ends of the 95 % interval; a dash where there is nothing to count."""
    if rate.interval is None:
        return NOTHING
    low, high = (f"{end * 100:.0f}" for end in rate.interval)
    return f"{low}–{high} %"


def rate_with_range(rate: Rate) -> str:
    """Return "25 % (3/12; 9–53 %)", a dash where there is nothing to count."""
    return f"{percent(rate.share)} ({of(rate)}; {range_of(rate)})" if rate.total else NOTHING


def unbroken(text: str) -> str:
    """Return a figure that no line end divides: "70 %" in running text."""
    return text.replace(" ", "\u00a0")


def few_note(rates: Iterable[Rate], words: Wording) -> list[Paragraph]:
    """Return the note that explains the asterisk, where one of the rates bears it."""
    note = Wording(report_texts("class_discussion"), words.language).say("few", fewest=FEWEST_FOR_A_RATE)
    return [Paragraph(note, size=7.0, grey=0.25)] if any(rate.few for rate in rates) else []
