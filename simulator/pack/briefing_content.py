"""What the briefing must be told: the desk, the seal, and the worked example when there is one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from simulator.formats.key import Bilingual, Finding
from simulator.formats.vocabulary import Mode, Verdict


@dataclass(frozen=True, slots=True)
class WorkedStep:
    """One step of a solution: what to look at, what it shows, in which boxes."""

    heading: Bilingual
    text: Bilingual
    boxes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """A solved consignment. Without ``steps`` its findings are the steps; ``titles`` maps indicators to titles."""

    consignment: str
    verdict: Verdict
    findings: tuple[Finding, ...]
    steps: tuple[WorkedStep, ...] = ()
    look_alikes: tuple[Finding, ...] = ()
    titles: Mapping[str, Bilingual] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BriefingContent:
    """What differs from pack to pack.

    ``seal`` is the key's SHA-256 in hexadecimal, of which 16 digits are printed; ``copy_words`` are the words that
    give copies away when they stand beside a mark, ``vague_words`` those that say nothing alone; ``consignments`` is how
    many one trainee gets, 0 when unsaid; ``modes`` is how goods travel here: what is never on the desk has no table of
    codes; ``own_marks`` says that some marks are the instructor's own, which may be real.
    """

    scenario_title: Bilingual
    desk_date: date
    customs_offices: tuple[str, ...]
    seal: str
    practice: bool
    copy_words: tuple[str, ...] = ()
    vague_words: tuple[str, ...] = ()
    worked_example: WorkedExample | None = None
    consignments: int = 0
    pack_id: str = ""
    modes: frozenset[Mode] = frozenset({"sea", "air"})
    own_marks: bool = False
