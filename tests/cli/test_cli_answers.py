"""From answer files to scores: what a perfect, an empty, a careless and a constant class earn."""

from __future__ import annotations

import csv
import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest
from pack.making import index, key_of

from cli.running import Here, assert_refused, there, tree
from simulator.formats.key import KeyConsignment
from simulator.formats.vocabulary import VERDICTS
from simulator.pack.texts.loader import pack_texts

HEADER = ("trainee", "consignment", "decision", "confidence", "flags")
Row = Sequence[object]


@pytest.fixture(params=["first-hour", "monterrey"])
def pack(request: pytest.FixtureRequest, first_hour: Path, monterrey: Path) -> Path:
    return {"first-hour": first_hour, "monterrey": monterrey}[request.param]


def write(path: Path, rows: Iterable[Row]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADER, *rows])
    return path


def answers(pack: Path, fill: Callable[[KeyConsignment], tuple[str, object, str]]) -> list[Row]:
    """A row for every trainee and consignment."""
    variants = key_of(pack).variants
    return [
        (trainee.id, each.id, *fill(each))
        for trainee in index(pack).trainees
        for each in variants[trainee.variant].consignments
    ]


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def graded(here: Here, pack: Path, rows: Iterable[Row], folder: Path) -> list[dict[str, str]]:
    file = write(folder / "answers.csv", rows)
    ended = here("grade", pack, file, "--out", folder / "grades")
    assert (ended.code, ended.err) == (0, "")
    return table(folder / "grades" / "results.csv")


def first_box(each: KeyConsignment) -> str:
    """One box that shows it for each finding."""
    return " ".join(next(box.box for box in finding.evidence if box.role == "shows") for finding in each.findings)


def every_box(each: KeyConsignment) -> str:
    proving = ("shows", "against", "follows")
    return " ".join(box.box.lower() for finding in each.findings for box in finding.evidence if box.role in proving)


def last_against(each: KeyConsignment) -> str:
    """One box of each finding, the other side of a disagreement where it has one."""
    boxes = []
    for finding in each.findings:
        boxes.append([box.box for box in finding.evidence if box.role in ("shows", "against")][-1])
    return " ".join(boxes)


@pytest.mark.parametrize("flags", [first_box, every_box, last_against])
def test_who_answers_as_the_key_earns_all(
    here: Here, pack: Path, tmp_path: Path, flags: Callable[[KeyConsignment], str]
) -> None:
    results = graded(here, pack, answers(pack, lambda each: (each.verdict, 4, flags(each))), tmp_path)
    assert len(results) == len(index(pack).trainees)
    for row in results:
        assert float(row["score"]) == 100
        assert (row["passed"], row["misses"], row["false_alarms"]) == ("1", "0", "0")
        assert [float(row[name]) for name in ("decision_score", "evidence_score", "evidence_recall")] == [1, 1, 1]


def test_who_sends_the_empty_file_back_earns_nothing(here: Here, pack: Path, tmp_path: Path) -> None:
    ended = here("grade", pack, pack / "trainee", "--out", tmp_path / "grades")
    assert ended.code == 0
    assert ended.out.startswith(f"graded: 0 of {len(index(pack).trainees)} respondents answered")
    for row in table(tmp_path / "grades" / "results.csv"):
        assert (float(row["score"]), row["answered"], row["passed"]) == (0, "0", "0")
        assert row["d_prime"] == row["evidence_precision"] == ""


def test_who_decides_rightly_and_flags_nothing_earns_the_decisions(here: Here, first_hour: Path, tmp_path: Path) -> None:
    # Of six consignments two are lawful, where no flag is right: 100 x (.7 x 1 + .3 x 2 / 6).
    for row in graded(here, first_hour, answers(first_hour, lambda each: (each.verdict, "", "")), tmp_path):
        assert float(row["score"]) == pytest.approx(80)


# first-hour: 2 signals, 1 revenue, 1 query, 2 lawful; monterrey: 4, 1, 2, 5. Without flags evidence counts on lawful
# ones alone: 2 of 6, 5 of 12. Credit down a column of the contract's table, each line the sum over all consignments.
CONSTANT = {
    ("first-hour", "release"): 100 * (0.7 * (2 * 1 + 1 * 0.25) / 6 + 0.3 * 2 / 6),
    ("first-hour", "query"): 100 * (0.7 * (2 * 0.5 + 1 * 1 + 1 * 0.5 + 2 * 0.25) / 6 + 0.3 * 2 / 6),
    ("first-hour", "revenue"): 100 * (0.7 * (1 * 0.25 + 1 * 1) / 6 + 0.3 * 2 / 6),
    ("monterrey", "release"): 100 * (0.7 * (5 * 1 + 2 * 0.25) / 12 + 0.3 * 5 / 12),
    ("monterrey", "query"): 100 * (0.7 * (5 * 0.5 + 2 * 1 + 1 * 0.5 + 4 * 0.25) / 12 + 0.3 * 5 / 12),
    ("monterrey", "revenue"): 100 * (0.7 * (2 * 0.25 + 1 * 1) / 12 + 0.3 * 5 / 12),
}


@pytest.mark.parametrize("decision", ["release", "query", "revenue"])
def test_the_same_answer_everywhere_earns_what_the_table_says(here: Here, pack: Path, tmp_path: Path, decision: str) -> None:
    wanted = CONSTANT[index(pack).scenario, decision]
    for row in graded(here, pack, answers(pack, lambda each: (decision, 1, "")), tmp_path):
        assert float(row["score"]) == pytest.approx(wanted, abs=5e-4)
        assert row["passed"] == "0"
        assert row["d_prime"] == ""


@pytest.mark.parametrize(("decision", "same", "near"), [("examine", "examine", "detain"), ("detain", "detain", "examine")])
def test_opening_everything_earns_by_how_many_are_to_be_opened(
    here: Here, pack: Path, tmp_path: Path, decision: str, same: str, near: str
) -> None:
    variants = key_of(pack).variants
    variant = {each.id: each.variant for each in index(pack).trainees}
    for row in graded(here, pack, answers(pack, lambda each: (decision, 1, "")), tmp_path):
        verdicts = Counter(each.verdict for each in variants[variant[row["trainee"]]].consignments)
        query, revenue = (0.5, 0.5) if decision == "examine" else (0, 0.25)
        credit = verdicts[same] + 0.75 * verdicts[near] + query * verdicts["query"] + revenue * verdicts["revenue"]  # type: ignore[index]
        count = sum(verdicts.values())
        score = 100 * (0.7 * credit / count + 0.3 * verdicts["release"] / count)
        assert float(row["score"]) == pytest.approx(score, abs=5e-4)
        assert int(row["false_alarms"]) == verdicts["release"]
        assert row["misses"] == "0"


def test_no_constant_answer_passes_a_shipped_scenario() -> None:
    assert max(CONSTANT.values()) < 60


@pytest.mark.parametrize("words", ["decision", "short"])
def test_decisions_may_be_written_as_briefing_and_sheet_print_them(
    here: Here, monterrey: Path, tmp_path: Path, words: str
) -> None:
    printed = {verdict: pack_texts("words").get(f"{words}.{verdict}", "es") for verdict in VERDICTS}
    assert printed["release"] != "release"
    own = answers(monterrey, lambda each: (printed[each.verdict], 3, first_box(each)))
    assert {row["score"] for row in graded(here, monterrey, own, tmp_path)} == {"100"}


def test_rows_that_cannot_be_graded_are_listed_and_the_rest_is_graded(here: Here, first_hour: Path, tmp_path: Path) -> None:
    good = [row for row in answers(first_hour, lambda each: (each.verdict, 4, first_box(each))) if row[0] == "T001"]
    bad = [
        ("T999", "C01", "release", 4, ""),
        ("T002", "C99", "release", 4, ""),
        ("T002", "C01", "relaese", 4, ""),
        ("T002", "C02", "release", 4, "BL-999"),
        ("T003", "C01", "release", 4, ""),
        ("T003", "C01", "examine", 4, ""),
        ("T003", "C02", "query", "very", ""),
        ("T003", "C03", "", "", "BL-1"),
    ]
    file = write(tmp_path / "answers.csv", [*good, *good, *bad])
    ended = there("grade", first_hour, file, "--out", tmp_path / "grades")
    assert (ended.code, ended.err) == (1, "")
    assert f"rejected: 8, each with its reason; see {tmp_path / 'grades' / 'rejected.csv'}" in ended.out
    rejected = table(tmp_path / "grades" / "rejected.csv")
    assert [int(row["line"]) for row in rejected] == list(range(14, 22))
    assert {row["file"] for row in rejected} == {"answers.csv"}
    said = ("'T999'", "'C99'", "'relaese'", "'BL-999'", "line 19", "line 18", "'very'", "C03 has flags but no decision")
    for row, words in zip(rejected, said, strict=True):
        assert words in row["reason"], row
    scores = {row["trainee"]: (row["answered"], float(row["score"])) for row in table(tmp_path / "grades" / "results.csv")}
    assert scores["T001"] == ("6", 100)
    assert (scores["T002"][0], scores["T003"][0]) == ("1", "1")


def test_answers_as_spreadsheets_save_them(here: Here, first_hour: Path, tmp_path: Path) -> None:
    rows = answers(first_hour, lambda each: (each.verdict, 4, first_box(each)))
    semicolons = "\r\n".join(";".join(map(str, row)) for row in (HEADER, *rows))
    (tmp_path / "answers.csv").write_bytes(semicolons.encode("utf-8-sig"))
    assert here("grade", first_hour, tmp_path / "answers.csv", "--out", tmp_path / "grades").code == 0
    assert {row["score"] for row in table(tmp_path / "grades" / "results.csv")} == {"100"}
    (tmp_path / "answers.csv").write_bytes(semicolons.encode("utf-16"))
    before = tree(tmp_path)
    refused = here("grade", first_hour, tmp_path / "answers.csv", "--out", tmp_path / "others")
    assert_refused(refused, str(tmp_path / "answers.csv"), "is not UTF-8", "save")
    assert tree(tmp_path) == before


def test_a_simulated_class_is_the_same_again_unless_the_seed_is_another(
    here: Here, first_hour: Path, tmp_path: Path
) -> None:
    for name, *seed in (("a",), ("b",), ("c", "--seed", "other"), ("d", "--seed", "other")):
        assert here("simulate-class", first_hour, "--out", tmp_path / f"{name}.csv", *seed).code == 0
    a, b, c, d = ((tmp_path / f"{name}.csv").read_bytes() for name in "abcd")
    assert a == b
    assert c == d
    assert a != c


def test_an_abler_class_has_a_higher_mean(here: Here, monterrey: Path, tmp_path: Path) -> None:
    means = []
    for ability in ("-3", "0.5", "6"):
        folder = tmp_path / ability
        assert here("simulate-class", monterrey, "--out", folder / "answers.csv", "--ability", ability).code == 0
        assert here("grade", monterrey, folder, "--out", folder / "grades").code == 0
        means.append(statistics.mean(float(row["score"]) for row in table(folder / "grades" / "results.csv")))
    assert means[0] + 10 < means[1] < means[2] - 10
    assert means[2] > 90
