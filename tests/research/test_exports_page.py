"""The page on exports: its commands print what it says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from cli.running import there

from simulator.research.dcsa_notes import KINDS

PAGE = Path(__file__).parents[2] / "docs" / "exports.md"


def shown() -> list[tuple[str, str]]:
    """Commands of the page with what they print."""
    lines = [line[4:] for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("    ")]
    blocks = re.split(r"^\$ simulator ", "\n".join(lines), flags=re.MULTILINE)[1:]
    return [(block.partition("\n")[0], block.partition("\n")[2]) for block in blocks]


def test_the_page_names_every_kind_of_note() -> None:
    table = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert set(KINDS) <= {name for line in table for name in re.findall(r"`(\w+)`", line.split("|")[1])}


@pytest.mark.slow
def test_the_commands_of_the_page_print_what_it_says(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    assert len(shown()) == 6
    for command, printed in shown():
        ended = there(*shlex.split(command), cwd=tmp_path)
        assert (ended.code, ended.err) == (0, "")
        assert printed.startswith(ended.out.rstrip("\n")), command
