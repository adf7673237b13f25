"""Answers on paper are graded as the same answers in a table, and every page is accounted for."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from benchmarks.scanning.filled import HANDS, code_marks, meaning_of
from intake.scans.handing_in import MACHINE, Class, as_csv, complete, read, save
from simulator.formats.submission import Answer, Submission
from simulator.intake.gather import gather
from simulator.intake.scans.journal import READINGS
from simulator.randomness import Stream


def test_scans_and_a_table_of_the_same_answers_are_the_same_submissions(class_: Class, tmp_path: Path) -> None:
    """Three respondents, files of three kinds, scanned upside down, skewed and small; nothing is left to a person."""
    ways = (("one.pdf", "scan, 150 dpi"), ("two.tiff", "upside down, 93 to 98 %"), ("three", "a quarter turned"))
    said = []
    for number, (name, machine) in enumerate(ways, start=1):
        answers = class_.answers(number)
        pages = class_.own(number, answers, machine=MACHINE[machine], hand=HANDS[number - 1])
        if "." in name:
            save(tmp_path / "in" / name, pages)
        else:
            for place, page in enumerate(reversed(pages)):
                save(tmp_path / "in" / name / f"{place}.png", [page])
        said.append(Submission(class_.opened.pack.trainees[number - 1].id, answers))
    table = as_csv(tmp_path / "answers.csv", said)
    found = read(class_, tmp_path / "work", tmp_path / "in")
    assert found.scanned.waiting == 0
    assert set(found.states()) == {"read"}
    assert found.gathered == gather([table], class_.opened)
    assert [each.answers for each in found.gathered.submissions] == [each.answers for each in said]
    both = read(class_, tmp_path / "work", tmp_path / "in", table)
    assert both.gathered == found.gathered


@pytest.mark.parametrize("name", ["poor photocopy", "black and white, 200 dpi", "telephone", "scan, 100 dpi"])
def test_what_a_machine_spoils_is_read_rightly_or_not_at_all(class_: Class, tmp_path: Path, name: str) -> None:
    answers = class_.answers(1)
    save(tmp_path / "scan.tif", class_.own(1, answers, machine=MACHINE[name]))
    found = read(class_, tmp_path / "work", tmp_path / "scan.tif")
    doubtful = set(found.queue())
    assert len(doubtful) <= 5
    for each in answers:
        got = found.answer("T001", each.consignment)
        assert got is not None
        for question in ("decision", "confidence", "reasons"):
            if f"{each.consignment}.{question}" not in doubtful:
                assert getattr(got, question) == getattr(each, question)
        assert set(got.flags) <= set(each.flags)
        assert len(got.flags) + sum(name.startswith(f"{each.consignment}.flag") for name in doubtful) >= len(each.flags)


def test_states_of_pages(class_: Class, tmp_path: Path, monterrey: Path) -> None:
    """A page read, an empty side, a stranger's, a foreign pack's, a copy, one that was never sent; each is named."""
    own = class_.own(1, class_.answers(1))
    other = class_.own(2, class_.answers(2))
    foreign = MACHINE["scan, 150 dpi"].apply(
        _print_of(monterrey / "trainee" / "T001" / "answer-sheet.pdf"), Stream("foreign")
    )
    stranger = Image.new("L", (1240, 1754), 255)
    stranger.paste(0, (200, 200, 900, 260))
    save(tmp_path / "in" / "a.png", own[:1])
    save(tmp_path / "in" / "b.pdf", [own[1], Image.new("L", own[0].size, 252), own[1], foreign, stranger])
    save(tmp_path / "in" / "c.pdf", [other[0], own[2]])
    found = read(class_, tmp_path / "work", tmp_path / "in")
    rows = [(row["file"], row["page"], row["state"], row["trainee"], row["sheet_page"]) for row in found.table("pages.csv")]
    assert rows == [
        ("a.png", "1", "read", "T001", "1"),
        ("b.pdf", "1", "read", "T001", "2"),
        ("b.pdf", "2", "blank", "", ""),
        ("b.pdf", "3", "duplicate", "T001", "2"),
        ("b.pdf", "4", "foreign pack", "", "1"),
        ("b.pdf", "5", "unknown", "", ""),
        ("c.pdf", "1", "read", "T002", "1"),
        ("c.pdf", "2", "read", "T001", "3"),
        ("", "", "missing", "T002", "2"),
        ("", "", "missing", "T002", "3"),
    ]
    assert found.scanned.troubled == 4
    assert found.gathered.submissions[0] == Submission("T001", class_.answers(1))


def test_two_different_scans_of_a_page_wait_for_a_person(class_: Class, tmp_path: Path) -> None:
    first, second = class_.answers(1), class_.answers(1, "changed his mind")
    save(tmp_path / "one.png", class_.own(1, first)[:1])
    save(tmp_path / "two.png", class_.own(1, second)[:1])
    paths = (tmp_path / "one.png", tmp_path / "two.png")
    found = read(class_, tmp_path / "work", *paths)
    assert found.states() == ["needs review", "needs review"]
    assert not found.gathered.submissions
    items = {row["file"]: row["item"] for row in found.table("review.csv")}
    review = complete(found, tmp_path / "done.csv", {items["one.png"]: "drop", items["two.png"]: "use"})
    settled = read(class_, tmp_path / "work", *paths, review)
    assert settled.states() == ["duplicate", "read"]
    assert settled.scanned.waiting == 0
    for each in second:
        got = settled.answer("T001", each.consignment)
        assert got is not None
        assert (got.decision, got.confidence, got.reasons) == (each.decision, each.confidence, each.reasons)


def test_doubts_are_completed_by_a_person_and_counted(class_: Class, tmp_path: Path) -> None:
    """Two decisions crossed, a code without a box: nothing is guessed; what a person says counts, and both are kept."""
    meant = meaning_of([Answer("C01", "examine", 2), Answer("C02", "release", 1, ("INV-14",))])
    meant["C01.decision"] = ("release", "examine")
    del meant["C02.flag1.box-units"]
    scans = save(tmp_path / "scan.pdf", class_.filled(1, meant))
    found = read(class_, tmp_path / "work", scans)
    assert {name: row["why"] for name, row in found.queue().items()} == {
        "C01.decision": "two marks",
        "C02.flag1": "incomplete",
    }
    assert all((tmp_path / "work" / "pictures" / Path(row["picture"]).name).is_file() for row in found.queue().values())
    first, second = found.answer("T001", "C01"), found.answer("T001", "C02")
    assert first is not None
    assert second is not None
    assert (first.decision, first.confidence, second.flags) == (None, 2, ())
    assert found.scanned.waiting == 2

    code = class_.codes(1, "C02")[0]
    review = complete(found, tmp_path / "done.csv", {"C01.decision": "Examine", "C02.flag1": code.lower()})
    settled = read(class_, tmp_path / "work", scans, review)
    assert settled.scanned.waiting == 0
    assert settled.scanned.decided == {"T001": 2}
    first, second = settled.answer("T001", "C01"), settled.answer("T001", "C02")
    assert first is not None
    assert second is not None
    assert first.decision == "examine"
    assert second.flags == (code,)
    row = next(row for row in settled.table("scans.csv") if row["consignment"] == "C01" and row["question"] == "decision")
    assert (row["read"], row["why"], row["decided"], row["used"]) == ("release examine", "two marks", "examine", "examine")
    again = read(class_, tmp_path / "work", scans, complete(settled, tmp_path / "again.csv", {}))
    assert again.gathered == settled.gathered


def test_an_answer_that_makes_no_sense_stays_in_the_queue(class_: Class, tmp_path: Path) -> None:
    meant = meaning_of([Answer("C01", "examine", 2)])
    meant["C01.decision"] = ("release", "examine")
    scans = save(tmp_path / "scan.png", class_.first_page(meant))
    found = read(class_, tmp_path / "work", scans)
    review = complete(found, tmp_path / "done.csv", {"C01.decision": "perhaps"})
    review.write_text(review.read_text() + "0000000000-1-C01.decision,,,,,,,,,release\n")
    again = read(class_, tmp_path / "work", scans, review)
    assert again.scanned.waiting == 1
    assert [(each.file, each.line) for each in again.gathered.rejections] == [("done.csv", 2), ("done.csv", 3)]
    assert "none of the five" in again.gathered.rejections[0].reason
    assert "no question of these scans" in again.gathered.rejections[1].reason


def test_a_clear_reading_may_be_overruled_by_its_item(class_: Class, tmp_path: Path) -> None:
    scans = save(tmp_path / "scan.png", class_.first_page(meaning_of([Answer("C01", "examine", 2)])))
    found = read(class_, tmp_path / "work", scans)
    short = next((tmp_path / "work").glob(READINGS)).read_text()
    digest = short.split('"file":"')[1][:10]
    (tmp_path / "overruled.csv").write_text(f"item,answer\n{digest}-1-C01.decision,detain\n")
    again = read(class_, tmp_path / "work", scans, tmp_path / "overruled.csv")
    before, after = found.answer("T001", "C01"), again.answer("T001", "C01")
    assert before is not None
    assert after is not None
    assert (before.decision, after.decision) == ("examine", "detain")


def test_blank_and_spare_sheets_belong_to_the_number_crossed_on_them(class_: Class, tmp_path: Path) -> None:
    number = {"number.digit1": ("0",), "number.digit2": ("2",)}
    codes = class_.codes(2, "C03")[:4]
    meant = {**meaning_of([Answer("C03", "query", 3, tuple(codes[:3]))]), **number}
    save(tmp_path / "in" / "blank.tif", class_.unnamed("blank", meant))
    spare = {**number, "spare-1.consignment": ("C03",), **code_marks("spare-1.flag1", codes[3])}
    save(tmp_path / "in" / "spare.png", class_.unnamed("spare", spare))
    found = read(class_, tmp_path / "work", tmp_path / "in")
    got = found.answer("T002", "C03")
    assert got is not None
    assert (got.decision, got.confidence, set(got.flags)) == ("query", 3, set(codes))
    assert found.scanned.waiting == 0


def test_a_blank_sheet_without_a_number_waits_for_a_name(class_: Class, tmp_path: Path) -> None:
    meant = meaning_of([Answer("C01", "detain", 4)])
    scans = save(tmp_path / "blank.png", class_.unnamed("large", meant)[:1])
    found = read(class_, tmp_path / "work", scans)
    assert not found.gathered.submissions
    assert [(row["question"], row["why"]) for row in found.table("review.csv")] == [("number", "no number")]
    named = read(class_, tmp_path / "work", scans, complete(found, tmp_path / "done.csv", {"number": "t003"}))
    got = named.answer("T003", "C01")
    assert got is not None
    assert got.decision == "detain"


def test_our_own_empty_sheets_are_no_answers(class_: Class, tmp_path: Path, first_hour: Path) -> None:
    found = read(class_, tmp_path / "work", first_hour / "trainee")
    assert not found.states()
    assert not found.gathered.rejections


def test_a_code_taken_back_by_void_and_a_corrected_mark(class_: Class, tmp_path: Path) -> None:
    meant = {
        **meaning_of([Answer("C01", "examine", 2), Answer("C02", "release", 1), Answer("C03", "query", 1)]),
        **code_marks("C01.flag1", "INV-14"),
        "C01.flag1.void": ("void",),
    }
    hand = type(HANDS[0])("corrects", ("cross",), corrects=1.0)
    found = read(class_, tmp_path / "work", save(tmp_path / "scan.tif", class_.filled(1, meant, hand=hand)))
    got = found.answer("T001", "C01")
    assert got is not None
    assert got.flags == ()
    # Every group with a mark also has a filled box: with no mark alone on the page, nobody can tell how he marks.
    assert all(row["why"] in ("two marks", "filled", "incomplete") for row in found.table("review.csv"))


def test_pages_read_before_are_not_read_again(class_: Class, tmp_path: Path) -> None:
    answers = class_.answers(1)
    scans = save(tmp_path / "scan.pdf", class_.own(1, answers))
    found = read(class_, tmp_path / "work", scans)
    journal = tmp_path / "work" / READINGS
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join(lines[:-1]) + lines[-1][:40])
    again = read(class_, tmp_path / "work", scans)
    assert again.gathered == found.gathered
    after = journal.read_bytes().splitlines(keepends=True)
    assert after[:-1] == lines[:-1]
    assert len(after) == len(lines)


def test_the_same_content_under_two_names_counts_once(class_: Class, tmp_path: Path) -> None:
    page = class_.own(1, class_.answers(1))[:1]
    save(tmp_path / "a.png", page)
    (tmp_path / "b.png").write_bytes((tmp_path / "a.png").read_bytes())
    found = read(class_, tmp_path / "work", tmp_path / "a.png", tmp_path / "b.png")
    assert found.states() == ["read", "duplicate"]


def _print_of(path: Path) -> Image.Image:
    return pypdfium2.PdfDocument(path)[0].render(scale=200 / 72, grayscale=True).to_pil()
