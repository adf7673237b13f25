"""Box codes as trainees write them, matched with the codes that are printed on their papers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_CODE = re.compile(r"(?P<prefix>[A-Z]+[0-9]*)-(?P<number>[0-9]+)(?P<letter>[A-Z]?)(?:\.(?P<row>[0-9]+))?")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


class BoxCode(NamedTuple):
    """A code in its parts, in capitals: "BL-15b.2" is BL, 15, B, 2; letter and row are "" where there is none."""

    prefix: str
    number: str
    letter: str
    row: str

    def covers(self, other: BoxCode) -> bool:
        """Tell whether ``other`` is the same code but for a letter or a row that this one leaves open."""
        return self[:2] == other[:2] and self.letter in ("", other.letter) and self.row in ("", other.row)


def split_flags(text: str) -> tuple[str, ...]:
    """Return the codes of a flags cell in capitals, sorted and each once.

    They are separated by spaces; commas and semicolons, and the dashes that word processors make of a hyphen, are
    understood too.
    """
    written = re.split(r"[\s,;]+", text.translate(_DASHES).upper())
    return tuple(sorted({code for code in written if code}))


@lru_cache(maxsize=1 << 14)
def parse_code(text: str) -> BoxCode | None:
    """Return the parts of a box code, None when the text is not one."""
    match = _CODE.fullmatch(text.upper())
    return BoxCode(**match.groupdict(default="")) if match else None


def matching_codes(flag: str, codes: Iterable[str]) -> tuple[str, ...]:
    """Return which of the real ``codes`` a flag means, () when it means none.

    The rule of the contract: the exact code first; failing that, a flag without a row means any row, one without a
    letter any letter; case does not matter.
    """
    real = tuple(codes)
    exact = tuple(code for code in real if code.upper() == flag.upper())
    written = parse_code(flag)
    if exact or written is None:
        return exact
    return tuple(code for code in real if (parsed := parse_code(code)) is not None and written.covers(parsed))
