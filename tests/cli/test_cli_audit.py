"""``simulator audit`` as a user has it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.running import Here, assert_refused, tree


def test_a_scenario_without_signals_is_refused_and_nothing_is_written(here: Here, tmp_path: Path) -> None:
    assert_refused(here("audit", "everything-clean", "--out", tmp_path / "out"), "everything-clean", "has no signals")
    assert not tree(tmp_path)


def test_a_folder_that_is_there_is_refused(here: Here, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("notes", encoding="utf-8")
    assert_refused(here("audit", "first-hour", "--variants", 2, "--out", tmp_path), "exists already")


@pytest.mark.slow
def test_an_audit_writes_its_record_and_its_page_the_same_on_any_number_of_processes(here: Here, tmp_path: Path) -> None:
    for jobs in (1, 2):
        ended = here("audit", "first-hour", "--variants", 3, "--seed", "s", "--jobs", jobs, "--out", tmp_path / str(jobs))
        assert ended.code == 0, ended
        assert ended.out.count("no leak") == 2
    assert tree(tmp_path / "1") == tree(tmp_path / "2")
    told = json.loads((tmp_path / "1" / "audit.json").read_text(encoding="utf-8"))
    assert (told["format"], told["scenario"], told["variants"], told["leak"]) == (1, "first-hour", 3, False)
    assert [each["audit"] for each in told["audits"]] == ["twins", "selection"]
    assert "| first-hour | twins |" in (tmp_path / "1" / "audit.md").read_text(encoding="utf-8")
