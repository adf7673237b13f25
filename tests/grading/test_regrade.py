"""The same answers graded again: what differs is listed with its reason, and nothing else differs."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import msgspec
import pytest
from builders_key import EXAMINE, LAWFUL, SIX, TRAINEE, write_pack
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.errors import BadInput
from simulator.formats.correction import CorrectedPlace, Correction, KeyPart, NumberedCorrection
from simulator.formats.pack import PackTrainee
from simulator.formats.submission import Answer, Rejection, Submission
from simulator.formats.vocabulary import VERDICTS
from simulator.formats.writing import json_bytes
from simulator.grading.credit import DEFAULT_SCORING
from simulator.grading.kept import NAME, Kept
from simulator.grading.regrade import Change, Regraded, regrade, regrade_folder
from simulator.grading.run import grade_kept, grade_pack
from simulator.intake.pack_reading import OpenedPack, open_pack
from simulator.reports.changes import changed_lines, changes_csv

TRAINEES = (TRAINEE, PackTrainee("T002", "Bea", "G01", "v01"), PackTrainee("T003", "Caro", "G02", "v02"))
VARIANTS = {"v01": SIX, "v02": (msgspec.structs.replace(EXAMINE, id="C04"), LAWFUL)}
STRICT = msgspec.structs.replace(DEFAULT_SCORING, pass_mark=80, evidence_weight=0.5)
NO_CREDIT_FOR_NEAR = msgspec.structs.replace(
    DEFAULT_SCORING, credit={row: {column: float(row == column) for column in VERDICTS} for row in VERDICTS}
)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> OpenedPack:
    return open_pack(write_pack(tmp_path_factory.mktemp("regraded") / "pack", trainees=TRAINEES, variants=VARIANTS))


def numbered(number: int, replaces: Any, with_: Any, **place: str) -> NumberedCorrection:
    parts = msgspec.convert(replaces, KeyPart), msgspec.convert(with_, KeyPart)
    return NumberedCorrection(number, Correction("PACK1", "Ruiz", "why", CorrectedPlace(**place), *parts))


QUERIED = numbered(1, {"verdict": "examine"}, {"verdict": "query"}, item="item-C01")
ACCEPTED = numbered(
    2, {"boxes": {"V01": {"INV-16": None}}}, {"boxes": {"V01": {"INV-16": "shows"}}}, variant="v01", consignment="C03"
)
DROPPED = numbered(3, {"strength": {"G08": "strong"}}, {"strength": {"G08": None}}, item="item-C02")
LEFT_OUT = numbered(4, {"verdict": "release"}, {"verdict": None}, variant="v01", consignment="C06")
ALL = (QUERIED, ACCEPTED, DROPPED, LEFT_OUT)


def kept(*submissions: Submission, **more: Any) -> Kept:
    return msgspec.structs.replace(Kept("PACK1", "T", DEFAULT_SCORING, (), submissions, ()), **more)


ANSWERED = kept(
    Submission("T001", (Answer("C01", "examine"), Answer("C03", "revenue", flags=("INV-16",)), Answer("C05", "query"))),
    Submission("T002", (Answer("C05", "release"), Answer("C06", "release"))),
    Submission("T003", (Answer("C04", "query", flags=("INV-14.1",)), Answer("C05", "release"))),
)


def regraded(opened: OpenedPack, before: Kept, **after: Any) -> Regraded:
    return regrade(opened, before, msgspec.structs.replace(before, **after))


def told(result: Regraded, trainee: str, *columns: str) -> list[Change]:
    return [each for each in result.changes if each.trainee == trainee and each.what in columns]


def test_a_corrected_verdict_by_hand(opened: OpenedPack) -> None:
    # T001 loses C01: examine where query is right earns .5 of 1; without flags its evidence is 0 in either case.
    # T003 wins C04 of two: credit .25 to 1; the flag on INV-14.1 is still evidence.
    result = regraded(opened, ANSWERED, corrections=(QUERIED,))
    why = ("correction 001",)
    assert told(result, "T001", "verdict", "credit", "score") == [
        # 100 x (.7 x (1 + 1 + .5) / 6 + .3 x (0 + 0 + 1) / 6): C05 is lawful and without flags.
        Change("T001", "", "score", "34.1667", "28.3333", why),
        Change("T001", "C01", "verdict", "examine", "query", why),
        Change("T001", "C01", "credit", "1", "0.5", why),
    ]
    # 100 x (.7 x (.25 + 1) / 2 + .3 x 1), then all of both.
    assert told(result, "T003", "credit", "score") == [
        Change("T003", "", "score", "73.75", "100", why),
        Change("T003", "C04", "credit", "0.25", "1", why),
    ]
    assert changed_lines(result) == (
        "T001: score 34.1667 -> 28.3333; C01 (correction 001)",
        "T003: score 73.75 -> 100; C04 (correction 001)",
    )


def test_two_scorings_by_hand(opened: OpenedPack) -> None:
    result = regraded(opened, ANSWERED, scoring=STRICT)
    # T003: 100 x (.5 x 1.25 / 2 + .5 x 1) = 81.25, which passes as before.
    assert told(result, "T003", "score", "passed") == [Change("T003", "", "score", "73.75", "81.25", ("scoring",))]
    lenient = regraded(opened, ANSWERED, scoring=msgspec.structs.replace(DEFAULT_SCORING, pass_mark=34))
    assert changed_lines(lenient) == ("T001: score 34.1667 as before, now passed; scoring",)
    assert regraded(opened, ANSWERED, scoring=NO_CREDIT_FOR_NEAR).after.summary.own_scoring == NO_CREDIT_FOR_NEAR


def test_each_change_is_told_with_all_that_moved_it(opened: OpenedPack) -> None:
    result = regraded(opened, ANSWERED, scoring=STRICT, corrections=ALL)
    (score,) = told(result, "T001", "score")
    assert score.reasons == ("scoring", "correction 001", "correction 002", "correction 004")
    line = next(each for each in changed_lines(result) if each.startswith("T001"))
    assert line.endswith("; C01 (correction 001), C03 (correction 002), correction 004, scoring")


def test_a_consignment_left_out_is_in_no_table(opened: OpenedPack) -> None:
    result = regraded(opened, ANSWERED, corrections=(LEFT_OUT,))
    assert [row["consignment"] for row in result.after.responses[:6]] == ["C01", "C02", "C03", "C04", "C05", "C01"]
    assert [(each.old, each.new) for each in told(result, "T002", "consignments", "verdict")] == [
        ("6", "5"),
        ("release", ""),
    ]
    # T002 answered two of six, now one of five: 100 x 2 / 6, 100 x 1 / 5.
    assert [(each.old, each.new) for each in told(result, "T002", "score")] == [("33.3333", "20")]


def test_what_is_withdrawn_or_rewritten_is_told_so(opened: OpenedPack) -> None:
    before = msgspec.structs.replace(ANSWERED, corrections=(QUERIED, LEFT_OUT))
    withdrawn = regraded(opened, before, corrections=(LEFT_OUT,))
    assert {each.reasons for each in told(withdrawn, "T003", "score")} == {("correction 001 withdrawn",)}
    held = numbered(1, {"verdict": "examine"}, {"verdict": "detain"}, item="item-C01")
    rewritten = regraded(opened, before, corrections=(held, LEFT_OUT))
    assert {each.reasons for each in told(rewritten, "T003", "verdict")} == {("correction 001",)}


def test_corrections_that_rest_on_each_other_are_one_reason(opened: OpenedPack) -> None:
    held = numbered(2, {"verdict": "query"}, {"verdict": "detain"}, item="item-C01")
    before = msgspec.structs.replace(ANSWERED, corrections=(QUERIED, held))
    other = numbered(1, {"verdict": "examine"}, {"verdict": "release"}, item="item-C01")
    after = numbered(2, {"verdict": "release"}, {"verdict": "revenue"}, item="item-C01")
    result = regraded(opened, before, corrections=(other, after))
    assert {each.reasons for each in told(result, "T003", "verdict")} == {("correction 001", "correction 002")}


def test_nothing_changes_where_nothing_is_otherwise(opened: OpenedPack) -> None:
    before = msgspec.structs.replace(ANSWERED, corrections=ALL, rejections=(Rejection("a.csv", 2, "why"),))
    result = regraded(opened, before)
    assert (result.changes, changed_lines(result)) == ((), ())
    assert changes_csv(result) == b"trainee,consignment,what,old,new,reason\n"
    assert result.after.rejections == before.rejections


def test_a_correction_that_touches_no_answer_changes_nobodys_grade(opened: OpenedPack) -> None:
    silent = kept(Submission("T001", (Answer("C05", "release"),)))
    result = regraded(opened, silent, corrections=(QUERIED,))
    assert changed_lines(result) == ()
    assert {each.what for each in result.changes} >= {"verdict", "signal"}


ANSWERS = st.tuples(
    st.sampled_from([None, *VERDICTS]),
    st.sampled_from([None, 1, 4]),
    st.sets(st.sampled_from(["INV-14.1", "INV-14.2", "INV-16", "BL-2A", "BL-20", "BL-15"]), max_size=3),
)
SIDES = st.tuples(
    st.sampled_from([DEFAULT_SCORING, STRICT, NO_CREDIT_FOR_NEAR]),
    st.lists(st.sampled_from(ALL), unique_by=lambda each: each.number).map(
        lambda every: tuple(sorted(every, key=lambda each: each.number))
    ),
)


def submissions(drawn: dict[str, Any]) -> tuple[Submission, ...]:
    ids = {"T001": [each.id for each in SIX], "T002": [each.id for each in SIX], "T003": ["C04", "C05"]}
    return tuple(
        Submission(who, tuple(Answer(id_, one[0], one[1], tuple(sorted(one[2]))) for id_, one in zip(ids[who], every)))  # noqa: B905
        for who, every in drawn.items()
    )


Class = tuple[Submission, ...]
CLASSES = st.fixed_dictionaries({}, optional={each.id: st.lists(ANSWERS, max_size=6) for each in TRAINEES}).map(submissions)


def cells(tables: dict[str, bytes]) -> dict[tuple[str, str, str], str]:
    every = {}
    for name in ("results.csv", "responses.csv"):
        for row in csv.DictReader(io.StringIO(tables[name].decode())):
            for column, value in row.items():
                every[row["trainee"], row.get("consignment", ""), column] = value
    return every


@settings(max_examples=60)
@given(CLASSES, SIDES, SIDES)
def test_the_changes_are_all_that_differs_between_the_files(
    opened: OpenedPack, answered: Class, first: Any, second: Any
) -> None:
    before = kept(*answered, scoring=first[0], corrections=first[1])
    after = kept(*answered, scoring=second[0], corrections=second[1])
    result = regrade(opened, before, after)
    old, new = cells(grade_kept(opened, before).tables), cells(grade_kept(opened, after).tables)
    listed = {(each.trainee, each.consignment, each.what): (each.old, each.new) for each in result.changes}
    every = {**old, **new}
    assert listed == {
        place: (old.get(place, ""), new.get(place, "")) for place in every if old.get(place, "") != new.get(place, "")
    }
    moved = {f"correction {each.name}" for each in after.corrections if each not in before.corrections}
    moved |= {f"correction {each.name} withdrawn" for each in before.corrections if each not in after.corrections}
    moved |= {"scoring"} if before.scoring != after.scoring else set()
    for each in result.changes:
        assert each.reasons
        assert set(each.reasons) <= moved
    assert result.after.tables["rejected.csv"] == result.before.tables["rejected.csv"]


@settings(max_examples=30)
@given(CLASSES, st.sampled_from([DEFAULT_SCORING, STRICT, NO_CREDIT_FOR_NEAR]))
def test_another_scoring_changes_no_verdict_and_no_flag(opened: OpenedPack, answered: Class, own: Any) -> None:
    result = regraded(opened, kept(*answered), scoring=own)
    allowed = {"credit", "decision_score", "score", "passed", "best_constant_decision", "best_constant_score"}
    assert {each.what for each in result.changes} <= allowed


@settings(max_examples=30)
@given(CLASSES)
def test_a_correction_of_one_variant_leaves_the_other_as_it_was(opened: OpenedPack, answered: Class) -> None:
    result = regraded(opened, kept(*answered), corrections=(ACCEPTED, DROPPED, LEFT_OUT))
    assert {each.trainee for each in result.changes} <= {"T001", "T002"}


@pytest.fixture
def graded(tmp_path: Path) -> tuple[Path, Path]:
    """A pack, and a folder of grades with the answers that it was graded by."""
    pack = write_pack(tmp_path / "pack", trainees=TRAINEES, variants=VARIANTS)
    (tmp_path / "a.csv").write_text(
        "trainee,consignment,decision,confidence,flags,reasons,refer_to,minutes\n"
        'T001,C01,examine,3,inv-14.1,"=1+1, ""x""",PGR,"7,5"\nT001,C09,query,,,,,\nT002,C02,,,INV-5,,,\n'
    )
    (tmp_path / "grades").mkdir()
    result = grade_pack(pack, [tmp_path / "a.csv"])
    (tmp_path / "grades" / NAME).write_bytes(json_bytes(result.kept))
    return pack, tmp_path / "grades"


def test_a_folder_of_grades_keeps_all_that_its_tables_follow_from(graded: tuple[Path, Path], tmp_path: Path) -> None:
    pack, grades = graded
    result = regrade_folder(pack, grades)
    assert result.changes == ()
    assert result.after.tables == grade_pack(pack, [tmp_path / "a.csv"]).tables
    assert json_bytes(result.after.kept) == (grades / NAME).read_bytes()


def test_without_a_file_the_scoring_of_the_earlier_grading_holds(graded: tuple[Path, Path], tmp_path: Path) -> None:
    pack, grades = graded
    (tmp_path / "strict.toml").write_text("format = 1\npass_mark = 90\n")
    strict = regrade_folder(pack, grades, tmp_path / "strict.toml")
    assert strict.after.summary.pass_mark == 90
    (grades / NAME).write_bytes(json_bytes(strict.after.kept))
    assert regrade_folder(pack, grades).after.summary.pass_mark == 90
    (tmp_path / "own.toml").write_text("format = 1\n")
    assert regrade_folder(pack, grades, tmp_path / "own.toml").after.summary.pass_mark == 60


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"PACK1"', '"PACK2"', "pack: the answers were given to pack PACK2, this is PACK1"),
        ('"respondent": "T002"', '"respondent": "T009"', "submissions: 'T009' is not in this pack"),
        ('"respondent": "T002"', '"respondent": "T001"', "an answer stands here twice"),
        ('"consignment": "C01"', '"consignment": "C77"', "T001 has no consignment 'C77'"),
        ('"format": 1,\n "pack"', '"format": 2,\n "pack"', "format 2 is newer"),
        ('"decision": "examine"', '"decision": "inspect"', "invalid enum value 'inspect'"),
        ('"pass_mark": 60', '"pass_mark": 600', "pass_mark"),
        ('"detain": {', '"detained": {', "detained"),
        ('"confidence": null', '"confidence": -1', "expected `int` >= 1"),
        ('"minutes": null', '"minutes": 1e300', "expected `float` < 1000000"),
    ],
)
def test_answers_that_do_not_belong_to_the_pack(graded: tuple[Path, Path], old: str, new: str, said: str) -> None:
    pack, grades = graded
    text = (grades / NAME).read_text()
    assert old in text
    (grades / NAME).write_text(text.replace(old, new))
    with pytest.raises(BadInput) as caught:
        regrade_folder(pack, grades)
    assert said in str(caught.value)
    assert str(caught.value).startswith(str(grades))


def test_a_folder_without_answers(graded: tuple[Path, Path], tmp_path: Path) -> None:
    pack, grades = graded
    (grades / NAME).unlink()
    for folder in (grades, tmp_path / "nowhere"):
        with pytest.raises(BadInput, match="name a folder that simulator grade has written"):
            regrade_folder(pack, folder)
