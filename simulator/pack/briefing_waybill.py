"""The check digit of an air waybill's number, worked in the briefing with a number that holds and one that fails."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.documents import air_waybill
from simulator.formats.vocabulary import Language
from simulator.numbers import air_waybill_number
from simulator.pack.texts.loader import pack_texts
from simulator.reference.airlines import airlines
from simulator.render.flow_blocks import Block, Bullets, Heading, Paragraph
from simulator.render.flow_text import Run

_SERIAL = 2_041_773
"""A serial number like any other; its last digit and its check digit differ, so that exchanging them is seen."""


@dataclass(frozen=True, slots=True)
class Division:
    """The division by seven that checks a waybill's number; ``rest`` is what is left, ``digit`` what is printed."""

    number: str
    serial: int
    quotient: int
    product: int
    rest: int
    digit: int

    @property
    def holds(self) -> bool:
        """Whether the number keeps its check digit."""
        return self.rest == self.digit


def division(number: str) -> Division:
    """Return the steps for a number such as "123-12345675": seven digits behind the hyphen, then their rest."""
    serial, digit = int(number[-8:-1]), int(number[-1])
    quotient, rest = divmod(serial, 7)
    return Division(number, serial, quotient, 7 * quotient, rest, digit)


def examples() -> tuple[Division, Division]:
    """Return a number of an invented airline that holds, and the same with its last two digits exchanged."""
    number = air_waybill_number(next(iter(airlines().values())).prefix, _SERIAL)
    return division(number), division(f"{number[:-2]}{number[-1]}{number[-2]}")


def waybill_numbers(language: Language) -> list[Block]:
    """Divide twice, step by step."""
    words = pack_texts("briefing")
    right, wrong = examples()
    box = f"{air_waybill.TYPE.prefix}-{air_waybill.NUMBER.number}"
    return [
        Heading(words.get("waybill.title", language)),
        Paragraph(words.rich("waybill.rule", language), before=0.0, keep=True),
        Bullets((_worked("holds", right, language), _worked("fails", wrong, language, box=box))),
    ]


def _worked(key: str, step: Division, language: Language, **values: str) -> tuple[Run, ...]:
    return pack_texts("briefing").rich(
        f"waybill.{key}",
        language,
        number=step.number,
        serial=f"{step.serial:07d}",
        quotient=step.quotient,
        product=step.product,
        rest=step.rest,
        digit=step.digit,
        **values,
    )
