"""Codecs: each prints one kind of value and reads it back; ``read(write(value)) == value`` for every printable value.

All ``read`` methods raise ``ValueError`` when the text is not what ``write`` prints.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from simulator.documents.printing import Printing

Value = TypeVar("Value")


class Codec(Protocol[Value]):
    """Prints a value and reads it back."""

    @property
    def hard_lines(self) -> bool:
        """Whether the value's own line breaks mean something (addresses), so that its lines are never rewrapped."""

    def write(self, value: Value, printing: Printing) -> str:
        """Return the text that is printed."""

    def read(self, text: str, printing: Printing) -> Value:
        """Return the value that was printed."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they stand, single spaces inside."""

    hard_lines: bool = False

    def write(self, value: str, printing: Printing) -> str:
        """Return the words themselves."""
        return value

    def read(self, text: str, printing: Printing) -> str:
        """Return the words themselves."""
        return text


@dataclass(frozen=True, slots=True)
class Series:
    """Several short texts in one box, separated by semicolons; no text may hold one."""

    hard_lines: bool = False

    def write(self, value: tuple[str, ...], printing: Printing) -> str:
        """Return the texts joined by "; "."""
        return "; ".join(value)

    def read(self, text: str, printing: Printing) -> tuple[str, ...]:
        """Return the texts."""
        return tuple(text.split("; "))


@dataclass(frozen=True, slots=True)
class Lines:
    """Short texts, each on a line of its own."""

    hard_lines: bool = True

    def write(self, value: tuple[str, ...], printing: Printing) -> str:
        """Return the texts joined by line breaks."""
        return "\n".join(value)

    def read(self, text: str, printing: Printing) -> tuple[str, ...]:
        """Return the texts."""
        return tuple(text.split("\n"))


@dataclass(frozen=True, slots=True)
class Fixed:
    """A whole number of small units printed in large ones: ``places`` decimals are kept of ``digits`` possible ones.

    ``Fixed(digits=3, places=2, unit="KGS")`` prints 5250400 grams as "5,250.40 KGS". The value must be a multiple of
    what the last printed place stands for, so that nothing is lost in print.
    """

    digits: int
    places: int
    unit: str = ""
    hard_lines: bool = False

    def write(self, value: int, printing: Printing) -> str:
        """Return the number with its marks and unit; raise ``ValueError`` when printing would lose a digit."""
        step = 10 ** (self.digits - self.places)
        if value < 0 or value % step:
            raise ValueError(f"{value} cannot be printed to the last digit with {self.places} decimals")
        whole, part = divmod(value // step, 10**self.places)
        text = f"{whole:,}".replace(",", printing.thousands_mark)
        if self.places:
            text += f"{printing.decimal_mark}{part:0{self.places}d}"
        return f"{text} {self.unit}" if self.unit else text

    def read(self, text: str, printing: Printing) -> int:
        """Return the number of small units."""
        number = text.removesuffix(f" {self.unit}") if self.unit else text
        if self.unit and number == text:
            raise ValueError(f"{text!r} does not end in {self.unit}")
        if not self._pattern(printing).fullmatch(number):
            raise ValueError(f"{text!r} is not a number as this house prints it")
        plain = number.replace(printing.thousands_mark, "") if printing.thousands_mark else number
        units: int = int(plain.replace(printing.decimal_mark, ""))
        return units * int(10 ** (self.digits - self.places))

    def _pattern(self, printing: Printing) -> re.Pattern[str]:
        mark = re.escape(printing.thousands_mark)
        whole = rf"(?:0|[1-9][0-9]{{0,2}}(?:{mark}[0-9]{{3}})*)" if mark else r"(?:0|[1-9][0-9]*)"
        decimals = rf"{re.escape(printing.decimal_mark)}[0-9]{{{self.places}}}" if self.places else ""
        return re.compile(whole + decimals)


@dataclass(frozen=True, slots=True)
class Day:
    """A date with its month in letters."""

    hard_lines: bool = False

    def write(self, value: date, printing: Printing) -> str:
        """Return the date in the house's order."""
        month = printing.months[value.month - 1]
        return printing.dates.replace("YYYY", f"{value.year:04d}").replace("DD", f"{value.day:02d}").replace("MMM", month)

    def read(self, text: str, printing: Printing) -> date:
        """Return the date."""
        pattern = re.escape(printing.dates).replace("YYYY", r"(?P<year>[0-9]{4})").replace("DD", r"(?P<day>[0-9]{2})")
        match = re.fullmatch(pattern.replace("MMM", "(?P<month>[A-Z]{3})"), text)
        if match is None or match["month"] not in printing.months:
            raise ValueError(f"{text!r} is not a date as this house prints it")
        return date(int(match["year"]), printing.months.index(match["month"]) + 1, int(match["day"]))


@dataclass(frozen=True, slots=True)
class HarmonizedCode:
    """A six-digit HS code, printed with a point after the heading: 6109.10."""

    hard_lines: bool = False

    def write(self, value: str, printing: Printing) -> str:
        """Return heading, point, subheading."""
        return f"{value[:4]}.{value[4:]}"

    def read(self, text: str, printing: Printing) -> str:
        """Return the six digits."""
        if not re.fullmatch(r"[0-9]{4}\.[0-9]{2}", text):
            raise ValueError(f"{text!r} is not an HS code")
        return text.replace(".", "")


@dataclass(frozen=True, slots=True)
class SeriesOf(Generic[Value]):
    """Several values of one codec in one box, separated by semicolons."""

    codec: Codec[Value]
    hard_lines: bool = False

    def write(self, value: tuple[Value, ...], printing: Printing) -> str:
        """Return the printed values joined by "; "."""
        return "; ".join(self.codec.write(item, printing) for item in value)

    def read(self, text: str, printing: Printing) -> tuple[Value, ...]:
        """Return the values."""
        return tuple(self.codec.read(item, printing) for item in text.split("; "))


@dataclass(frozen=True, slots=True)
class PartyBlock:
    """A party as it stands in a box: name, address lines, then its tax number and telephone where printed."""

    name: str
    address: tuple[str, ...] = ()
    tax_id: str | None = None
    telephone: str | None = None


@dataclass(frozen=True, slots=True)
class PartyLines:
    """A party's block of lines."""

    hard_lines: bool = True

    def write(self, value: PartyBlock, printing: Printing) -> str:
        """Return the block, a line for the name, one for each address line, tax number and telephone."""
        lines = [value.name, *value.address]
        if value.tax_id is not None:
            lines.append(f"TAX ID: {value.tax_id}")
        if value.telephone is not None:
            lines.append(f"TEL: {value.telephone}")
        return "\n".join(lines)

    def read(self, text: str, printing: Printing) -> PartyBlock:
        """Return the block."""
        name, *lines = text.split("\n")
        telephone = lines.pop().removeprefix("TEL: ") if lines and lines[-1].startswith("TEL: ") else None
        tax_id = lines.pop().removeprefix("TAX ID: ") if lines and lines[-1].startswith("TAX ID: ") else None
        return PartyBlock(name, tuple(lines), tax_id, telephone)


TEXT = Text()
SERIES = Series()
LINES = Lines()
DAY = Day()
PARTY = PartyLines()
HS_CODE = HarmonizedCode()
HS_CODES = SeriesOf(HS_CODE)
COUNT = Fixed(digits=0, places=0)
MONEY = Fixed(digits=2, places=2)
KILOGRAMS = Fixed(digits=3, places=2)
WHOLE_KILOGRAMS = Fixed(digits=3, places=0)
EXACT_KILOGRAMS = Fixed(digits=3, places=3)
TENTH_KILOGRAMS = Fixed(digits=3, places=1)
CUBIC_METRES = Fixed(digits=6, places=3)
