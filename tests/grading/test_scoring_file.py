"""A scoring of an instructor's own: what it changes, what it leaves, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors import BadInput
from simulator.formats.vocabulary import VERDICTS
from simulator.grading.credit import DEFAULT_SCORING, missing_credit
from simulator.grading.scoring_file import read_scoring
from simulator.scenario import Scoring


def read(folder: Path, content: str | bytes, base: Scoring = DEFAULT_SCORING) -> Scoring:
    path = folder / "own.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_scoring(path, base)


def test_what_is_left_out_stays_as_in_the_pack(tmp_path: Path) -> None:
    base = Scoring(55, 0.4, {**DEFAULT_SCORING.credit, "query": dict.fromkeys(VERDICTS, 0.9)})
    assert read(tmp_path, "format = 1\n", base) == base
    own = read(tmp_path, "format = 1\npass_mark = 70\n[credit.detain]\nexamine = 0.5\n", base)
    assert (own.pass_mark, own.evidence_weight) == (70, 0.4)
    assert own.credit["detain"] == {"release": 0, "query": 0.25, "revenue": 0, "examine": 0.5, "detain": 1}
    assert {each: own.credit[each] for each in VERDICTS if each != "detain"} == {
        each: base.credit[each] for each in VERDICTS if each != "detain"
    }


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "format: the key is missing; write format = 1"),
        ("format = 2", "format 2 is newer"),
        ("format = 1\npass_mark = 101", "pass_mark: expected `float` <= 100.0"),
        ("format = 1\npass_mark = nan", "pass_mark: expected `float`"),
        ("format = 1\nevidence_weight = -0.1", "evidence_weight: expected `float` >= 0"),
        ("format = 1\npassmark = 60", "there is no such key: `passmark`"),
        ("format = 1\n[credit.examine]\ninspect = 1", "inspect"),
        ("format = 1\n[credit.lawful]\nrelease = 1", "lawful"),
        ("format = 1\n[credit.query]\nquery = 1.5", "credit"),
        (
            "format = 1\n[credit.query]\nexamine = 1\nquery = 0.5",
            "credit.query: examine earns 1 where query is right and earns 0.5; give the right decision at least as much",
        ),
        ("format = 1\npass_mark =", "this is not TOML"),
        (b"format = 1 # \xe9", "not UTF-8"),
    ],
)
def test_what_cannot_be_meant_is_one_sentence_with_file_and_place(tmp_path: Path, content: str | bytes, said: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(tmp_path, content)
    assert str(caught.value).startswith(f"{tmp_path / 'own.toml'}: ")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


LINES = st.sampled_from(
    ["format = 1", "pass_mark = 61.5", "evidence_weight = 0", "[credit]", "[credit.query]", "query = 0.5", "detain = 1", "x"]
)


@given(st.one_of(st.binary(max_size=60), st.lists(LINES, max_size=8).map(lambda lines: "\n".join(lines).encode())))
def test_any_file_is_a_whole_scoring_or_bad_input(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    try:
        own = read(tmp_path_factory.getbasetemp(), content)
    except BadInput:
        return
    assert 0 <= own.pass_mark <= 100
    assert 0 <= own.evidence_weight <= 1
    assert missing_credit(own) == ()


CREDIT = st.floats(0, 1).map(lambda value: round(value, 3))


@given(st.fixed_dictionaries({verdict: st.lists(CREDIT, min_size=5, max_size=5) for verdict in VERDICTS}))
def test_a_table_is_read_as_it_stands_where_the_right_decision_earns_most(
    tmp_path_factory: pytest.TempPathFactory, rows: dict[str, list[float]]
) -> None:
    table = {verdict: dict(zip(VERDICTS, row, strict=True)) for verdict, row in rows.items()}
    sections = "".join(
        f"[credit.{verdict}]\n" + "".join(f"{decision} = {credit}\n" for decision, credit in row.items())
        for verdict, row in table.items()
    )
    sensible = all(row[verdict] == max(row.values()) for verdict, row in table.items())
    folder = tmp_path_factory.getbasetemp()
    if sensible:
        assert read(folder, f"format = 1\n{sections}").credit == table
    else:
        with pytest.raises(BadInput, match="at least as much"):
            read(folder, f"format = 1\n{sections}")
    raised = {verdict: {**row, verdict: 1.0} for verdict, row in table.items()}
    ones = "".join(
        f"[credit.{verdict}]\n" + "".join(f"{decision} = {credit}\n" for decision, credit in row.items())
        for verdict, row in raised.items()
    )
    assert read(folder, f"format = 1\n{ones}").credit == raised
