"""How well filled sheets are read, by what machines did to them and by how hands filled them."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from joblib import Parallel, delayed

from benchmarks.scanning.filled import HANDS, Hand, as_image, filled, printed, random_meaning
from benchmarks.scanning.machines import MACHINES, Machine
from simulator.intake.scans.blanks import BlankPage, blank_page
from simulator.intake.scans.judging import Judged, is_suspiciously_pale, judge_reading
from simulator.intake.scans.page_reading import read_page
from simulator.intake.scans.picture import Picture
from simulator.intake.scans.questions import Asked, questions
from simulator.intake.scans.records import PageReading
from simulator.randomness import Stream
from simulator.sheets.describe import describe
from simulator.sheets.model import Group, Holder, Plan, Question, Sheet

_SEA = ("MAN", "BL", "INV", "PL", "TOC", "PG", "TAR", "REG", "RTE", "SCH", "CARD", "HIS")
_AIR = ("MAN", "AWB", *_SEA[2:])

SEED = "pages that no limit was chosen by, fifth set"

Counts = Counter[str]
"""pages, unread, boxes, groups (questions), review (of them), review boxes, wrong, wrong boxes, and reasons of review."""


def sheet() -> Sheet:
    """The sheet that is filled in: twelve consignments, half by sea and half by air."""
    asked = tuple(Question(f"C{number:02d}", _SEA if number % 2 else _AIR) for number in range(1, 13))
    return describe(Plan("0123456789", "Benchmark", "es", "letter", "personal", asked, 70))


@cache
def _printed(number: int) -> list[Picture]:
    return printed(sheet(), Holder(number, f"T{number:03d}", "Ibáñez Peñaloza, María", "G05"))


def read_one(machine: Machine, hand: Hand, number: int, seed: str = SEED) -> Counts:
    """Fill, spoil and read one page, and count."""
    whole = sheet()
    stream = Stream(seed, machine.name, hand.name, number)
    page = whole.pages[number % 3]
    made = filled(_printed(number % 5 + 1)[page.number - 1], whole, page, random_meaning(page, stream), hand, stream)
    picture = machine.apply(as_image(made), stream.at("machine"))
    reading = read_page(picture, whole.plan.pack, lambda code: whole).reading
    blank = blank_page(whole, page.number)
    found: Counts = Counter(pages=1, boxes=len(blank.frames))
    if reading.state != "sheet":
        found.update(unread=1)
        return found
    for meant, read in zip(questions(page, clear(blank, made.meant)), questions(page, reading), strict=True):
        found.update(groups=1)
        why = read.why or ("pale page" if is_suspiciously_pale(blank.groups, reading) else "")
        if why:
            found.update({"review": 1, "review boxes": doubtful_boxes(blank, read, reading), f"why {why}": 1})
        elif read.seems != meant.seems:
            found.update({"wrong": 1, "wrong boxes": _differing(blank, read, made.meant, reading)})
    return found


def clear(blank: BlankPage, meant: Mapping[str, Sequence[str]]) -> PageReading:
    """Return what a page would be measured to have whose marks nobody can mistake."""
    marks = [mark.value in meant[group.id] for group in blank.groups for mark in group.marks]
    ink = tuple(300 if each else 0 for each in marks)
    return PageReading("sheet", ink=ink, cover=ink, peak=ink, written=(0,) * len(blank.written))


def doubtful_boxes(blank: BlankPage, read: Asked, reading: PageReading) -> int:
    """Return how many boxes a doubt is about: those of the columns in doubt, or all where it is about the whole question."""
    own = _own(blank, read, reading)
    return sum(len(group.marks) for group, said in own if said.why is not None and said.why == read.why) or read.marks


def _differing(blank: BlankPage, read: Asked, meant: Mapping[str, Sequence[str]], reading: PageReading) -> int:
    """Return how many boxes of a question say otherwise than was meant; one at least where the question does."""
    return max(1, sum(len(set(said.values) ^ set(meant[group.id])) for group, said in _own(blank, read, reading)))


def _own(blank: BlankPage, read: Asked, reading: PageReading) -> list[tuple[Group, Judged]]:
    """Return the columns of a question with what they say."""
    judged = zip(blank.groups, judge_reading(blank.groups, reading), strict=True)
    asked = (read.consignment, read.question)
    return [(group, said) for group, said in judged if (group.consignment, group.question) == asked]


def measure(pages: int, machines: Sequence[Machine] = MACHINES, jobs: int = 2) -> dict[tuple[str, str], Counts]:
    """Return the counts of every machine and hand."""
    tasks = [(machine.name, HANDS[number % len(HANDS)].name, number) for machine in machines for number in range(pages)]
    counted = Parallel(n_jobs=jobs, return_as="generator")(delayed(_by_place)(each) for each in tasks)
    found: dict[tuple[str, str], Counts] = {}
    for machine, hand, counts in _shown(counted, len(tasks)):
        found.setdefault((machine, hand), Counter()).update(counts)
    return found


def _by_place(task: tuple[str, str, int]) -> tuple[str, str, Counts]:
    """Read one page of kinds that are told by their names: what they do cannot be sent to another process."""
    name, whose, number = task
    machine = next(each for each in MACHINES if each.name == name)
    return name, whose, read_one(machine, next(each for each in HANDS if each.name == whose), number)


def _shown(counted: Iterator[tuple[str, str, Counts]], total: int) -> Iterator[tuple[str, str, Counts]]:
    for done, each in enumerate(counted, start=1):
        if done % 50 == 0:
            print(f"{done} of {total} pages", file=sys.stderr)
        yield each
