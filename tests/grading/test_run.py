"""A pack graded as a whole, from files to tables and the numbers of the class."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from builders_key import SIX, TRAINEE, many, write_pack

from simulator.errors import BadInput
from simulator.formats.pack import PackTrainee
from simulator.grading.class_rates import Rate
from simulator.grading.run import Graded, grade_pack

HEADER = "trainee,consignment,decision,confidence,flags\n"


def graded(folder: Path, rows: str, **more: object) -> Graded:
    pack = write_pack(folder / "pack", **more)  # type: ignore[arg-type]
    (folder / "answers.csv").write_text(HEADER + rows, encoding="utf-8")
    return grade_pack(pack, [folder / "answers.csv"])


def table(result: Graded, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(result.tables[name].decode())))


def test_tables_of_a_class_of_two(tmp_path: Path) -> None:
    result = graded(tmp_path, "T001,C01,reconocimiento,4,INV-14.1\nT001,C05,release,,\nT001,C06,unknown,,\n")
    assert set(result.tables) == {"results.csv", "responses.csv", "rejected.csv"}
    assert [(row["trainee"], row["answered"]) for row in table(result, "results.csv")] == [("T001", "2"), ("T002", "0")]
    assert len(table(result, "responses.csv")) == 2 * len(SIX)
    assert [(row["file"], row["line"]) for row in table(result, "rejected.csv")] == [("answers.csv", "4")]
    # 100 x (.7 x (1 + 1) / 6 + .3 x (1 + 1) / 6)
    assert table(result, "results.csv")[0]["score"] == "33.3333"


def test_equal_input_gives_equal_bytes(tmp_path: Path) -> None:
    rows = "T001,C01,examine,4,INV-14.1\nT002,C01,query,,\n"
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert graded(tmp_path / "a", rows).tables == graded(tmp_path / "b", rows).tables


def test_a_changed_key_grades_nobody(tmp_path: Path) -> None:
    graded(tmp_path, "T001,C01,examine,,\n")
    key = tmp_path / "pack" / "instructor" / "key.json"
    key.write_bytes(key.read_bytes() + b"\n")
    with pytest.raises(BadInput, match="the key was changed"):
        grade_pack(tmp_path / "pack", [tmp_path / "answers.csv"])


CLASS = tuple(PackTrainee(f"T00{number}", f"N{number}", "G01", "v01") for number in (1, 2, 3))


def test_numbers_of_the_class(tmp_path: Path) -> None:
    eight = many(4, 4)
    rows = "".join(
        f"{trainee},C{number:02d},{decision},{confidence},{flags}\n"
        for trainee, decisions in (("T001", "EEEQRRRE"), ("T002", "EERRRRRR"))
        for number, letter in enumerate(decisions, 1)
        for decision, confidence, flags in [
            {"E": ("examine", 3, "INV-14.1"), "Q": ("query", 1, ""), "R": ("release", "", "")}[letter]
        ]
    )
    summary = graded(tmp_path, rows, consignments=eight, trainees=CLASS).summary
    assert (summary.listed, summary.responded, summary.left_out) == (3, 2, 1)
    assert (summary.hits, summary.false_alarms) == (Rate(5, 8), Rate(1, 8))
    assert summary.hits.interval == pytest.approx((0.3057, 0.8632), abs=5e-5)
    assert summary.averages.d_prime.respondents == 2
    # T001: H = 3.5 / 5, F = 1.5 / 5; T002: H = 2.5 / 5, F = .5 / 5
    assert summary.averages.d_prime.mean == pytest.approx((2 * 0.5244 + 1.2816) / 2, abs=1e-4)
    assert summary.matrix["examine"] == {"release": 2, "query": 1, "revenue": 0, "examine": 5, "detain": 0, None: 0}
    assert summary.matrix["release"]["examine"] == 1
    assert summary.correct == Rate(5 + 7, 16)
    assert [(each.slot, each.acted) for each in summary.slots][:4] == [
        ("S01", Rate(2, 2)),
        ("S02", Rate(2, 2)),
        ("S03", Rate(1, 2)),
        ("S04", Rate(0, 2)),
    ]
    assert [each.found for each in summary.items][:4] == [Rate(2, 2), Rate(2, 2), Rate(1, 2), Rate(0, 2)]
    assert [(each.indicator, each.rate) for each in summary.indicators] == [("X03", Rate(5, 8))]
    assert [(each.mark, each.right) for each in summary.calibration.marks] == [
        *((1, Rate(0, 1)), (2, Rate(0, 0)), (3, Rate(5, 6)), (4, Rate(0, 0)))
    ]
    # T001: credit 3 + .25 + 3 + 0 of 8, evidence 3 + 0 + 3 + 0 of 8; T002: both 2 + 0 + 4 of 8
    assert [each.score for each in summary.respondents] == pytest.approx([77.1875, 75, 0])
    assert summary.averages.score.mean == pytest.approx(sum(each.score for each in summary.respondents) / 2)
    assert summary.averages.score.respondents == 2


def test_slots_meet_across_variants_and_anchors_are_one_item(tmp_path: Path) -> None:
    anchor, other = many(1, 1)
    renamed = many(1, 1)[::-1]
    trainees = (TRAINEE, PackTrainee("T002", "Beto", "G02", "v02"))
    variants = {"v01": (anchor, other), "v02": renamed}
    rows = "T001,C01,examine,,\nT001,C02,release,,\nT002,C01,release,,\nT002,C02,release,,\n"
    summary = graded(tmp_path, rows, trainees=trainees, variants=variants).summary
    assert [(each.item, each.variants, each.acted) for each in summary.items] == [
        ("item-C01", ("v01", "v02"), Rate(1, 2)),
        ("item-C02", ("v01", "v02"), Rate(0, 2)),
    ]
    assert [each.slot for each in summary.slots] == ["S01", "S02"]


def test_a_class_that_sent_nothing_has_no_means(tmp_path: Path) -> None:
    summary = graded(tmp_path, "").summary
    assert (summary.responded, summary.left_out) == (0, 2)
    assert summary.averages.score.mean is None
    assert summary.hits.share is None
    assert summary.hits.interval is None
    assert summary.items == ()
