"""From judged groups to what a page answers, in the words of an answer file; doubt stays doubt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from simulator.intake.scans.judging import INK_WRITTEN, Judged, judge_reading
from simulator.intake.scans.records import PageReading
from simulator.sheets.model import Group, Panel, SheetPage

NUMBER = "number"
"""The question who answers, on a sheet that names nobody."""
DECISION = "decision"
_UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a page. ``read`` is the value, "" for nothing, None where a person must look, and ``why`` he must.

    ``seems`` is what it looks like; ``marks`` is how many boxes it has, ``panel`` the name of its picture.
    """

    consignment: str
    question: str
    read: str | None
    seems: str
    why: str
    marks: int
    panel: str

    @property
    def name(self) -> str:
        """The question's name, unique on its page: "C03.decision", "C03.flag2", "number"."""
        return ".".join(each for each in (self.consignment, self.question) if each)


def fits(page: SheetPage, reading: PageReading) -> bool:
    """Tell whether a kept reading has a measure for each mark and each room of a page, and for no others."""
    marks = sum(len(group.marks) for group in page.groups)
    rooms = sum(len(panel.written) for panel in page.panels)
    measured = {len(reading.ink), len(reading.cover), len(reading.peak)}
    return measured == {marks} and len(reading.written) == rooms and all(0 <= place < marks for place, _ in reading.doubts)


def questions(page: SheetPage, reading: PageReading) -> tuple[Asked, ...]:
    """Return all questions of a page, in order."""
    groups = tuple(page.groups)
    judged = {group.id: each for group, each in zip(groups, judge_reading(groups, reading), strict=True)}
    rooms = (each for panel in page.panels for each in panel.written)
    written = {room.id for room, ink in zip(rooms, reading.written, strict=True) if ink >= INK_WRITTEN}
    found = tuple(asked for panel in page.panels for asked in _panel(panel, judged, written))
    decided_on = {each.consignment for each in found if each.question != DECISION and (each.seems or each.why)}
    return tuple(_missed(each) if each.consignment in decided_on else each for each in found)


def _missed(asked: Asked) -> Asked:
    """Return a decision that is not there as a doubt: its consignment was answered, so that its mark may be too weak."""
    if asked.question != DECISION or asked.read != "" or not asked.consignment:
        return asked
    return replace(asked, read=None, why="no decision")


def _panel(panel: Panel, judged: Mapping[str, Judged], written: set[str]) -> Iterator[Asked]:
    by_question: dict[str, list[Group]] = {}
    for group in panel.groups:
        by_question.setdefault(group.question, []).append(group)
    for question, groups in by_question.items():
        if question == NUMBER:
            yield _number(groups, judged, panel)
        elif len(groups) > 1:
            yield _code(question, groups, judged, panel, f"{groups[0].consignment}.{question}.code" in written)
        else:
            found = judged[groups[0].id]
            yield _asked(groups, " ".join(found.values), found.why or "", panel)


def _asked(groups: Sequence[Group], seems: str, why: str, panel: Panel) -> Asked:
    first, marks = groups[0], sum(len(group.marks) for group in groups)
    return Asked(first.consignment, first.question, None if why else seems, seems, why, marks, panel.id)


def _number(groups: Sequence[Group], judged: Mapping[str, Judged], panel: Panel) -> Asked:
    """Return the list number; a digit that is not there is a doubt as soon as another is."""
    found = [judged[group.id] for group in groups]
    seems = "".join(each.values[0] if len(each.values) == 1 else _UNKNOWN for each in found)
    why = next((each.why for each in found if each.why), None)
    if why is None and _UNKNOWN in seems:
        why = "no number" if not any(each.values for each in found) else "incomplete"
    return _asked(groups, seems.lstrip("0") or "0", why or "", panel)


def _code(question: str, groups: Sequence[Group], judged: Mapping[str, Judged], panel: Panel, written: bool) -> Asked:
    """Return a box code. Where its sheet says VOID it is nothing, whatever else is there."""
    parts = {group.part: judged[group.id] for group in groups}
    void = parts.pop("void")
    if void.values and void.why is None:
        return _asked(groups, "", "", panel)
    seems = _composed(parts)
    used = bool(void.values) or any(each.values for each in parts.values())
    why = next((each.why for each in (void, *parts.values()) if each.why and (used or written or each.why != "pale")), None)
    if why is None and used and _UNKNOWN in seems:
        why = "incomplete"
    if why is None and written and not used:
        why = "written, not crossed"
    return _asked(groups, seems if used else "", why or "", panel)


def _composed(parts: Mapping[str, Judged]) -> str:
    """Return the code that is crossed, with question marks where a sign is missing or is there twice."""
    document = _figure(parts, "document")
    box = _figure(parts, "box") or _UNKNOWN
    row = _figure(parts, "row")
    text = f"{_sign(parts['prefix']) or _UNKNOWN}{'' if document == '1' else document}-{box}{_sign(parts['letter'])}"
    return f"{text}.{row}" if row else text


def _figure(parts: Mapping[str, Judged], part: str) -> str:
    """Return a number of tens and units, "" where nothing is crossed; tens without units are no number."""
    tens, units = _sign(parts[f"{part}-tens"]), _sign(parts[f"{part}-units"])
    if tens and not units:
        return f"{tens}{_UNKNOWN}"
    return _UNKNOWN if units == "0" and not tens and part != "box" else tens + units


def _sign(judged: Judged) -> str:
    return judged.values[0] if len(judged.values) == 1 else _UNKNOWN if judged.values else ""
