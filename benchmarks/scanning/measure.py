"""How well filled sheets are read, by what machines did to them and by how hands filled them."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from joblib import Parallel, delayed

from benchmarks.scanning.filled import HANDS, Hand, as_image, filled, printed, random_meaning
from benchmarks.scanning.machines import MACHINES, Machine
from simulator.intake.scans.blanks import blank_page
from simulator.intake.scans.judging import judge_reading
from simulator.intake.scans.page_reading import read_page
from simulator.intake.scans.picture import Picture
from simulator.randomness import Stream
from simulator.sheets.describe import describe
from simulator.sheets.model import Holder, Plan, Question, Sheet

_SEA = ("MAN", "BL", "INV", "PL", "TOC", "PG", "TAR", "REG", "RTE", "SCH", "CARD", "HIS")
_AIR = ("MAN", "AWB", *_SEA[2:])

SEED = "pages that no limit was chosen by, second set"

Counts = Counter[str]
"""pages, unread, boxes, groups, review (groups), review boxes, wrong (groups), wrong boxes, and reasons of review."""


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
    found: Counts = Counter(pages=1, boxes=len(blank.frames), groups=len(blank.groups))
    if reading.state != "sheet":
        found.update(unread=1)
        return found
    for group, judged in zip(blank.groups, judge_reading(blank.groups, reading), strict=True):
        wrong = len(set(judged.values) ^ set(made.meant[group.id]))
        if judged.why is not None:
            found.update({"review": 1, "review boxes": len(group.marks), f"why {judged.why}": 1})
        elif wrong:
            found.update({"wrong": 1, "wrong boxes": wrong})
    return found


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
