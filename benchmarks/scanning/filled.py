"""Filled pages with their truth: what somebody meant to say, drawn as a hand draws it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
from PIL import Image

from benchmarks.scanning.hands import MARKS, Pen, ballpoint, draw, felt_tip, fill, pencil, smear
from benchmarks.scanning.machines import BASE_DPI
from simulator.formats.submission import Answer
from simulator.intake.box_codes import parse_code
from simulator.intake.scans.blanks import rendered
from simulator.intake.scans.picture import Picture
from simulator.randomness import Stream
from simulator.render.flow import PAPERS
from simulator.sheets.drawing import sheet_pdf
from simulator.sheets.model import Group, Holder, Mark, Sheet, SheetPage

Meant = dict[str, tuple[str, ...]]
"""Group to the values that were meant."""


@dataclass(frozen=True, slots=True)
class Hand:
    """How somebody fills in a sheet: his mark and pen, and how often he corrects himself or rubs something out."""

    name: str
    marks: tuple[str, ...]
    pens: tuple[str, ...] = ("ballpoint",)
    corrects: float = 0.03
    rubs: float = 0.0


HANDS = (
    Hand("crosses", ("cross",)),
    Hand("crosses that leave the box", ("wide cross",)),
    Hand("ticks", ("tick",)),
    Hand("slashes", ("slash",)),
    Hand("fills", ("fill",), corrects=0.0),
    Hand("felt tip", ("cross", "tick"), ("felt tip",)),
    Hand("light pencil", ("cross", "tick"), ("pencil",), corrects=0.0),
    Hand("rubbed out", ("cross",), ("pencil",), corrects=0.0, rubs=0.04),
)
_PENS = {"ballpoint": ballpoint, "pencil": pencil, "felt tip": felt_tip}
_FLAGGED = 0.35
"""The share of codes on the evidence sheet that are used."""


@dataclass(frozen=True, slots=True, eq=False)
class FilledPage:
    """A page as it was handed in, before any machine took it, and what was meant."""

    picture: Picture
    meant: Meant


def printed(sheet: Sheet, holder: Holder | None, dpi: int = BASE_DPI) -> list[Picture]:
    """Return the printed pages of a sheet as pictures."""
    document = pypdfium2.PdfDocument(sheet_pdf(sheet, holder))
    found = [rendered(page, dpi / 72.0).copy() for page in document]
    document.close()
    return found


def filled(blank: Picture, sheet: Sheet, page: SheetPage, meant: Meant, hand: Hand, stream: Stream) -> FilledPage:
    """Return a page with marks for what is meant, drawn by a hand."""
    picture = blank.copy()
    filler = _Filler(picture, PAPERS[sheet.plan.paper][1], hand, _PENS[stream.pick(hand.pens)](stream.at("pen")))
    for group in page.groups:
        filler.group(group, meant.get(group.id, ()), stream.at(group.id))
    return FilledPage(picture, {group.id: meant.get(group.id, ()) for group in page.groups})


def random_meaning(page: SheetPage, stream: Stream) -> Meant:
    """Draw what somebody answers on a page, all boxes likely enough to be tried."""
    found: Meant = {}
    used: dict[tuple[str, str], bool] = {}
    for group in page.groups:
        place = stream.at("meant", group.id)
        values = [mark.value for mark in group.marks]
        if group.question.startswith("flag"):
            key = (group.consignment, group.question)
            used.setdefault(key, stream.at("used", *key).chance(_FLAGGED))
            if used[key]:
                found[group.id] = _crossed(group, stream)
            continue
        elif group.question in ("decision", "confidence"):
            if place.chance(0.05):
                continue
        elif group.many:
            found[group.id] = tuple(each for each in values if place.chance(0.2))
            continue
        found[group.id] = (place.pick(values),)
    return found


def _crossed(group: Group, stream: Stream) -> tuple[str, ...]:
    """Return what is crossed in one column of a code, so that its columns make a code together."""
    part, _, digit = group.part.partition("-")
    place = stream.at("code", group.consignment, group.question, part)
    if not place.chance(_USED[part]):
        return ()
    values = [mark.value for mark in group.marks]
    two = place.chance(0.3)
    if digit == "tens" and not two:
        return ()
    return (place.at(digit).pick([each for each in values if each != "0"] if digit == "units" and not two else values),)


_USED = {"prefix": 1.0, "document": 0.3, "box": 1.0, "letter": 0.6, "row": 0.5, "void": 0.03}
"""How often a code has each of its parts."""


class _Filler:
    """Draws one page's marks."""

    def __init__(self, picture: Picture, tall: float, hand: Hand, pen: Pen) -> None:
        self._picture = picture
        self._scale = BASE_DPI / 72.0
        self._tall = tall
        self._hand = hand
        self._pen = pen

    def group(self, group: Group, meant: Sequence[str], stream: Stream) -> None:
        """Draw a group's marks; now and then a wrong one is filled, or rubbed out."""
        others = [mark for mark in group.marks if mark.value not in meant]
        for mark in group.marks:
            if mark.value in meant:
                self._mark(mark, stream.at(mark.value))
        if meant and others and not group.many and stream.at("corrects").chance(self._hand.corrects):
            self._draw(stream.at("which").pick(others), fill(stream.at("filled")), self._pen, stream.at("filled"))
        elif others and stream.at("rubs").chance(self._hand.rubs):
            wrong = stream.at("which").pick(others)
            smear(self._picture, self._box(wrong), MARKS["cross"](stream.at("rubbed")), BASE_DPI, stream.at("rubbed"))

    def _mark(self, mark: Mark, stream: Stream) -> None:
        self._draw(mark, MARKS[stream.at("kind").pick(self._hand.marks)](stream), self._pen, stream)

    def _draw(self, mark: Mark, strokes: Sequence[Sequence[tuple[float, float]]], pen: Pen, stream: Stream) -> None:
        draw(self._picture, self._box(mark), strokes, pen, BASE_DPI, stream)

    def _box(self, mark: Mark) -> tuple[float, float, float]:
        x0, _, x1, y1 = mark.frame
        return x0 * self._scale, (self._tall - y1) * self._scale, (x1 - x0) * self._scale


def as_image(page: FilledPage) -> Image.Image:
    """Return the picture of a filled page."""
    return Image.fromarray(page.picture)


def meaning_of(answers: Sequence[Answer], flags: int = 3) -> Meant:
    """Return the marks that say what answers say; codes beyond a sheet's room are left out."""
    found: Meant = {}
    for answer in answers:
        where = answer.consignment
        if answer.decision:
            found[f"{where}.decision"] = (answer.decision,)
        if answer.confidence:
            found[f"{where}.confidence"] = (str(answer.confidence),)
        found[f"{where}.reasons"] = tuple(answer.reasons.split())
        for number, code in enumerate(answer.flags[:flags], start=1):
            found |= code_marks(f"{where}.flag{number}", code)
    return found


def code_marks(flag: str, code: str) -> Meant:
    """Return the marks of a box code: "INV2-14G.3" is INV, 2, 14, g, 3."""
    parts = parse_code(code)
    assert parts is not None
    prefix = parts.prefix.rstrip("0123456789")
    found: Meant = {f"{flag}.prefix": (prefix,)}
    for part, number in (("document", parts.prefix[len(prefix) :]), ("box", parts.number), ("row", parts.row)):
        if number:
            found[f"{flag}.{part}-units"] = (number[-1],)
        if len(number) > 1:
            found[f"{flag}.{part}-tens"] = (number[-2],)
    if parts.letter:
        found[f"{flag}.letter"] = (parts.letter.lower(),)
    return found
