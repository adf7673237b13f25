"""What the briefing of a scenario says: desk, offices, seal and worked example."""

from __future__ import annotations

from simulator.indicators.catalogue import catalogue
from simulator.indicators.goods.g08_copy_words import WORDS
from simulator.pack.briefing_content import BriefingContent, WorkedExample
from simulator.pack.worked_example import SolvedExample
from simulator.reference.ports import ports
from simulator.scenario import Scenario


def briefing_content(
    scenario: Scenario, key_sha256: str, practice: bool, pack_id: str, example: SolvedExample | None
) -> BriefingContent:
    """Return everything that the briefing of one pack prints."""
    return BriefingContent(
        scenario_title=scenario.title,
        desk_date=scenario.reference_date,
        customs_offices=tuple(
            f"{port.name} ({port.customs_office})" for port in ports().values() if port.role == "destination"
        ),
        seal=key_sha256,
        practice=practice,
        copy_words=WORDS,
        worked_example=None if example is None else _worked(example),
        consignments=scenario.consignments.count,
        pack_id=pack_id,
    )


def _worked(example: SolvedExample) -> WorkedExample:
    solution = example.solution
    return WorkedExample(
        consignment=solution.id,
        verdict=solution.verdict,
        findings=solution.findings,
        look_alikes=solution.look_alikes,
        titles={entry.id: entry.card.title for entry in catalogue().values()},
    )
