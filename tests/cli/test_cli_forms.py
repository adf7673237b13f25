"""Forms through the command: every file is named with what became of it, and the rest is graded."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import typer
from builders_forms import by_hand, by_value, clicked, form, meant, resaved, with_sheets, written
from builders_key import write_pack
from pypdf import PdfReader, PdfWriter
from typer.testing import CliRunner

from simulator.cli.grade import grade
from simulator.formats.pack import PackTrainee

ANSWERS = {
    "C01": {"decision": "examine", "confidence": "3", "flags": "INV-14.1 BL-15b.1", "reasons": "goods cross"},
    "C02": {"decision": "detain", "confidence": "4", "flags": "INV-14.2"},
    "C03": {"decision": "query", "confidence": "1", "reasons": "value"},
    "C05": {"decision": "release", "confidence": "2"},
}
MEANT = meant(**ANSWERS)
FOUR = tuple(PackTrainee(f"T00{number}", f"Ana {number}", "G01", "v01") for number in range(1, 5))


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_sheets(write_pack(tmp_path_factory.mktemp("forms") / "pack", trainees=FOUR))


def run(pack: Path, answers: Path, out: Path) -> Any:
    app = typer.Typer()
    app.command()(grade)
    return CliRunner().invoke(app, [str(pack), str(answers), "--out", str(out)])


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


def locked(pdf: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.encrypt("secret", algorithm="RC4-128")
    return written(writer)


def flattened(pdf: bytes) -> bytes:
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    for page in document:
        page.flatten()
    return resaved(document)


def test_every_way_in_which_a_form_comes_is_told_and_the_rest_is_graded(pack: Path, tmp_path: Path) -> None:
    folder = tmp_path / "answers"
    folder.mkdir()
    good = by_hand(form(), clicked(MEANT))
    sent = {
        "a-good.pdf": good,
        "b-same.pdf": resaved(good),
        "c-typed.pdf": by_value(form(""), {**MEANT, "respondent": "t002"}),
        "d-nobody.pdf": by_value(form(""), {**MEANT, "respondent": "Juan"}),
        "e-foreign.pdf": by_value(form(pack="OTHER"), MEANT),
        "f-flat.pdf": flattened(good),
        "g-locked.pdf": locked(good),
        "h-cut.pdf": good[: len(good) // 3],
        "i-empty.pdf": resaved(form("T003")),
        "j-other.pdf": by_value(form("T004"), {"C01 decision": "query"}),
        "k-differs.pdf": by_value(form("T004"), {"C01 decision": "detain"}),
        "l-none.pdf": b"",
    }
    for name, content in sent.items():
        (folder / name).write_bytes(content)
    result = run(pack, folder, tmp_path / "out")
    assert result.exit_code == 1, result.output
    assert "forms: 8, each with what became of it" in result.output
    found = {row["file"]: (row["state"], row["trainee"], row["note"]) for row in rows(tmp_path / "out" / "pages.csv")}
    assert found["a-good.pdf"] == ("read", "T001", "")
    assert found["b-same.pdf"] == ("duplicate", "T001", "counted once, as a-good.pdf")
    assert found["c-typed.pdf"][:2] == ("read", "T002")
    assert found["d-nobody.pdf"][:2] == ("unknown", "")
    assert found["e-foreign.pdf"] == ("foreign pack", "", "a form of pack OTHER")
    assert "flattened" in found["f-flat.pdf"][2]
    assert "locked with a password" in found["g-locked.pdf"][2]
    assert found["h-cut.pdf"][0] == found["l-none.pdf"][0] == "unreadable"
    assert found["i-empty.pdf"][:2] == ("blank", "T003")
    assert found["k-differs.pdf"][0] == "duplicate"
    assert found.keys() == sent.keys()
    rejected = {row["file"] for row in rows(tmp_path / "out" / "rejected.csv")}
    assert rejected == {"f-flat.pdf", "g-locked.pdf", "h-cut.pdf", "j-other.pdf", "k-differs.pdf", "l-none.pdf"}
    scores = {row["trainee"]: row["answered"] for row in rows(tmp_path / "out" / "results.csv")}
    assert scores == {"T001": "4", "T002": "4", "T003": "0", "T004": "0"}


def test_the_same_answers_get_the_same_grades_by_form_and_by_table(pack: Path, tmp_path: Path) -> None:
    lines = ["trainee,consignment,decision,confidence,flags,reasons"]
    for number in range(1, 7):
        said = ANSWERS.get(f"C0{number}", {})
        lines.append(
            ",".join(
                ["T001", f"C0{number}", *(said.get(each, "") for each in ("decision", "confidence", "flags", "reasons"))]
            )
        )
    (tmp_path / "answers.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "answers.pdf").write_bytes(by_hand(form(), clicked(MEANT)))
    for ending in ("csv", "pdf"):
        result = run(pack, tmp_path / f"answers.{ending}", tmp_path / ending)
        assert result.exit_code == 0, result.output
    for name in ("submissions.json", "results.csv", "responses.csv"):
        assert (tmp_path / "csv" / name).read_bytes() == (tmp_path / "pdf" / name).read_bytes()


def test_a_form_beside_a_table_that_says_the_same_counts_once(pack: Path, tmp_path: Path) -> None:
    folder = tmp_path / "both"
    folder.mkdir()
    (folder / "answers.csv").write_text("trainee,consignment,decision,confidence,flags\nT001,C02,detain,4,INV-14.2\n")
    (folder / "form.pdf").write_bytes(by_value(form(), meant(C02=ANSWERS["C02"])))
    result = run(pack, folder, tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert rows(tmp_path / "out" / "results.csv")[0]["answered"] == "1"
