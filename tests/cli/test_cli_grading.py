"""The two commands on a pack of the tests' own: what is written, what is said, the exit code."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer
from builders_key import write_pack
from builders_pages import flat
from typer.testing import CliRunner

from simulator.cli.grade import grade
from simulator.cli.simulate_class import simulate_class
from simulator.errors import BadInput, OutputExists
from simulator.formats.pack import PackTrainee


def run(command: Callable[..., None], *arguments: object) -> Any:
    app = typer.Typer()
    app.command()(command)
    return CliRunner().invoke(app, [str(each) for each in arguments])


def test_a_class_is_simulated_and_not_written_over(tmp_path: Path) -> None:
    pack, out = write_pack(tmp_path / "pack"), tmp_path / "answers.csv"
    first = run(simulate_class, pack, "--out", out)
    assert (first.exit_code, first.output) == (0, f"simulated: 2 respondents; see {out}\n")
    before = out.read_bytes()
    again = run(simulate_class, pack, "--out", out, "--seed", "x")
    assert isinstance(again.exception, OutputExists)
    assert out.read_bytes() == before
    assert run(simulate_class, pack, "--out", out, "--seed", "x", "--force").exit_code == 0
    assert out.read_bytes() != before


def test_grades_are_written_with_the_report(tmp_path: Path) -> None:
    pack, answers, out = write_pack(tmp_path / "pack"), tmp_path / "answers.csv", tmp_path / "grades"
    assert run(simulate_class, pack, "--out", answers).exit_code == 0
    result = run(grade, pack, answers, "--out", out)
    assert result.exit_code == 0, result.exception
    assert {"results.csv", "responses.csv", "rejected.csv", "report.pdf"} <= {each.name for each in out.iterdir()}
    assert (out / "report.pdf").read_bytes().startswith(b"%PDF")
    assert result.output.startswith("graded: 2 of 2 respondents answered")
    assert isinstance(run(grade, pack, answers, "--out", out).exception, OutputExists)
    answers.write_text(answers.read_text().replace("T002,C01,", "T009,C01,"))
    rejected = run(grade, pack, answers, "--out", out, "--force")
    assert rejected.exit_code == 1
    assert f"rejected: 1, each with its reason; see {out / 'rejected.csv'}" in rejected.output


def test_names_are_printed_only_with_named(tmp_path: Path) -> None:
    pack, answers = write_pack(tmp_path / "pack"), tmp_path / "answers.csv"
    assert run(simulate_class, pack, "--out", answers).exit_code == 0
    for out, options in ((tmp_path / "plain", ()), (tmp_path / "with names", ("--named",))):
        assert run(grade, pack, answers, "--out", out, *options).exit_code == 0
    plain, named = (flat((tmp_path / name / "report.pdf").read_bytes()) for name in ("plain", "with names"))
    assert "Ana Núñez" not in plain
    assert "T001" in plain
    assert "T001 Ana Núñez" in named
    results = [(tmp_path / name / "results.csv").read_bytes() for name in ("plain", "with names")]
    assert results[0] == results[1]


def test_a_pack_of_a_version_with_other_forms_still_gets_its_report(tmp_path: Path) -> None:
    people = tuple(PackTrainee(f"T{number:03d}", "", "G01", "v01") for number in range(1, 6))
    pack, answers = write_pack(tmp_path / "pack", trainees=people), tmp_path / "answers.csv"
    rows = [f"{each.id},C02,release,2,INV-14.2" for each in people]
    answers.write_text("\n".join(("trainee,consignment,decision,confidence,flags", *rows)))
    assert run(grade, pack, answers, "--out", tmp_path / "grades").exit_code == 0
    # Its template is none that is shipped: the frames are drawn alone.
    assert "Dónde anotaron: S02" in flat((tmp_path / "grades" / "report.pdf").read_bytes())


def test_bad_answers_leave_nothing_behind(tmp_path: Path) -> None:
    pack, answers, out = write_pack(tmp_path / "pack"), tmp_path / "answers.csv", tmp_path / "grades"
    answers.write_text("trainee\n")
    assert isinstance(run(grade, pack, answers, "--out", out).exception, BadInput)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["answers.csv", "pack"]


def test_grades_never_replace_the_folder_of_the_answers(tmp_path: Path) -> None:
    pack, out = write_pack(tmp_path / "pack"), tmp_path / "class"
    out.mkdir()
    (out / ".simulator").touch()
    (out / "answers.csv").write_text("trainee,consignment,decision,confidence,flags\n")
    assert isinstance(run(grade, pack, out, "--out", out, "--force").exception, OutputExists)
    assert (out / "answers.csv").exists()


def test_nothing_heavy_is_loaded_before_a_command_runs() -> None:
    commands = "simulator.cli.grade, simulator.cli.simulate_class"
    code = f"import sys, {commands}; print([each for each in ('numpy', 'msgspec', 'reportlab') if each in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown == "[]\n"
