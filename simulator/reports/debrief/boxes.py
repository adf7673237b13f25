"""The boxes of a finding side by side: what is printed, and what a lawful shipment would show; alike ones on one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from simulator.formats.key import Evidence
from simulator.grading.evidence import FINDING_ROLES
from simulator.render.flow_table import Column, Row, Table
from simulator.render.flow_text import Run
from simulator.reports.debrief.outcomes import Told
from simulator.reports.wording import Wording

_MOST_JOINED = 160
"""Characters up to which the texts of one column of a card are put on one line."""


@dataclass(frozen=True, slots=True)
class BoxLine:
    """One line of the table: codes that print the same, or rows of one column that are as they should be."""

    codes: tuple[str, ...]
    printed: str
    expected: str
    flagged: bool

    @property
    def same(self) -> bool:
        """Whether the box is as it would be in a lawful shipment."""
        return self.printed == self.expected


def box_lines(evidence: Iterable[Evidence], flagged: frozenset[str]) -> tuple[BoxLine, ...]:
    """Return lines for the boxes that show a finding or are contradicted, and for those of the rest that were flagged."""
    lines: list[BoxLine] = []
    for each in evidence:
        if each.role not in FINDING_ROLES and each.box not in flagged:
            continue
        line = BoxLine((each.box,), each.printed, each.expected, each.box in flagged)
        if any(each.box in other.codes for other in lines):
            continue
        for place, other in enumerate(lines):
            if (joined := _joined(other, line)) is not None:
                lines[place] = joined
                break
        else:
            lines.append(line)
    return tuple(lines)


def _joined(one: BoxLine, other: BoxLine) -> BoxLine | None:
    """Return two lines as one: boxes that print the same, or lawful rows of one column; None where neither holds."""
    if one.flagged != other.flagged:
        return None
    codes = (*one.codes, *other.codes)
    if (one.printed, one.expected) == (other.printed, other.expected):
        return replace(one, codes=codes)
    stems = {code.rpartition(".")[0] for code in codes}
    if one.same and other.same and len(stems) == 1 and "" not in stems and "\n" not in one.printed + other.printed:
        text = f"{one.printed}; {other.printed}"
        if len(text) <= _MOST_JOINED:
            return BoxLine(codes, text, text, one.flagged)
    return None


def box_table(told: Told, words: Wording) -> Table:
    """Return the table of a finding or look-alike; where every box is as usual, that column is left out."""
    finding = told.finding
    lines = box_lines(finding.evidence, told.flagged)
    usual = "entry.expected" if finding.strength else "entry.plainer"
    columns = (
        Column(words.say("entry.box"), 1.5),
        Column(words.say("entry.printed"), 3.5),
        *([] if all(line.same for line in lines) else [Column(words.say(usual), 3.5)]),
        Column(words.say("entry.you"), 0.9),
    )
    rows = tuple(_row(line, words, len(columns) == 4) for line in lines)
    return Table(columns, rows, size=7.0, before=2.0)


def _row(line: BoxLine, words: Wording, usual: bool) -> Row:
    empty = words.say("story.empty")
    return (
        (Run(codes_text(line.codes), bold=True),),
        line.printed or empty,
        *([words.say("entry.same") if line.same else line.expected or empty] if usual else []),
        words.say("entry.flagged") if line.flagged else "",
    )


def codes_text(codes: Sequence[str]) -> str:
    """Return codes for print: "CARD18-5c.1-3, REG-1b.5", rows of one column that follow each other as a range."""
    parts: list[tuple[str, int | None, int | None]] = []
    for code in codes:
        stem, _, row = code.rpartition(".")
        number = int(row) if stem and row.isdecimal() else None
        if number is not None and parts and parts[-1][0] == stem and parts[-1][2] == number - 1:
            parts[-1] = (stem, parts[-1][1], number)
        else:
            parts.append((stem, number, number) if number is not None else (code, None, None))
    return ", ".join(_range(*part) for part in parts)


def _range(stem: str, first: int | None, last: int | None) -> str:
    if first is None:
        return stem
    return f"{stem}.{first}" if first == last else f"{stem}.{first}–{last}"
