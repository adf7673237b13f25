"""Answer files to submissions, row by row."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders_key import opened_pack
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.errors import BadInput
from simulator.formats.submission import Answer, Rejection, Submission
from simulator.intake.gather import Gathered, answer_files, gather
from simulator.intake.kinds import labels_of
from simulator.intake.pack_reading import OpenedPack

HEADER = "trainee,consignment,decision,confidence,flags,reasons,refer_to,minutes\n"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> OpenedPack:
    return opened_pack(tmp_path_factory.mktemp("gather"))


def gathered(folder: Path, rows: str, opened: OpenedPack, header: str = HEADER) -> Gathered:
    path = folder / "answers.csv"
    path.write_text(header + rows, encoding="utf-8", newline="")
    return gather([path], opened)


def answers(result: Gathered) -> tuple[Answer, ...]:
    return tuple(answer for submission in result.submissions for answer in submission.answers)


def reasons(result: Gathered) -> list[tuple[int, str]]:
    return [(each.line, each.reason) for each in result.rejections]


def test_a_whole_row(tmp_path: Path, opened: OpenedPack) -> None:
    result = gathered(tmp_path, 't001,c01,Reconocimiento,3,inv-14.1 BL-15b,"se ve, mal",PGR,"7,5"\n', opened)
    whole = Answer("C01", "examine", 3, ("BL-15B", "INV-14.1"), "se ve, mal", "PGR", 7.5)
    assert result == Gathered((Submission("T001", (whole,)),), ())


def test_a_row_with_a_decision_only(tmp_path: Path, opened: OpenedPack) -> None:
    result = gathered(tmp_path, "T001,C01,detain\n", opened)
    assert answers(result) == (Answer("C01", "detain"),)
    assert not result.rejections


def test_submissions_and_answers_come_in_the_packs_order(tmp_path: Path, opened: OpenedPack) -> None:
    result = gathered(tmp_path, "T002,C01,query\nT001,C05,release\nT001,C02,detain\n", opened)
    assert [(each.respondent, [one.consignment for one in each.answers]) for each in result.submissions] == [
        ("T001", ["C02", "C05"]),
        ("T002", ["C01"]),
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("T9,C01,query", "trainee 'T9' is not in this pack"),
        (",C01,query", "trainee '' is not in this pack"),
        ("T001,C09,query", "consignment 'C09' is not in this pack; it has C01 C02 C03 C04 C05 C06"),
        ("T001,C01,reconocimento", "decision 'reconocimento' is none of the five; use release, query, revenue"),
        ("T001,C01,query,,,,,,more", "the row has more cells than the header"),
    ],
)
def test_a_row_that_cannot_be_graded_is_rejected_and_the_rest_graded(
    tmp_path: Path, opened: OpenedPack, row: str, said: str
) -> None:
    result = gathered(tmp_path, f"{row}\nT002,C01,query\n", opened)
    assert [(each.respondent, len(each.answers)) for each in result.submissions] == [("T002", 1)]
    assert [line for line, _ in reasons(result)] == [2]
    assert said in reasons(result)[0][1]


def test_a_misspelt_decision_is_answered_with_the_right_words(tmp_path: Path, opened: OpenedPack) -> None:
    reason = reasons(gathered(tmp_path, "T001,C01,examinar\n", opened))[0][1]
    assert "release, query, revenue, examine, detain" in reason
    assert "sin objeción, solicitar aclaración, contribuciones, reconocimiento, proponer retención" in reason


@pytest.mark.parametrize(
    ("cells", "kept", "said"),
    [
        ("5,,,,", Answer("C01", "query"), "confidence '5' is not 1, 2, 3 or 4"),
        ("high,,,,", Answer("C01", "query"), "confidence 'high' is not"),
        (",,,,-1", Answer("C01", "query"), "minutes '-1' is not a number from 0"),
        (",,,,1e9", Answer("C01", "query"), "minutes '1e9' is not"),
        (",,,,nan", Answer("C01", "query"), "minutes 'nan' is not"),
        (",INV-99 INV-5,,,", Answer("C01", "query", flags=("INV-5",)), "box code 'INV-99' is not on the papers of C01"),
        (",everything,,,", Answer("C01", "query"), "box code 'EVERYTHING' is not on the papers of C01"),
    ],
)
def test_a_value_that_cannot_be_read_is_rejected_alone(
    tmp_path: Path, opened: OpenedPack, cells: str, kept: Answer, said: str
) -> None:
    result = gathered(tmp_path, f"T001,C01,query,{cells}\n", opened)
    assert answers(result) == (kept,)
    assert [line for line, _ in reasons(result)] == [2]
    assert said in reasons(result)[0][1]


def test_several_problems_of_one_row_are_all_listed(tmp_path: Path, opened: OpenedPack) -> None:
    result = gathered(tmp_path, "T001,C01,query,9,X-1 X-2,,,\n", opened)
    assert len(result.rejections) == 3


def test_flags_without_a_decision_are_listed_and_the_consignment_is_unanswered(tmp_path: Path, opened: OpenedPack) -> None:
    result = gathered(tmp_path, "T001,C01,,2,INV-5,,,\n", opened)
    assert [each.decision for each in answers(result)] == [None]
    assert reasons(result) == [(2, "C01 has flags but no decision; it is unanswered")]


def test_an_empty_decision_is_unanswered_and_no_problem(tmp_path: Path, opened: OpenedPack) -> None:
    result = gathered(tmp_path, "T001,C01,,,,,,\n", opened)
    assert answers(result) == (Answer("C01"),)
    assert not result.rejections


def test_equal_rows_count_once(tmp_path: Path, opened: OpenedPack) -> None:
    rows = "T001,C01,examine,2,INV-5 BL-20,,,\nt001,C01,reconocimiento,2,bl-20 inv-5 INV-5,,,\n"
    result = gathered(tmp_path, rows, opened)
    assert answers(result) == (Answer("C01", "examine", 2, ("BL-20", "INV-5")),)
    assert not result.rejections


@pytest.mark.parametrize("other", ["detain,2,INV-5,,,", "examine,3,INV-5,,,", "examine,2,,,,"])
def test_contradicting_rows_are_all_rejected(tmp_path: Path, opened: OpenedPack, other: str) -> None:
    rows = f"T001,C01,examine,2,INV-5,,,\nT002,C01,query,,,,,\nT001,C01,{other}\nT001,C01,examine,2,INV-5,,,\n"
    result = gathered(tmp_path, rows, opened)
    assert [each.respondent for each in result.submissions] == ["T002"]
    assert [line for line, _ in reasons(result)] == [2, 4, 5]
    assert reasons(result)[1][1] == (
        "T001 answers C01 differently in answers.csv line 2, answers.csv line 5; keep one of these rows"
    )


def test_a_blank_row_contradicts_nothing(tmp_path: Path, opened: OpenedPack) -> None:
    result = gathered(tmp_path, "T001,C01,,,,,,\nT001,C01,query,,,,,\n", opened)
    assert answers(result) == (Answer("C01", "query"),)
    assert not result.rejections


def test_a_folder_is_searched_and_rows_meet_across_files(tmp_path: Path, opened: OpenedPack) -> None:
    for name, row in (("b/T001.CSV", "T001,C01,query"), ("a/answers.csv", "T001,C01,examine"), ("c.csv", "T002,C01,x")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{HEADER}{row}\n")
    (tmp_path / "._c.csv").write_bytes(b"\xff")
    (tmp_path / "notes.txt").write_text("nothing")
    result = gather([tmp_path, tmp_path / "c.csv"], opened)
    assert [(each.file, each.line) for each in result.rejections] == [("a/answers.csv", 2), ("b/T001.CSV", 2), ("c.csv", 2)]


def test_files_are_named_below_the_folder_they_share(tmp_path: Path) -> None:
    for name in ("T001", "T002"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "answers.csv").touch()
    files = answer_files([tmp_path / "T002" / "answers.csv", tmp_path])
    assert labels_of(files) == ("T002/answers.csv", "T001/answers.csv")
    assert labels_of(files[:1]) == ("answers.csv",)
    assert labels_of(()) == ()


def test_paths_that_hold_no_answers(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.pdf").touch()
    for name, said in (("none", "no such file or folder"), ("empty", "holds no answers"), ("a.pdf", "save it as CSV")):
        with pytest.raises(BadInput, match=said):
            answer_files([tmp_path / name])


def test_a_header_without_its_columns_is_bad_input(tmp_path: Path, opened: OpenedPack) -> None:
    with pytest.raises(BadInput, match="line 1: the header lacks confidence and flags"):
        gathered(tmp_path, "", opened, header="trainee;consignment;decision\n")


PIECES = st.sampled_from(
    ["T001", "T002", "C01", "C02", "query", "examine", "1", "9", "INV-5", "BL-15", "é", " ", '"', ",", "\n"]
)


@settings(deadline=None)
@given(st.one_of(st.binary(max_size=80), st.lists(PIECES, max_size=30).map(lambda each: "".join(each).encode())))
def test_any_answer_file_is_read_or_bad_input(
    tmp_path_factory: pytest.TempPathFactory, opened: OpenedPack, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "answers.csv"
    path.write_bytes(HEADER.encode() + content)
    try:
        result = gather([path], opened)
    except BadInput:
        return
    for submission in result.submissions:
        assert len({each.consignment for each in submission.answers}) == len(submission.answers)
    assert all(each.line > 1 and isinstance(each, Rejection) for each in result.rejections)


def test_more_box_codes_than_any_papers_have_are_left_out_at_once(tmp_path: Path, opened: OpenedPack) -> None:
    """A cell can hold tens of thousands; a sentence for each of them would help nobody."""
    flags = " ".join(f"INV-{number}" for number in range(12_000))
    found = gathered(tmp_path, f"T001,C01,examine,3,{flags},,,\n", opened)
    assert [each.reason for each in found.rejections] == [
        "12000 box codes on C01 are more than any papers have; all are left out"
    ]
    assert found.submissions == (Submission("T001", (Answer("C01", "examine", 3),)),)
