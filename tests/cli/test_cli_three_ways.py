"""The same answers by table, by form and by scan: equal submissions, equal grades."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
import typer
from builders_forms import SIX_NAMES, by_hand, clicked, form, meant, with_sheets
from builders_key import TRAINEE, write_pack
from PIL import Image
from typer.testing import CliRunner

from benchmarks.scanning.filled import HANDS, as_image, filled, printed
from simulator.cli.grade import grade
from simulator.formats.reading import read_json
from simulator.formats.sheets import Sheets
from simulator.pack.answer_sheets import holder_of
from simulator.randomness import Stream
from simulator.sheets.of_pack import personal_sheet

ANSWERS = {
    "C01": {"decision": "examine", "confidence": "3", "flags": "BL-15b.1 INV-14.1 INV-16", "reasons": "goods cross"},
    "C02": {"decision": "detain", "confidence": "4", "flags": "INV-14.2 BL-2a"},
    "C03": {"decision": "query", "confidence": "1", "reasons": "value"},
    "C04": {"decision": "query"},
    "C05": {"decision": "release", "confidence": "2"},
}
ASKED = ("decision", "confidence", "flags", "reasons")


def table() -> str:
    """C06 stays unanswered."""
    rows = (["T001", each, *(ANSWERS.get(each, {}).get(asked, "") for asked in ASKED)] for each in SIX_NAMES)
    return "\n".join(map(",".join, (["trainee", "consignment", *ASKED], *rows))) + "\n"


def crossed() -> dict[str, tuple[str, ...]]:
    """The boxes to cross, by group."""
    found: dict[str, tuple[str, ...]] = {}
    for consignment, said in ANSWERS.items():
        for question in ("decision", "confidence", "reasons"):
            found[f"{consignment}.{question}"] = tuple(said.get(question, "").split())
        for number, code in enumerate(said.get("flags", "").split(), 1):
            for part, sign in signs(code).items():
                found[f"{consignment}.flag{number}.{part}"] = (sign,)
    return found


def signs(code: str) -> dict[str, str]:
    match = re.fullmatch(r"([A-Z]+)-([1-9])?([0-9])([a-z])?(?:\.([0-9]))?", code)
    assert match is not None
    parts = ("prefix", "box-tens", "box-units", "letter", "row-units")
    return {part: sign for part, sign in zip(parts, match.groups(), strict=True) if sign}


def scan(pack: Path) -> bytes:
    """The sheet of the trainee, filled in with a pen and scanned in grey."""
    sheet = personal_sheet(read_json(pack / "instructor" / "sheets.json", Sheets), "v01", 2)
    stream = Stream("three ways")
    pages = [
        as_image(filled(blank, sheet, page, crossed(), HANDS[0], stream.at(page.number)))
        for blank, page in zip(printed(sheet, holder_of(1, TRAINEE)), sheet.pages, strict=True)
    ]
    return pdf_of(pages)


def pdf_of(pages: list[Image.Image]) -> bytes:
    buffer = io.BytesIO()
    pages[0].save(buffer, "PDF", save_all=True, append_images=pages[1:], resolution=200)
    return buffer.getvalue()


def run(pack: Path, answers: Path, out: Path) -> Any:
    app = typer.Typer()
    app.command()(grade)
    return CliRunner().invoke(app, [str(pack), str(answers), "--out", str(out)])


@pytest.mark.slow
def test_three_ways_lead_to_one_submission_and_one_grade(tmp_path: Path) -> None:
    pack = with_sheets(write_pack(tmp_path / "pack"))
    ways = {
        "table.csv": table().encode(),
        "form.pdf": by_hand(form(), clicked(meant(**ANSWERS))),
        "scan.pdf": scan(pack),
    }
    for name, content in ways.items():
        (tmp_path / name).write_bytes(content)
        result = run(pack, tmp_path / name, tmp_path / f"grades-{name}")
        assert result.exit_code == 0, result.output
    for name in ("submissions.json", "results.csv", "responses.csv"):
        found = {(tmp_path / f"grades-{way}" / name).read_bytes() for way in ways}
        assert len(found) == 1, name
    together = tmp_path / "together"
    together.mkdir()
    for name, content in ways.items():
        (together / name).write_bytes(content)
    result = run(pack, together, tmp_path / "grades")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "grades" / "results.csv").read_bytes() == (tmp_path / "grades-form.pdf" / "results.csv").read_bytes()
