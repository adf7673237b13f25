"""The table of docs/fuzzing.md, between two marks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.fuzzing.running import Tally

PAGE = Path(__file__).parents[2] / "docs" / "fuzzing.md"
_BEGIN, _END = "<!-- figures -->\n", "<!-- /figures -->"


def write_page(found: Sequence[Tally]) -> None:
    """Replace the table."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(_BEGIN)
    after = rest.partition(_END)[2]
    PAGE.write_text(f"{before}{_BEGIN}{table(found)}\n{_END}{after}", encoding="utf-8")


def table(found: Sequence[Tally]) -> str:
    """Return the table of what was fed to which reader."""
    accepted, refused = sum(each.accepted for each in found), sum(each.refused for each in found)
    whole = Tally("**all**", accepted, refused, max(each.worst for each in found))
    rows = (
        f"| {each.reader} | {each.inputs:,} | {each.accepted:,} | {each.refused:,} | {each.worst * 1000:,.0f} |"
        for each in (*found, whole)
    )
    return "\n".join(("| reader | inputs | accepted | refused | slowest, ms |", "|---|---|---|---|---|", *rows))
