"""Numbers that firms give to their papers, containers and seals; all keep their rules of check digits."""

from __future__ import annotations

from datetime import date

from simulator.numbers import container_number, rfc_number
from simulator.randomness import Stream
from simulator.reference.carriers import Carrier
from simulator.reference.companies import tax_letters

_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
_HOMOCLAVE = ("123456789ABCDEFGHIJKLMNPQRSTUV", "123456789ABCDEFGHIJKLMNPQRSTUVWXYZ")
"""Signs that SAT's table gives to the first and the second character behind the date."""


def filled(pattern: str, stream: Stream) -> str:
    """Return a pattern with each "#" replaced by a digit and each "@" by a capital letter."""
    signs = []
    for sign in pattern:
        if sign == "#":
            signs.append(str(stream.below(10)))
        elif sign == "@":
            signs.append(stream.pick(_LETTERS))
        else:
            signs.append(sign)
    return "".join(signs)


def draw_container_number(carrier: Carrier, stream: Stream) -> str:
    """Return a valid ISO 6346 number under one of the carrier's prefixes."""
    return container_number(stream.pick(carrier.container_prefixes), stream.below(1_000_000))


def draw_seal_number(carrier: Carrier, stream: Stream) -> str:
    """Return a carrier's seal number, at most 15 characters (DCSA)."""
    return filled(f"{carrier.code[:2]}#######", stream)


def draw_rfc(name: str, stream: Stream) -> str:
    """Return an RFC that fits a company's name, incorporated between 1975 and 2006."""
    founded = date.fromordinal(stream.between(date(1975, 1, 2).toordinal(), date(2006, 12, 20).toordinal()))
    homoclave = stream.pick(_HOMOCLAVE[0]) + stream.pick(_HOMOCLAVE[1])
    return rfc_number(tax_letters(name), founded.strftime("%y%m%d"), homoclave)


def draw_invoice_number(seller: str, year: int, stream: Stream) -> str:
    """Return an invoice number in one of the shapes that firms use."""
    initials = "".join(word[0] for word in seller.split()[:2] if word[0].isalpha())
    pattern = stream.pick((f"{initials}-{year % 100:02d}-####", f"{initials}{year % 100:02d}####", "#####", f"{year}/####"))
    return filled(pattern, stream)
