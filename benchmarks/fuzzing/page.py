"""The table of docs/fuzzing.md, between two marks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from benchmarks.fuzzing.running import Tally

PAGE = Path(__file__).parents[2] / "docs" / "fuzzing.md"
ALL = "**all**"
_BEGIN, _END = "<!-- figures -->\n", "<!-- /figures -->"


def write_page(found: Iterable[Tally]) -> None:
    """Put the rows of these readers into the table; those of others stay."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(_BEGIN)
    after = rest.partition(_END)[2]
    rows = {each.reader: each for each in (*told(), *found)}
    PAGE.write_text(f"{before}{_BEGIN}{_table(list(rows.values()))}\n{_END}{after}", encoding="utf-8")


def told() -> list[Tally]:
    """Return what the table says of each reader."""
    lines = PAGE.read_text(encoding="utf-8").partition(_BEGIN)[2].partition(_END)[0].splitlines()[2:]
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    return [
        Tally(name, int(_plain(accepted)), int(_plain(refused)), float(_plain(worst)) / 1000)
        for name, _, accepted, refused, worst in cells
        if name != ALL
    ]


def _plain(number: str) -> str:
    return number.replace(",", "")


def _table(found: list[Tally]) -> str:
    accepted, refused = sum(each.accepted for each in found), sum(each.refused for each in found)
    whole = Tally(ALL, accepted, refused, max(each.worst for each in found))
    rows = (
        f"| {each.reader} | {each.inputs:,} | {each.accepted:,} | {each.refused:,} | {each.worst * 1000:,.0f} |"
        for each in (*found, whole)
    )
    return "\n".join(("| reader | inputs | accepted | refused | slowest, ms |", "|---|---|---|---|---|", *rows))
