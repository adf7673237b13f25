"""What is told of scans: every page with its state, every question with its value, and the queue of doubts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from simulator.formats.submission import Rejection
from simulator.intake.forms.answers import FormState
from simulator.intake.pack_reading import OpenedPack
from simulator.intake.scans.collecting import Collected
from simulator.intake.scans.questions import NUMBER, Asked
from simulator.intake.scans.review import COLUMNS, DROP, NOTHING, USE
from simulator.intake.scans.scanned import PAGE, ScannedPage
from simulator.intake.scans.sheets_of_pack import SheetFinder
from simulator.sheets.describe import ANY

Row = dict[str, str]
PAGE_COLUMNS = ("file", "page", "state", "trainee", "sheet", "sheet_page", "boxes", "doubts", "decided_by_person", "note")
VALUE_COLUMNS = ("trainee", "consignment", "question", "file", "page", "counts", "read", "why", "decided", "used")
FOLDER = "review"
"""Where the pictures of the queue lie, below the results."""
IN_ORDER = frozenset({"read", "blank", "duplicate"})
"""States of pages that need nobody."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One line of the queue; ``answer`` is "" as long as nobody decided, ``picture`` the name of its picture."""

    page: ScannedPage
    asked: Asked
    answer: str

    @property
    def item(self) -> str:
        """The name by which a decision means it."""
        return self.page.item(self.asked.name)


def doubts(read: Sequence[ScannedPage], collected: Collected, used: frozenset[str]) -> tuple[Doubt, ...]:
    """Return all doubts, decided or not, in the order of the pages. ``read`` are the pages before anybody decided."""
    found: list[Doubt] = []
    before = {page.item(PAGE): page for page in read}
    for page in collected.pages:
        item = page.item(PAGE)
        found += _page_doubts(page, collected, used)
        if page.state != "sheet" or item in collected.copies or item in collected.dropped or _is_unused(page):
            continue
        for each in page.asked:
            original = before[item].find(each.name)
            if each.name in page.decided:
                found.append(Doubt(page, original or each, (each.read or NOTHING)))
            elif each.read is None and _matters(page, each):
                found.append(Doubt(page, each, ""))
    return tuple(found)


def page_rows(
    collected: Collected, queue: Sequence[Doubt], others: Iterable[Row], unreadable: Iterable[Rejection]
) -> list[Row]:
    """Return ``pages.csv``: pages in their order, then what could not be opened, then rows of no page that was read."""
    rows = [_page_row(page, collected, queue) for page in collected.pages]
    for each in unreadable:
        page = str(each.line) if each.line else ""
        rows.append(_row(PAGE_COLUMNS, file=each.file, page=page, state="unreadable", note=each.reason))
    return [*rows, *others]


def repeated_row(file: str, first: str) -> Row:
    """Return the row of a file that is, byte for byte, another one."""
    return _row(PAGE_COLUMNS, file=file, state="duplicate", note=f"the same file as {first}")


def missing_rows(collected: Collected, finder: SheetFinder, opened: OpenedPack) -> Iterator[Row]:
    """Yield a row for each page of a sheet of which other pages came, if anybody sent that page at all."""
    came: dict[int, set[int]] = {}
    collected_pages: set[int] = set()
    others: set[str] = set()
    for page in collected.pages:
        if page.state not in ("sheet", "unread") or page.code is None:
            continue
        if page.kind == "personal":
            came.setdefault(page.code.number, set()).add(page.code.page)
            collected_pages.add(page.code.page)
        elif page.respondent:
            others.add(page.respondent)
    for number in sorted(came):
        trainee = opened.pack.trainees[number - 1].id
        if trainee in others:
            continue
        for wanted in finder.own(number).pages:
            if wanted.number in collected_pages and wanted.number not in came[number]:
                note = "others sent this page; look whether the feeder took two"
                yield _row(
                    PAGE_COLUMNS,
                    state="missing",
                    trainee=trainee,
                    sheet="personal",
                    sheet_page=str(wanted.number),
                    note=note,
                )


def form_rows(states: Iterable[FormState]) -> Iterator[Row]:
    """Yield a row for each form that was filled in on a screen."""
    for each in states:
        yield _row(PAGE_COLUMNS, file=each.file, state=each.state, trainee=each.respondent, sheet="form", note=each.note)


def value_rows(read: Sequence[ScannedPage], collected: Collected) -> list[Row]:
    """Return ``scans.csv``: each question of each page with what was read, what a person decided, and what is used."""
    before = {page.item(PAGE): page for page in read}
    return [
        _value_row(page, before[page.item(PAGE)].find(each.name) or each, each, collected.counts(page))
        for page in collected.pages
        if page.state == "sheet"
        for each in page.asked
    ]


def review_rows(queue: Sequence[Doubt]) -> list[Row]:
    """Return ``review.csv``: the queue, to complete in its last column."""
    return [
        _row(
            COLUMNS,
            item=each.item,
            file=each.page.file,
            page=str(each.page.number),
            trainee=each.page.respondent,
            consignment="" if each.asked.consignment.startswith(ANY) else each.asked.consignment,
            question=each.asked.question,
            why=each.asked.why,
            read=each.asked.seems,
            picture=_picture(each),
            answer=each.answer,
        )
        for each in queue
    ]


def rows_bytes(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """Return rows as CSV; text that a spreadsheet would compute has an apostrophe before it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([[_harmless(row[name]) for name in columns] for row in rows])
    return text.getvalue().encode()


def _harmless(text: str) -> str:
    return f"'{text}" if len(text) > 1 and text.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else text


def _row(columns: Sequence[str], **values: str) -> Row:
    return {name: values.get(name, "") for name in columns}


def _picture(doubt: Doubt) -> str:
    name = doubt.page.picture(doubt.asked.panel)
    return f"{FOLDER}/{name}" if name else ""


def _page_doubts(page: ScannedPage, collected: Collected, used: frozenset[str]) -> Iterator[Doubt]:
    """Yield the doubt whether a page counts: it differs from another or is suspect, or a person said so."""
    item = page.item(PAGE)
    other = collected.disputed.get(item)
    answer = USE if item in used else DROP if item in collected.dropped else ""
    suspect = page.suspect if page.kind == "personal" and item not in collected.copies else ""
    if other is not None or suspect or answer:
        why = f"differs from {other.place}" if other is not None else suspect
        yield Doubt(page, Asked("", PAGE, None, f"{USE} or {DROP}", why, 0, ""), "" if other is not None else answer)


def _is_unused(page: ScannedPage) -> bool:
    """Tell whether a sheet that names nobody came back empty."""
    number = page.find(NUMBER)
    return page.kind != "personal" and page.says_nothing and (number is None or number.why in ("", "no number"))


def _matters(page: ScannedPage, asked: Asked) -> bool:
    """Tell whether a doubt has to be decided: which consignment a spare sheet means does not where it has no codes."""
    if not (asked.consignment.startswith(ANY) and asked.question == "consignment"):
        return True
    return any(each.consignment == asked.consignment and each is not asked and each.read != "" for each in page.asked)


def _page_row(page: ScannedPage, collected: Collected, queue: Sequence[Doubt]) -> Row:
    item = page.item(PAGE)
    mine = [each for each in queue if each.page.item(PAGE) == item]
    waiting = [each for each in mine if not each.answer]
    state, note = _state(page, collected, bool(waiting))
    return _row(
        PAGE_COLUMNS,
        file=page.file,
        page=str(page.number),
        state=state,
        trainee=page.respondent,
        sheet=page.kind or "",
        sheet_page=str(page.code.page) if page.code else "",
        boxes=str(sum(each.marks for each in page.asked)) if page.asked else "",
        doubts=str(len(waiting)) if page.asked else "",
        decided_by_person=str(len(mine) - len(waiting)) if page.asked else "",
        note=note,
    )


def _state(page: ScannedPage, collected: Collected, waiting: bool) -> tuple[str, str]:
    item = page.item(PAGE)
    if page.state == "foreign":
        return "foreign pack", page.note
    if page.state != "sheet":
        return page.state, page.note
    if item in collected.disputed:
        return "needs review", f"differs from {collected.disputed[item].place}"
    if item in collected.copies:
        return "duplicate", f"counted once, as {collected.copies[item].place}"
    if item in collected.dropped:
        return "duplicate", "dropped by a person"
    if _is_unused(page):
        return "blank", "a sheet on which nothing is marked"
    return ("needs review" if waiting else "read"), page.note


def _value_row(page: ScannedPage, read: Asked, now: Asked, counts: bool) -> Row:
    decided = now.name in page.decided
    return _row(
        VALUE_COLUMNS,
        trainee=page.respondent,
        consignment=now.consignment,
        question=now.question,
        file=page.file,
        page=str(page.number),
        counts=str(int(counts)),
        read=read.seems,
        why=read.why,
        decided=(now.read or NOTHING) if decided else "",
        used=(now.read or "") if counts else "",
    )
