"""A single-stroke alphabet for stamps and logos: their lettering is drawn, so that it never enters a page's text."""

from __future__ import annotations

from unicodedata import normalize

Point = tuple[float, float]

# Each stroke is a run of points "xy" on a grid 4 wide and 6 high; strokes are parted by spaces.
_GLYPHS = {
    " ": "",
    "A": "002640 1232",
    "B": "00063645443303 3342413000",
    "C": "4536160501103041",
    "D": "00062644422000",
    "E": "46060040 0333",
    "F": "460600 0333",
    "G": "45361605011030414323",
    "H": "0006 4046 0343",
    "I": "1030 1636 2026",
    "J": "4641301001",
    "K": "0006 460340",
    "L": "060040",
    "M": "0006234640",
    "N": "00064046",
    "O": "160501103041453616",
    "P": "00063645443303",
    "Q": "160501103041453616 2240",
    "R": "00063645443303 2340",
    "S": "453616050413334241301001",
    "T": "0646 2620",
    "U": "060110304146",
    "V": "062046",
    "W": "0610243046",
    "X": "0046 0640",
    "Y": "0623 4623 2320",
    "Z": "06460040",
    "0": "160501103041453616 1135",
    "1": "152620 1030",
    "2": "05163645440040",
    "3": "0516364544334241301001 1333",
    "4": "30360242",
    "5": "460603334241301001",
    "6": "3616050110304142331302",
    "7": "064610",
    "8": "160504133342413010010213 3344453616",
    "9": "1030414536160504133344",
    "&": "4004051625240201102042",
    ".": "2021",
    ",": "2110",
    "-": "1333",
    "/": "0046",
    "'": "2624",
    "(": "36252130",
    ")": "16252110",
    ":": "2122 2425",
}
WIDTH, HEIGHT, ADVANCE = 4.0, 6.0, 5.6


def undrawable(text: str) -> str | None:
    """Return the first character that the alphabet lacks, None when it has all."""
    return next((each for each in _plain(text) if each not in _GLYPHS), None)


def width_of(text: str) -> float:
    """Return the width of a line of lettering on its grid."""
    return max(0.0, len(_plain(text)) * ADVANCE - (ADVANCE - WIDTH))


def strokes(text: str) -> list[list[Point]]:
    """Return the strokes of a line of lettering, from 0, 0 at its lower left; accents are left out."""
    drawn: list[list[Point]] = []
    for at, letter in enumerate(_plain(text)):
        for run in _GLYPHS[letter].split():
            pairs = zip(run[::2], run[1::2], strict=True)
            drawn.append([(float(x) + at * ADVANCE, float(y)) for x, y in pairs])
    return drawn


def _plain(text: str) -> str:
    """Return capitals without accents."""
    return "".join(each for each in normalize("NFD", text.upper()) if not "\u0300" <= each <= "\u036f")
