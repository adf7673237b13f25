"""The worked example: an easy signal on a desk of its own, solved in the briefing, in no count, key or grade."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pypdfium2
import pytest

from pack.making import SEED, generate, index, key_of, shipped
from simulator.formats.vocabulary import ACTING
from simulator.indicators.catalogue import catalogue
from simulator.layout.truth import truth
from simulator.pack.worked_example import solved_example
from simulator.scenario import Scenario

SEEDS = [f"worked-{number}" for number in range(12)]
FIRST_HOUR = shipped("first-hour", trainees=1)


def without_example(scenario: Scenario) -> Scenario:
    counts = msgspec.structs.replace(scenario.consignments, worked_example=False)
    return msgspec.structs.replace(scenario, consignments=counts)


PACKS = {"with": FIRST_HOUR, "without": without_example(FIRST_HOUR)}


def allowing(**settings: object) -> Scenario:
    return msgspec.structs.replace(FIRST_HOUR, indicators=msgspec.structs.replace(FIRST_HOUR.indicators, **settings))


@pytest.mark.parametrize("seed", SEEDS)
def test_it_is_one_easy_signal(seed: str) -> None:
    solution = solved_example(FIRST_HOUR, seed).solution
    assert solution.verdict in ACTING
    planted = [each for each in solution.findings if each.planted]
    assert [(each.points_to, each.subtlety) for each in planted] == [("infringement", 1)]


@pytest.mark.parametrize("seed", SEEDS[:4])
def test_it_can_be_seen_on_its_own_papers(seed: str) -> None:
    example = solved_example(FIRST_HOUR, seed)
    boxes = {(each.id, box.box): box for each in truth("", example.dossier).documents for box in each.boxes}
    for finding in example.solution.findings:
        for each in finding.evidence:
            box = boxes[each.document, each.box]
            assert (box.text == "") == (each.printed == ""), each


def test_the_same_seed_gives_the_same_example_and_others_give_others() -> None:
    assert solved_example(FIRST_HOUR, "one").solution == solved_example(FIRST_HOUR, "one").solution
    assert len({solved_example(FIRST_HOUR, seed).solution.item for seed in SEEDS}) == len(SEEDS)
    assert len({solved_example(FIRST_HOUR, seed).solution.findings[0].indicator for seed in SEEDS}) > 1


def test_it_shows_only_what_the_scenario_allows() -> None:
    usual = {solved_example(FIRST_HOUR, seed).solution.findings[0].indicator for seed in SEEDS}
    some = sorted(usual)[0]
    assert {solved_example(allowing(only=(some,)), seed).solution.findings[0].indicator for seed in SEEDS[:4]} == {some}
    assert some not in {solved_example(allowing(never=(some,)), seed).solution.findings[0].indicator for seed in SEEDS}


def test_it_changes_nothing_for_the_class(tmp_path: Path) -> None:
    with_, without = (generate(tmp_path / name, scenario, SEED) for name, scenario in PACKS.items())
    assert index(with_).content_sha256 == index(without).content_sha256
    assert key_of(with_).variants == key_of(without).variants
    assert (with_ / "trainee/T001/dossier.pdf").read_bytes() == (without / "trainee/T001/dossier.pdf").read_bytes()


def test_its_papers_and_its_solution_stand_in_the_briefing_when_they_are_asked_for(tmp_path: Path) -> None:
    example = solved_example(FIRST_HOUR, SEED)
    with_, without = (
        pypdfium2.PdfDocument(generate(tmp_path / name, scenario, SEED) / "trainee" / "briefing.pdf")
        for name, scenario in PACKS.items()
    )
    assert len(with_) >= len(without) + len(example.dossier.pages) + 1
    text = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in with_)
    finding = example.solution.findings[0]
    assert catalogue()[finding.indicator].card.title.en in text
    proof = next(each for each in finding.evidence if each.role == "shows")
    assert proof.box in text
    bill = next(each.number for each in example.solution.documents if each.document.endswith("bill-of-lading"))
    assert bill in text
    plain = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in without)
    assert bill not in plain
