"""What a decision earns: the scoring that a pack was made with."""

from __future__ import annotations

import msgspec

from simulator.errors import BadInput
from simulator.formats.key import Key
from simulator.formats.vocabulary import VERDICTS, Verdict
from simulator.scenario import DEFAULT_CREDIT, Scoring

DEFAULT_SCORING = Scoring(credit=DEFAULT_CREDIT)
"""The contract's scoring, where a scenario changes nothing."""


def scoring_of(key: Key) -> Scoring:
    """Return the scoring that stands in the key; raise ``BadInput`` when it is not whole."""
    try:
        scoring = msgspec.convert(key.scenario.get("scoring"), Scoring)
    except msgspec.ValidationError as error:
        raise BadInput(f"{error}; generate the pack again", source="key.json", place="scenario.scoring") from None
    for place, problem in missing_credit(scoring):
        raise BadInput(f"{problem}; generate the pack again", source="key.json", place=f"scenario.scoring.{place}")
    return scoring


def missing_credit(scoring: Scoring) -> tuple[tuple[str, str], ...]:
    """Return each place of the credit table, with a sentence, where a decision has no credit."""
    absent = {verdict: set(VERDICTS) - set(scoring.credit.get(verdict, {})) for verdict in VERDICTS}
    return tuple(
        (f"credit.{verdict}", f"credit for {', '.join(sorted(decisions))} is missing")
        for verdict, decisions in absent.items()
        if decisions
    )


def credit_for(scoring: Scoring, verdict: Verdict, decision: Verdict | None) -> float:
    """Return what a decision earns where ``verdict`` is right, 0 to 1; no decision earns 0."""
    return 0.0 if decision is None else float(scoring.credit[verdict][decision])
