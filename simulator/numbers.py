"""Pure rules of the trade's numbers: what is valid, and the check characters that make it so."""

from __future__ import annotations

import re

from stdnum import imo, iso6346
from stdnum.exceptions import ValidationError
from stdnum.mx import rfc

GENERIC_RFCS = frozenset({"XAXX010101000", "XEXX010101000"})
"""RFCs of the general public and of foreigners: never an importer's (SAT, Anexo 22)."""


def container_number(owner: str, serial: int) -> str:
    """Return an ISO 6346 number from an owner prefix with category ("ABCU") and a six-digit serial."""
    body = f"{owner}{serial:06d}"
    return body + str(iso6346.calc_check_digit(body))


def is_container_number(number: str) -> bool:
    """Tell whether the number keeps ISO 6346 with its check digit."""
    return bool(iso6346.is_valid(number))


def is_imo_number(number: str) -> bool:
    """Tell whether a ship's seven-digit number has the right check digit (IMO Res. A.1117)."""
    return bool(imo.is_valid(number))


def air_waybill_number(prefix: str, serial: int) -> str:
    """Return an air waybill's number from the airline's prefix and a serial of seven digits, with its check digit.

    The check digit is the serial modulo 7: 1234567 gives 5, 8114074 gives 3 (IATA Res. 600a).
    """
    return f"{prefix}-{serial:07d}{serial % 7}"


def is_air_waybill_number(number: str) -> bool:
    """Tell whether the number is three digits, a hyphen, a serial of seven digits and its check digit."""
    match = re.fullmatch(r"\d{3}-(\d{7})(\d)", number)
    return match is not None and int(match[1]) % 7 == int(match[2])


def is_air_agent_code(code: str) -> bool:
    """Tell whether a cargo agent's IATA code is seven digits and their check digit, the number modulo 7."""
    match = re.fullmatch(r"(\d{7})(\d)", code)
    return match is not None and int(match[1]) % 7 == int(match[2])


def rfc_number(letters: str, founded: str, homoclave: str) -> str:
    """Return a company's RFC from three letters, yymmdd and two homoclave characters, with its check character."""
    body = f"{letters}{founded}{homoclave}"
    return body + str(rfc.calc_check_digit(body))


def is_rfc(number: str) -> bool:
    """Tell whether the number is a well-formed RFC with the right check character, or a generic one."""
    if number in GENERIC_RFCS:
        return True
    try:
        rfc.validate(number, validate_check_digits=True)
    except ValidationError:
        return False
    return True


def chargeable_grams(gross_grams: int, volume: int) -> int:
    """Return what an airline charges for: gross weight or 6 000 cm3 a kilogram, up to the next half kilogram."""
    return ceil_div(max(gross_grams, ceil_div(volume, 6)), 500) * 500


QUANTITY_FROM = 45_000
"""Chargeable grams from which on the quantity rate holds (IATA TACT rules)."""


def rate_class(chargeable: int) -> str:
    """Return the class of rate for so many chargeable grams: Q for quantity, N for normal."""
    return "Q" if chargeable >= QUANTITY_FROM else "N"


def ceil_div(dividend: int, divisor: int) -> int:
    """Divide whole numbers and round up."""
    return -(-dividend // divisor)
