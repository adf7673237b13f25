"""What the briefing of a scenario says: desk, offices, seal and worked example."""

from __future__ import annotations

from simulator.formats.vocabulary import Language, Mode
from simulator.indicators.catalogue import catalogue
from simulator.indicators.goods.g08_copy_words import WORDS
from simulator.pack.briefing_content import BriefingContent, WorkedExample
from simulator.pack.texts.loader import pack_texts
from simulator.pack.worked_example import SolvedExample
from simulator.reference.airports import airports
from simulator.reference.ports import ports
from simulator.scenario import ConsignmentCounts, Scenario
from simulator.wording import VAGUE


def briefing_content(
    scenario: Scenario, key_sha256: str, practice: bool, pack_id: str, example: SolvedExample | None
) -> BriefingContent:
    """Return everything that the briefing of one pack prints."""
    modes = _modes(scenario.consignments)
    return BriefingContent(
        scenario_title=scenario.title,
        desk_date=scenario.reference_date,
        customs_offices=_offices(modes, scenario.language),
        seal=key_sha256,
        practice=practice,
        copy_words=WORDS,
        vague_words=VAGUE,
        worked_example=None if example is None else _worked(example),
        consignments=scenario.consignments.count,
        pack_id=pack_id,
        modes=modes,
        own_marks=bool(scenario.brands),
    )


def _modes(counts: ConsignmentCounts) -> frozenset[Mode]:
    used: dict[Mode, int] = {"sea": counts.by_sea, "air": counts.by_air}
    return frozenset(mode for mode, count in used.items() if count)


def _offices(modes: frozenset[Mode], language: Language) -> tuple[str, ...]:
    """Return the offices where goods arrive that travel so, each with its code."""
    by_sea = [port.customs_office for port in ports().values() if port.role == "destination"]
    by_air = [airport.customs_office for airport in airports().values() if airport.role == "destination"]
    codes = (*(by_sea if "sea" in modes else ()), *(by_air if "air" in modes else ()))
    return tuple(f"{pack_texts('offices').get(str(code), language)} ({code})" for code in codes)


def _worked(example: SolvedExample) -> WorkedExample:
    solution = example.solution
    return WorkedExample(
        consignment=solution.id,
        verdict=solution.verdict,
        findings=solution.findings,
        look_alikes=solution.look_alikes,
        titles={entry.id: entry.card.title for entry in catalogue().values()},
    )
