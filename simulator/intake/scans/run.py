"""Reading the scans of a class: files to answers, page by page, so that nothing read is lost and little is in memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from simulator.formats.submission import Rejection
from simulator.intake.forms.answers import FilledForms, SentForm, form_answers
from simulator.intake.gather import Elsewhere
from simulator.intake.kinds import Inputs
from simulator.intake.pack_reading import OpenedPack
from simulator.intake.scans import tables
from simulator.intake.scans.collecting import Collected, answers, collect
from simulator.intake.scans.deciding import decide
from simulator.intake.scans.journal import PICTURES, Entry, Journal, sha256_of
from simulator.intake.scans.judging import is_suspiciously_pale
from simulator.intake.scans.messages import Reply
from simulator.intake.scans.questions import fits, questions
from simulator.intake.scans.review import COLUMNS, Decision, read_review
from simulator.intake.scans.scanned import SHORT, ScannedPage
from simulator.intake.scans.sheets_of_pack import SheetFinder
from simulator.intake.scans.workers import Crew
from simulator.sheets.page_code import parse_page_code

_PALE = "black and white, and marks are weak or missing"

Progress = Callable[[int, int], None]
"""Told how many pages of how many are read."""


@dataclass(frozen=True, slots=True)
class ScanFile:
    """A file to read: its label, SHA-256 and count of pages."""

    path: Path
    label: str
    sha256: str
    pages: int


@dataclass(frozen=True, slots=True)
class Scanned:
    """What the scans of a class gave.

    ``tables`` maps names to bytes, ``pictures`` places below the results to files of the journal. ``troubled`` counts
    pages and files that need a person, ``waiting`` doubts that do, ``decided`` what persons decided, by respondent.
    """

    answers: Elsewhere
    tables: Mapping[str, bytes]
    pictures: Mapping[str, Path]
    pages: int
    boxes: int
    waiting: int
    troubled: int
    decided: Mapping[str, int]
    forms: int = 0
    """How many forms were read."""


def read_scans(
    inputs: Inputs,
    opened: OpenedPack,
    journal: Journal,
    finder: SheetFinder,
    *,
    jobs: int = 1,
    progress: Progress = lambda done, of: None,
) -> Scanned:
    """Read scans and lay completed reviews over them; what has been read before is taken from the journal.

    A file or page that cannot be read is listed with its reason, and the rest is read.
    """
    unreadable = [Rejection(inputs.labels[each], 0, _STRANGER) for each in inputs.strangers]
    unreadable += [Rejection(inputs.labels[each], 0, reason) for each, reason in inputs.lost.items()]
    again: list[tables.Row] = []
    pages: list[ScannedPage] = []
    forms: list[SentForm] = []
    with closing(Crew(opened.folder, jobs)) as crew:
        files = list(_files(inputs, opened, journal, crew, unreadable, again, forms))
        total = sum(each.pages for each in files)
        for done, (file, entry) in enumerate(_entries(files, journal, crew), start=1):
            if entry.problem is not None:
                unreadable.append(Rejection(file.label, entry.page or 0, entry.problem))
            else:
                pages.append(_page(file, entry, finder))
            progress(done, total)
    decisions: list[Decision] = []
    rejections: list[Rejection] = []
    for path in inputs.reviews:
        found, problems = read_review(path, inputs.labels[path])
        decisions += found
        rejections += problems
    filled = form_answers(forms, opened)
    return _scanned(pages, filled, decisions, [*unreadable, *rejections], unreadable, again, opened, journal, finder)


_DAMAGED = "what was kept of its reading is damaged; remove the folder scans of the results, and grade again"
_STRANGER = "files of this kind are not read; send PDF, PNG, JPEG or TIFF files, or CSV tables"


def _scanned(
    pages: Sequence[ScannedPage],
    filled: FilledForms,
    decisions: Iterable[Decision],
    rejections: Sequence[Rejection],
    unreadable: Sequence[Rejection],
    again: Sequence[tables.Row],
    opened: OpenedPack,
    journal: Journal,
    finder: SheetFinder,
) -> Scanned:
    decided = decide(pages, decisions, opened)
    collected = collect(decided.pages, decided.dropped, decided.used, opened)
    sent, problems = answers(collected, opened)
    queue = tables.doubts(pages, collected, decided.used)
    missing = [*tables.form_rows(filled.states), *tables.missing_rows(collected, finder, opened)]
    rows = tables.page_rows(collected, queue, [*again, *missing], unreadable)
    found = {
        "pages.csv": tables.rows_bytes(tables.PAGE_COLUMNS, rows),
        "scans.csv": tables.rows_bytes(tables.VALUE_COLUMNS, tables.value_rows(pages, collected)),
        "review.csv": tables.rows_bytes(COLUMNS, tables.review_rows(queue)),
    }
    return Scanned(
        Elsewhere((*sent, *filled.answers.sent), (*rejections, *decided.rejections, *problems, *filled.answers.rejections)),
        found,
        dict(_pictures(collected, queue, journal)),
        len(collected.pages),
        sum(each.marks for page in collected.pages for each in page.asked),
        sum(1 for each in queue if not each.answer),
        sum(1 for row in rows if row["state"] not in tables.IN_ORDER | {"needs review"}),
        _decided(queue),
        len(filled.states),
    )


def _decided(queue: Sequence[tables.Doubt]) -> dict[str, int]:
    found: dict[str, int] = {}
    for each in queue:
        if each.answer and each.page.respondent:
            found[each.page.respondent] = found.get(each.page.respondent, 0) + 1
    return found


def _pictures(collected: Collected, queue: Sequence[tables.Doubt], journal: Journal) -> Iterator[tuple[str, Path]]:
    """Yield pictures of doubts for the queue, and every picture of handwriting under its respondent's name."""
    for each in queue:
        name = each.page.picture(each.asked.panel)
        if name:
            yield f"{tables.FOLDER}/{name}", journal.folder / PICTURES / name
    for page in filter(collected.counts, collected.pages):
        for panel, name in page.pictures:
            yield f"written/{page.respondent}-{panel}-{name[:SHORT]}.png", journal.folder / PICTURES / name


def _files(
    inputs: Inputs,
    opened: OpenedPack,
    journal: Journal,
    crew: Crew,
    unreadable: list[Rejection],
    again: list[tables.Row],
    forms: list[SentForm],
) -> Iterator[ScanFile]:
    """Yield the scans that can be read, each content once, and put aside what is a form.

    Sheets and forms as we handed them out are passed over.
    """
    ours = set(opened.pack.files.values())
    first: dict[str, str] = {}
    for path in inputs.scans:
        label = inputs.labels[path]
        try:
            digest = sha256_of(path)
        except OSError as error:
            unreadable.append(Rejection(label, 0, f"it cannot be read ({error.strerror})"))
            continue
        if digest in ours:
            continue
        if digest in first:
            again.append(tables.repeated_row(label, first[digest]))
            continue
        first[digest] = label
        entry = journal.find(digest)
        if entry is None:
            reply = crew.ask(path).result()
            if reply.form is not None:
                forms.append(SentForm(label, reply.form))
                continue
            entry = Entry(digest, reply.pages, problem=reply.problem)
            if entry.problem is None:
                journal.add(entry, {})
        if entry.problem is not None or entry.pages is None:
            unreadable.append(Rejection(label, 0, entry.problem or ""))
        else:
            yield ScanFile(path, label, digest, entry.pages)


def _entries(files: Sequence[ScanFile], journal: Journal, crew: Crew) -> Iterator[tuple[ScanFile, Entry]]:
    """Yield every page in order; a few are always being read ahead."""
    waiting: deque[tuple[ScanFile, int, Future[Reply] | None]] = deque()
    for file in files:
        for page in range(1, file.pages + 1):
            known = journal.find(file.sha256, page) is not None
            waiting.append((file, page, None if known else crew.ask(file.path, page)))
            if len(waiting) > crew.ahead:
                yield _entry(*waiting.popleft(), journal)
    while waiting:
        yield _entry(*waiting.popleft(), journal)


def _entry(file: ScanFile, page: int, asked: Future[Reply] | None, journal: Journal) -> tuple[ScanFile, Entry]:
    known = journal.find(file.sha256, page)
    if known is not None:
        return file, known
    reply = asked.result() if asked is not None else Reply(problem="it was not read")
    if reply.read is None:
        return file, Entry(file.sha256, page=page, problem=reply.problem)
    names = {panel: f"{file.sha256[:SHORT]}-{page}-{panel or 'page'}.png" for panel in reply.read.pictures}
    entry = Entry(file.sha256, page=page, reading=reply.read.reading, pictures=tuple(names.values()))
    journal.add(entry, {names[panel]: content for panel, content in reply.read.pictures.items()})
    return file, entry


def _page(file: ScanFile, entry: Entry, finder: SheetFinder) -> ScannedPage:
    reading, number = entry.reading, entry.page
    assert reading is not None
    assert number is not None
    code = parse_page_code(reading.code) if reading.code else None
    plain = ScannedPage(file.label, number, file.sha256, reading.state, reading.note, code)
    sheet = finder(code) if code is not None and reading.state == "sheet" else None
    if sheet is None or code is None:
        return plain
    page = sheet.pages[code.page - 1]
    if not fits(page, reading):
        return replace(plain, state="unread", note=_DAMAGED)
    start = len(f"{file.sha256[:SHORT]}-{number}-")
    return ScannedPage(
        file.label,
        number,
        file.sha256,
        reading.state,
        reading.note,
        code,
        asked=questions(page, reading),
        suspect=_PALE if is_suspiciously_pale(tuple(page.groups), reading) else "",
        pictures=tuple((name[start : -len(".png")], name) for name in entry.pictures),
        consignments=tuple(each.consignment for each in sheet.plan.questions),
    )
