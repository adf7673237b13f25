"""The page on scoring shows files that the program takes, and commands and options that it has."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import typer

from simulator.cli.main import app
from simulator.formats.correction import Correction
from simulator.formats.reading import decode
from simulator.grading.credit import DEFAULT_SCORING
from simulator.grading.regrade import CHANGE_COLUMNS
from simulator.grading.scoring_file import read_scoring
from simulator.reports.wording import report_texts

PAGE = (Path(__file__).parents[1] / "docs" / "scoring.md").read_text("utf-8")


def block(language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return str(found)


def test_the_scoring_that_is_shown_is_one(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(block("toml"))
    own = read_scoring(tmp_path / "own.toml", DEFAULT_SCORING)
    assert (own.pass_mark, own.evidence_weight, own.credit["query"]["examine"]) == (70, 0.2, 0.25)


def test_the_correction_that_is_shown_is_one() -> None:
    shown = decode(json.loads(block("json")), Correction, "page")
    assert shown.replaces.said.keys() == shown.with_.said.keys() == {"strength.P04"}


def test_every_command_and_option_that_is_shown_exists() -> None:
    group: Any = typer.main.get_command(app)
    lines = re.findall(r"^    \$ simulator (\S+)(.*(?:\\\n.*)*)", PAGE, re.MULTILINE)
    assert {name for name, _ in lines} == {"grade", "correct", "regrade", "verify", "gradebook", "question-bank"}
    for name, rest in lines:
        options = {option for each in group.commands[name].params for option in each.opts}
        assert set(re.findall(r"(--[a-z-]+)", rest)) <= options, name
    told = set(re.findall(r"^\| `(--[a-z-]+)", PAGE, re.MULTILINE))
    assert told <= {option for each in group.commands["correct"].params for option in each.opts}


def test_the_table_of_changes_has_the_columns_that_are_shown() -> None:
    assert ",".join(CHANGE_COLUMNS) in PAGE


def test_every_sheet_is_told_by_both_its_names() -> None:
    texts = report_texts("workbook").entries
    for key, name in texts.items():
        if key.startswith("sheets."):
            assert f"| {name.en} / {name.es} |" in PAGE
