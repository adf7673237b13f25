"""What offices put on papers that pass through them: a receipt stamp with its date, initials, a file number by hand.

All of it is lawful, says nothing of the goods, and is drawn without regard to anything else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from simulator.randomness import Stream
from simulator.trade.numbering import filled

OFFICE_SHARE = 0.4
"""Share of consignments, and of manifests, whose papers an office marked."""
_PAPER_SHARE, _STAMP_SHARE, _INITIALS_SHARE, _FILE_SHARE, _MISTAKE_SHARE = 0.7, 0.75, 0.5, 0.45, 0.3
_EARLIEST = 4
"""Days before arrival on which a seller's papers may come in by courier."""
_OFFICES = ("TRAFICO", "RECEPCION", "IMPORTACION", "OPERACIONES")
_LETTERS = "ABCDEFGHJLMNOPRSTV"


@dataclass(frozen=True, slots=True)
class OfficeNote:
    """Marks of an office on one paper; ``mistaken`` is a file number struck out for ``file``."""

    words: str
    office: str
    day: date | None = None
    initials: str | None = None
    file: str | None = None
    mistaken: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeNotes:
    """The marks on the papers of one consignment, None where nobody marked one."""

    bill: OfficeNote | None = None
    invoice: OfficeNote | None = None
    packing_list: OfficeNote | None = None


def draw_office_notes(invoice_date: date, arrival: date, received: date, stream: Stream) -> OfficeNotes:
    """Return the marks of one office on a consignment's papers; the bill comes in from arrival to ``received``."""
    if not stream.chance(OFFICE_SHARE):
        return OfficeNotes()
    office, initials = stream.pick(_OFFICES), _initials(stream)
    early = max(invoice_date, arrival - timedelta(days=_EARLIEST))
    return OfficeNotes(
        bill=_note(office, initials, (arrival, received), stream.at("bill")),
        invoice=_note(office, initials, (early, received), stream.at("invoice")),
        packing_list=_note(office, initials, (early, received), stream.at("packing list")),
    )


def draw_manifest_note(arrival: date, received: date, stream: Stream) -> OfficeNote | None:
    """Return the marks of the office to which a manifest was presented, from arrival to ``received``."""
    if not stream.chance(OFFICE_SHARE):
        return None
    return OfficeNote("RECIBIDO", "MANIFIESTOS", _day((arrival, received), stream), _initials(stream))


def _note(office: str, initials: str, days: tuple[date, date], stream: Stream) -> OfficeNote | None:
    if not stream.chance(_PAPER_SHARE):
        return None
    stamped, signed, filed = (stream.chance(share) for share in (_STAMP_SHARE, _INITIALS_SHARE, _FILE_SHARE))
    file = filled("EXP. ####", stream) if filed else None
    mistaken = _exchanged(file) if file is not None and stream.chance(_MISTAKE_SHARE) else None
    return OfficeNote(
        "RECIBIDO",
        office,
        _day(days, stream) if stamped or not (signed or filed) else None,
        initials if signed or mistaken else None,
        file,
        mistaken,
    )


def _day(days: tuple[date, date], stream: Stream) -> date:
    return days[0] + timedelta(days=stream.below((days[1] - days[0]).days + 1))


def _initials(stream: Stream) -> str:
    return "".join(stream.pick(_LETTERS) for _ in range(2))


def _exchanged(file: str) -> str | None:
    """Return a file number with its last two digits exchanged, None where they are alike."""
    wrong = file[:-2] + file[-1] + file[-2]
    return None if wrong == file else wrong
