"""The guides say what happens: their links lead somewhere, their commands run as printed and answer as printed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
RUN = ("README.md", "docs/instructor.md", "docs/instructor.es.md", "docs/brands.md")
"""Pages whose commands are run, one after the other, in a folder of their own."""
FILES = {"id,name": "roster.csv", "trainee,consignment": "typed.csv"}
"""Blocks that are files to write, by how they begin."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files_and_headings(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]*)(?:#[^)]*)?\)", page.read_text("utf-8")):
        assert not target or (page.parent / target).exists(), f"{page.name} links to {target}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_anchors_are_headings_of_the_page_they_name(page: Path) -> None:
    for target, anchor in re.findall(r"\]\((?!https?:)([^)#]*)#([^)]+)\)", page.read_text("utf-8")):
        there = (page.parent / target if target else page).read_text("utf-8")
        headings = [line.lstrip("# ") for line in there.splitlines() if line.startswith("#")]
        assert anchor in {re.sub(r"[^\w -]", "", each).lower().replace(" ", "-") for each in headings}


@pytest.mark.parametrize(("english", "spanish"), [("instructor.md", "instructor.es.md"), ("trainee.md", "trainee.es.md")])
def test_both_languages_have_the_same_parts_commands_and_files(english: str, spanish: str) -> None:
    one, other = ((ROOT / "docs" / name).read_text("utf-8") for name in (english, spanish))
    assert headings(one) == headings(other)
    assert blocks(one) == blocks(other)


def headings(text: str) -> list[int]:
    """The levels of a page's headings, in order."""
    return [len(line) - len(line.lstrip("#")) for line in text.splitlines() if line.startswith("#")]


def blocks(text: str) -> list[list[str]]:
    """The indented blocks of a page outside of lists, without their indentation."""
    found: list[list[str]] = []
    before = ""
    for line in text.splitlines():
        if line.startswith("    ") and (before.startswith("    ") or not before.strip() or before.startswith("#")):
            if not before.startswith("    "):
                found.append([])
            found[-1].append(line[4:])
        before = line
    return found


def commands(block: list[str]) -> list[tuple[str, list[str]]]:
    """Each command of a block with what it prints."""
    found: list[tuple[str, list[str]]] = []
    for line in block:
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found:
            found[-1][1].append(line)
    return [each for each in found if each[0].startswith(("simulator ", "sha256sum "))]


def shape(line: str) -> str:
    """A line without what differs from pack to pack."""
    return re.sub(r"\d+", "#", re.sub(r"\b[0-9a-f]{10,16}\b", "#", line.rstrip()))


@pytest.mark.slow
@pytest.mark.parametrize("page", RUN)
def test_commands_run_as_printed_and_print_what_is_told(page: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("pictures"))
    ran = 0
    for block in blocks((ROOT / page).read_text("utf-8")):
        for beginning, name in FILES.items():
            if block[0].startswith(beginning):
                (tmp_path / name).write_text("\n".join(block) + "\n", "utf-8")
        for command, told in commands(block):
            words = re.sub("^simulator ", f"{sys.executable} -m simulator ", command)
            ended = subprocess.run(words, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)
            assert ended.returncode == (1 if any(line.startswith("rejected:") for line in told) else 0), ended.stderr
            said = [shape(line) for line in ended.stdout.splitlines()]
            wanted = [shape(line) for line in told]
            assert said[: len(wanted) - 1] == wanted[:-1] if wanted[-1:] == ["..."] else said == wanted, command
            ran += 1
    assert ran >= 1
