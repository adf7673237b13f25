"""Milliseconds a page: the whole pipeline, its stages, drawing alone, a bare canvas; and the checks' share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from time import process_time

from benchmarks.bare import bare_pdf
from benchmarks.measuring import Times, interleaved
from benchmarks.with_fpdf2 import fpdf2_pdf, is_installed
from simulator.documents.model import Papers, Sight
from simulator.exercise.planning import plan
from simulator.exercise.slots import Slot
from simulator.exercise.variants import variant
from simulator.formats.writing import json_bytes
from simulator.indicators.card import Check
from simulator.indicators.catalogue import catalogue
from simulator.layout import fonts, placed
from simulator.layout.binding import BoundPage, Dossier
from simulator.layout.truth import truth
from simulator.pack.dossier import dossier
from simulator.pack.variant_files import variant_files
from simulator.render import static, typed
from simulator.render.pdf import render_pdf
from simulator.scenario import Scenario, load_scenario

SEED = "measures of the exercise simulator"
VARIANTS = 7
"""Rounds draw other variants by turns: a voyage that is hard to fill costs more, and belongs into the spread."""


@dataclass(frozen=True)
class Exercise:
    """A scenario with its slots."""

    scenario: Scenario
    slots: tuple[Slot, ...]

    def files(self, number: int) -> int:
        """Make the files of one variant, from seed to bytes; return its sides."""
        return variant_files(self.scenario, self.slots, _id(number), SEED).sides

    def papers(self, number: int) -> Papers:
        """One variant's papers."""
        return variant(self.scenario, self.slots, _id(number), SEED).papers


@dataclass(frozen=True)
class Generating:
    """Milliseconds a page by contender, their ratios to the bare canvas, the sides of a dossier, the checks' share."""

    milliseconds: dict[str, Times]
    ratios: dict[str, Times]
    sides: float
    checks: Times


def exercise(name: str = "monterrey") -> Exercise:
    """A shipped scenario, planned."""
    scenario = load_scenario(name)
    return Exercise(scenario, plan(scenario, SEED))


def measure(here: Exercise, rounds: int) -> Generating:
    """Measure; every round one variant, by turns."""
    papers = [here.papers(number) for number in range(VARIANTS)]
    bound = [dossier(each, here.scenario.paper) for each in papers]
    bare_pages = [tuple(_without_marks(page) for page in each.pages) for each in bound]
    contenders: dict[str, Callable[[int], object]] = {
        "whole pipeline": here.files,
        "  exercise (world, papers, key)": here.papers,
        "  layout (boxes on pages)": lambda number: dossier(papers[number], here.scenario.paper),
        "  ground truth": lambda number: _truth(bound[number]),
        "drawing": lambda number: render_pdf(bound[number].pages),
        "drawing without marks": lambda number: render_pdf(bare_pages[number]),
        "bare canvas": lambda number: bare_pdf(bound[number].pages),
    }
    if is_installed():
        contenders["fpdf2"] = lambda number: fpdf2_pdf(bound[number].pages)
    seconds = interleaved({name: afresh(run) for name, run in contenders.items()}, rounds)
    sides = [len(bound[number % VARIANTS].pages) for number in range(1, rounds + 1)]
    each_page = {
        name: Times(tuple(1000 * second / side for second, side in zip(times.rounds, sides, strict=True)))
        for name, times in seconds.items()
    }
    ratios = {name: times.over(each_page["bare canvas"]) for name, times in each_page.items()}
    return Generating(each_page, ratios, sum(sides) / len(sides), _share_of_checks(here, rounds))


def afresh(run: Callable[[int], object]) -> Callable[[int], object]:
    """Let a contender begin without what others met and drew before it; the round's number becomes a variant's."""

    def begin(number: int) -> object:
        for kept in (typed._escaped, fonts.missing_glyph, static._operators, placed.hundredths):
            kept.cache_clear()
        return run(number % VARIANTS)

    return begin


def _truth(bound: Dossier) -> bytes:
    return json_bytes(truth("v01", bound))


def _without_marks(bound: BoundPage) -> BoundPage:
    return bound if bound.page is None else replace(bound, page=replace(bound.page, marks=()))


def _id(number: int) -> str:
    return f"v{number + 1:02d}"


def _share_of_checks(here: Exercise, rounds: int) -> Times:
    """Return the checks' own time over the time of the generation that ran them."""
    shares = []
    for number in range(rounds):
        with _timed_checks() as spent:
            begun = process_time()
            here.files(number % VARIANTS)
            shares.append(sum(spent) / (process_time() - begun))
    return Times(tuple(shares))


@contextmanager
def _timed_checks() -> Iterator[list[float]]:
    """Put a clock around every check of the catalogue."""
    spent: list[float] = []
    entries = catalogue()
    before = dict(entries)
    for id_, entry in before.items():
        entries[id_] = replace(entry, check=_timed(entry.check, spent))
    try:
        yield spent
    finally:
        entries.update(before)


def _timed(check: Check, spent: list[float]) -> Check:
    def timed(papers: Papers, consignment: str) -> tuple[Sight, ...]:
        begun = process_time()
        found = check(papers, consignment)
        spent.append(process_time() - begun)
        return found

    return timed
