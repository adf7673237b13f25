"""Pages of a class to answers: whose each page is, which counts where there are several, and what one person said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from simulator.formats.submission import Rejection
from simulator.formats.vocabulary import FAMILIES
from simulator.intake.gather import SentAnswer
from simulator.intake.interpret import Written, interpret
from simulator.intake.pack_reading import OpenedPack
from simulator.intake.scans.questions import NUMBER, Asked
from simulator.intake.scans.scanned import PAGE, ScannedPage
from simulator.sheets.describe import ANY

_SINGLE = ("decision", "confidence")


@dataclass(frozen=True, slots=True)
class Collected:
    """Pages in their order, with whose they are.

    ``copies`` are items of pages that say what another page of theirs says, ``disputed`` those that say something else:
    item of the page to the page that it goes against. Neither counts.
    """

    pages: tuple[ScannedPage, ...]
    copies: Mapping[str, ScannedPage]
    disputed: Mapping[str, ScannedPage]
    dropped: frozenset[str]

    def counts(self, page: ScannedPage) -> bool:
        """Tell whether a page's answers count."""
        item = page.item(PAGE)
        return (
            page.state == "sheet"
            and bool(page.respondent)
            and not (item in self.copies or item in self.disputed or item in self.dropped)
        )


def collect(pages: Sequence[ScannedPage], dropped: frozenset[str], used: frozenset[str], opened: OpenedPack) -> Collected:
    """Tell whose pages are and compare those of one person; ``dropped`` and ``used`` are what a person said of pages."""
    found = tuple(_with_respondent(page, opened) for page in pages)
    mine: dict[str, list[ScannedPage]] = {}
    for page in found:
        if page.state == "sheet" and page.respondent and page.item(PAGE) not in dropped:
            mine.setdefault(page.respondent, []).append(page)
    copies: dict[str, ScannedPage] = {}
    disputed: dict[str, ScannedPage] = {}
    for each in mine.values():
        _compare(each, used, copies, disputed)
    return Collected(found, copies, disputed, dropped)


def answers(collected: Collected, opened: OpenedPack) -> tuple[tuple[SentAnswer, ...], tuple[Rejection, ...]]:
    """Return what every respondent said of every consignment on the pages that count."""
    by_place: dict[tuple[str, str], list[tuple[ScannedPage, Asked]]] = {}
    for page in filter(collected.counts, collected.pages):
        for consignment, asked in _by_consignment(page):
            by_place.setdefault((page.respondent, consignment), []).append((page, asked))
    sent: list[SentAnswer] = []
    rejections: list[Rejection] = []
    for (respondent, consignment), said in by_place.items():
        page = said[0][0]
        understood = interpret(_written(respondent, consignment, [asked for _, asked in said]), opened)
        rejections += (Rejection(page.file, page.number, problem) for problem in understood.problems)
        if understood.respondent is not None and understood.answer is not None:
            sent.append(SentAnswer(page.file, page.number, understood.respondent, understood.answer))
    return tuple(sent), tuple(rejections)


def _with_respondent(page: ScannedPage, opened: OpenedPack) -> ScannedPage:
    """Return a page with the id of its respondent: by its code, or by the number that was crossed or typed."""
    if page.code is None or page.state not in ("sheet", "unread"):
        return page
    if page.kind == "personal":
        return replace(page, respondent=opened.pack.trainees[page.code.number - 1].id)
    asked = page.find(NUMBER)
    if asked is None or asked.read is None:
        return page
    found = opened.respondent(asked.read) if NUMBER in page.decided else None
    if found is None and asked.read.isdecimal() and 1 <= int(asked.read) <= len(opened.pack.trainees):
        found = opened.pack.trainees[int(asked.read) - 1]
    if found is not None:
        return replace(page, respondent=found.id)
    doubtful = tuple(replace(each, read=None, why="no such number") if each is asked else each for each in page.asked)
    return replace(page, asked=doubtful)


def _compare(
    pages: Sequence[ScannedPage], used: frozenset[str], copies: dict[str, ScannedPage], disputed: dict[str, ScannedPage]
) -> None:
    """Compare a person's pages two by two: the later of equal ones is a copy, of different ones a person chooses."""
    for first, second in combinations(pages, 2):
        one, two = first.item(PAGE), second.item(PAGE)
        if one in copies or two in copies or not _answer_the_same(first, second):
            continue
        if _agree(first, second):
            if _is_same_page(first, second):
                copies[two] = first
        elif one in used and two not in used:
            copies[two] = first
        elif two in used and one not in used:
            copies[one] = second
        else:
            disputed.setdefault(one, second)
            disputed.setdefault(two, first)


def _is_same_page(first: ScannedPage, second: ScannedPage) -> bool:
    """Tell whether two scans are of one sheet's page; of spare sheets a person may hand in many."""
    if first.code is None or second.code is None:
        return False
    same = (first.kind, first.code.page) == (second.kind, second.code.page)
    return same and (first.kind != "spare" or _values(first) == _values(second))


def _answer_the_same(first: ScannedPage, second: ScannedPage) -> bool:
    """Tell whether two pages answer a question that has one answer."""
    if _is_same_page(first, second):
        return True
    return any(second.find(each.name) for each in first.asked if each.question in _SINGLE)


def _agree(first: ScannedPage, second: ScannedPage) -> bool:
    """Tell whether no clear value of one page contradicts one of the other.

    Scans of the same page must say the same; on different sheets an empty place contradicts nothing.
    """
    same_page = _is_same_page(first, second)
    for each in first.asked:
        other = second.find(each.name)
        if other is None or each.question == NUMBER or not (same_page or each.question in _SINGLE):
            continue
        known = each.read is not None and other.read is not None
        if known and each.read != other.read and (same_page or (each.read and other.read)):
            return False
    return True


def _values(page: ScannedPage) -> dict[str, str | None]:
    return {each.name: each.read for each in page.asked}


def _by_consignment(page: ScannedPage) -> Iterator[tuple[str, Asked]]:
    """Yield a page's questions with the consignment that they are about; on a spare sheet it is one that was crossed."""
    for each in page.asked:
        if each.question in (NUMBER, "consignment"):
            continue
        if not each.consignment.startswith(ANY):
            yield each.consignment, each
            continue
        chosen = page.find(f"{each.consignment}.consignment")
        if chosen is not None and chosen.read:
            yield chosen.read, each


def _written(respondent: str, consignment: str, said: Iterable[Asked]) -> Written:
    """Return what was said in the words of an answer file; what is in doubt is left out."""
    values: dict[str, str] = {}
    flags: list[str] = []
    reasons: set[str] = set()
    for each in said:
        if each.question in _SINGLE:
            values[each.question] = values.get(each.question) or each.read or ""
        elif each.question == "reasons":
            reasons.update((each.read or "").split())
        elif each.read:
            flags.append(each.read)
    return Written(
        respondent,
        consignment,
        decision=values.get("decision", ""),
        confidence=values.get("confidence", ""),
        flags=" ".join(flags),
        reasons=" ".join(each for each in FAMILIES if each in reasons),
    )
