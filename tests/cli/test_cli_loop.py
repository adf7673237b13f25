"""Every command does what it promises, from a scenario to grades."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pypdfium2
import pytest
from pack.making import copied, hashes, index, key_of
from typer.testing import CliRunner

from cli.running import Here, there
from simulator.cli.main import app
from simulator.indicators.catalogue import catalogue

SHORT = ("--trainees", "2", "--seed", "long enough for anybody")


def sides(folder: Path) -> int:
    """What is printed of a trainee's folder; the form is filled in on a screen."""
    return sum(len(pypdfium2.PdfDocument(folder / name)) for name in ("dossier.pdf", "answer-sheet.pdf"))


def test_the_whole_loop_as_an_instructor_runs_it(tmp_path: Path) -> None:
    made = there("generate", "first-hour", "--out", "pack", *SHORT, cwd=tmp_path)
    assert (made.code, made.err) == (0, "")
    pack = tmp_path / "pack"
    assert made.out.splitlines()[0] == f"generated: pack {index(pack).pack}, 2 dossiers of 1 variants in pack"
    findings = sum(len(each.findings) for each in key_of(pack).variants["v01"].consignments)
    checked = there("verify", "pack", cwd=tmp_path)
    assert (checked.code, checked.err) == (0, "")
    assert checked.out == f"verified: {findings} findings in 6 consignments, 0 differences\n"
    simulated = there("simulate-class", "pack", "--out", "answers.csv", cwd=tmp_path)
    assert (simulated.code, simulated.out, simulated.err) == (0, "simulated: 2 respondents; see answers.csv\n", "")
    graded = there("grade", "pack", "answers.csv", "--out", "grades", cwd=tmp_path)
    assert (graded.code, graded.err) == (0, "")
    assert graded.out == "graded: 2 of 2 respondents answered; see grades/report.pdf\n"
    assert {path.name for path in tmp_path.iterdir()} == {"pack", "answers.csv", "grades"}
    with (tmp_path / "grades" / "results.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["trainee"] for row in csv.DictReader(file)] == ["T001", "T002"]


def test_the_sides_to_print_are_counted(here: Here, tmp_path: Path) -> None:
    made = here("generate", "first-hour", "--out", tmp_path / "pack", *SHORT, "--variants", "2")
    briefing = len(pypdfium2.PdfDocument(tmp_path / "pack" / "trainee" / "briefing.pdf"))
    own = sum(sides(tmp_path / "pack" / "trainee" / trainee) for trainee in ("T001", "T002"))
    assert f"to print: {own + 2 * briefing} sides under" in made.out


def test_the_demonstration_needs_nothing_and_may_be_repeated(here: Here, tmp_path: Path) -> None:
    shown = there("demo", "--out", "tried", cwd=tmp_path)
    assert (shown.code, shown.err) == (0, "")
    named = re.findall(r"^  (\S+)  ", shown.out, re.MULTILINE)
    assert len(named) == 6
    assert all((tmp_path / each).exists() for each in named)
    before = hashes(tmp_path)
    assert len(index(tmp_path / "tried" / "pack").trainees) == 8
    again = here("demo", "--out", tmp_path / "tried")
    assert again.code == 0
    assert hashes(tmp_path) == before


def test_without_a_seed_every_pack_is_another_and_not_for_practice(here: Here, tmp_path: Path) -> None:
    for name in ("one", "other"):
        assert here("generate", "first-hour", "--out", tmp_path / name, "--trainees", "1").code == 0
    one, other = (index(tmp_path / name) for name in ("one", "other"))
    assert one.content_sha256 != other.content_sha256
    assert not one.practice
    assert not other.practice
    assert re.fullmatch("[0-9a-f]{32}", key_of(tmp_path / "one").seed)


def test_options_change_language_paper_class_and_variants(here: Here, tmp_path: Path) -> None:
    out = tmp_path / "pack"
    options = ("--language", "es", "--paper", "a4", "--variants", "trainee", "--trainees", "3", "--seed", "short")
    assert here("generate", "first-hour", "--out", out, *options).code == 0
    pack = index(out)
    assert (pack.language, pack.practice, [each.variant for each in pack.trainees]) == ("es", True, ["v01", "v02", "v03"])
    for path in (out / "trainee").rglob("*.pdf"):
        sizes = {tuple(round(value) for value in page.get_size()) for page in pypdfium2.PdfDocument(path)}
        assert sizes <= {(595, 842), (842, 595)}, path.name
    briefing = pypdfium2.PdfDocument(out / "trainee" / "briefing.pdf")[0].get_textpage().get_text_bounded()
    assert "Guía del participante" in briefing
    assert here("verify", out).code == 0


def test_a_roster_gives_ids_names_and_groups(here: Here, tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_bytes("id;name;group\r\na-1;Ana Núñez;Norte\r\nb_2;Beto;Sur\r\nC3;Cleo;Norte\r\n".encode("utf-8-sig"))
    out = tmp_path / "pack"
    assert here("generate", "first-hour", "--out", out, "--roster", roster, "--seed", "with a roster of three").code == 0
    rows = [(each.id, each.name, each.group, each.variant) for each in index(out).trainees]
    wanted = [("a-1", "Ana Núñez", "Norte", "v01"), ("b_2", "Beto", "Sur", "v02"), ("C3", "Cleo", "Norte", "v01")]
    assert rows == wanted
    sheet = pypdfium2.PdfDocument(out / "trainee" / "a-1" / "answer-sheet.pdf")[0].get_textpage().get_text_bounded()
    assert all(each in sheet for each in ("a-1", "Ana Núñez", "Norte"))


def test_a_scenario_file_of_ones_own(here: Here, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'format = 1\nname = "own"\ntitle = { en = "Own", es = "Propio" }\nreference_date = 2009-02-05\n'
        "[class]\ntrainees = 1\n[consignments]\ncount = 2\nsignals = 1\n",
        encoding="utf-8",
    )
    assert here("generate", own, "--out", tmp_path / "pack", "--seed", "a scenario of my own").code == 0
    solved = key_of(tmp_path / "pack").variants["v01"].consignments
    assert sorted(each.verdict in ("examine", "detain") for each in solved) == [False, True]


@pytest.mark.slow
def test_several_processes_write_the_same_pack(here: Here, tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        assert here("generate", "first-hour", "--out", tmp_path / jobs, *SHORT, "--variants", "2", "--jobs", jobs).code == 0
    assert hashes(tmp_path / "1") == hashes(tmp_path / "2")


def test_force_replaces_a_pack_whole(here: Here, tmp_path: Path) -> None:
    out = tmp_path / "pack"
    assert here("generate", "first-hour", "--out", out, "--trainees", "3", "--seed", "one").code == 0
    (out / "trainee" / "notes.txt").write_text("left behind")
    assert here("generate", "first-hour", "--out", out, "--trainees", "1", "--seed", "two", "--force").code == 0
    assert {path.name for path in (out / "trainee").iterdir()} == {"_blank", "_print", "briefing.pdf", "T001"}
    assert {path.name for path in tmp_path.iterdir()} == {"pack"}


def test_an_instructor_is_warned_when_one_answer_everywhere_passes(here: Here, tmp_path: Path) -> None:
    own = tmp_path / "lawful.toml"
    own.write_text(
        'format = 1\nname = "lawful"\ntitle = { en = "L", es = "L" }\nreference_date = 2009-02-05\n'
        "[class]\ntrainees = 1\n[consignments]\ncount = 3\n",
        encoding="utf-8",
    )
    made = here("generate", own, "--out", tmp_path / "pack", "--seed", "everything is lawful here")
    assert made.code == 0
    assert "warning: whoever answers release everywhere scores 100.0 and passes (pass_mark 60)" in made.err
    quiet = here("generate", "first-hour", "--out", tmp_path / "other", *SHORT)
    assert quiet.err == ""


def test_verify_tells_each_difference_and_ends_with_one(here: Here, tmp_path: Path, first_hour: Path) -> None:
    pack = copied(first_hour, tmp_path / "pack")
    sheet = pack / "trainee" / "T001" / "answer-sheet.pdf"
    sheet.write_bytes(sheet.read_bytes() + b" ")
    (pack / "trainee" / "T003" / "answers.csv").unlink()
    checked = there("verify", pack, "--variant", "v01")
    assert (checked.code, checked.err) == (1, "")
    assert sorted(checked.out.splitlines()[:-1]) == [
        "trainee/T001/answer-sheet.pdf: the file was changed after the pack was made",
        "trainee/T003/answers.csv: the file is missing",
    ]
    assert checked.out.splitlines()[-1].endswith("in 6 consignments, 2 differences")


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_catalogue_lists_every_entry_and_prints_each_card(language: str) -> None:
    runner = CliRunner()
    listed = runner.invoke(app, ["catalogue", "--language", language])
    assert listed.exit_code == 0
    lines = listed.output.splitlines()
    assert [line.split()[0] for line in lines] == list(catalogue())
    for entry in catalogue().values():
        shown = runner.invoke(app, ["catalogue", entry.id.lower(), "--language", language])
        assert shown.exit_code == 0
        assert entry.card.title.text(language) in shown.output.splitlines()[0]
        assert entry.card.explanation.text(language) in shown.output
        assert any(entry.card.title.text(language) in line for line in lines)


def test_a_terminal_without_accents_ends_no_command() -> None:
    environment = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    shown = there("catalogue", "--language", "es", environment=environment)
    assert (shown.code, shown.err) == (0, "")


def test_every_command_explains_itself() -> None:
    runner = CliRunner()
    grading = ("grade", "correct", "regrade", "gradebook", "question-bank")
    for name in ("demo", "generate", "verify", "simulate-class", *grading, "catalogue"):
        shown = runner.invoke(app, [name, "--help"])
        assert shown.exit_code == 0
        assert "Usage" in shown.output
        assert name in runner.invoke(app, ["--help"]).output
