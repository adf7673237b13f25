from __future__ import annotations

from typing import Any

import msgspec
import pytest

from simulator.errors import BadInput
from simulator.formats.key import Key
from simulator.formats.vocabulary import VERDICTS
from simulator.grading.credit import DEFAULT_SCORING, credit_for, scoring_of

CONTRACT = """
release 1 .5 0 0 0
query .25 1 .25 .5 0
revenue 0 .5 1 .5 .25
examine 0 .25 0 1 .75
detain 0 .25 0 .75 1
"""


def key(scoring: Any) -> Key:
    return Key("P", "s", {"scoring": scoring}, {})


def test_default_credit_is_the_contracts_table() -> None:
    for line in CONTRACT.strip().splitlines():
        verdict, *credits = line.split()
        for decision, credit in zip(VERDICTS, credits, strict=True):
            assert credit_for(DEFAULT_SCORING, verdict, decision) == float(credit)  # type: ignore[arg-type]


def test_no_decision_earns_nothing() -> None:
    assert credit_for(DEFAULT_SCORING, "release", None) == 0


def test_the_scoring_stands_in_the_key() -> None:
    scoring = msgspec.to_builtins(DEFAULT_SCORING) | {"pass_mark": 70}
    assert scoring_of(key(scoring)).pass_mark == 70


@pytest.mark.parametrize(
    "scoring",
    [
        None,
        {"pass_mark": "high"},
        {"credit": {}},
        {"credit": {**DEFAULT_SCORING.credit, "detain": {"release": 0}}},
        {"credit": {**DEFAULT_SCORING.credit, "detain": {"release": 2}}},
    ],
)
def test_a_scoring_that_is_not_whole_is_bad_input(scoring: Any) -> None:
    with pytest.raises(BadInput, match="scoring"):
        scoring_of(key(scoring))
