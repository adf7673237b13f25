"""A scenario: TOML to a typed, checked ``Scenario``; what an exercise asks for and nothing about how it is made."""

from __future__ import annotations

import math
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from simulator.errors import BadInput
from simulator.formats.brands import OwnBrand
from simulator.formats.key import Bilingual
from simulator.formats.reading import read_toml
from simulator.formats.vocabulary import FAMILIES, VERDICTS, Language, Paper, Verdict
from simulator.shipped import shipped_folder

Count = Annotated[int, msgspec.Meta(ge=0, le=1000)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Name = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,63}\Z")]
Variants = Literal["trainee", "group"] | Annotated[int, msgspec.Meta(ge=1, le=10000)]

DEFAULT_CREDIT: dict[Verdict, dict[Verdict, float]] = {
    "release": {"release": 1, "query": 0.5, "revenue": 0, "examine": 0, "detain": 0},
    "query": {"release": 0.25, "query": 1, "revenue": 0.25, "examine": 0.5, "detain": 0},
    "revenue": {"release": 0, "query": 0.5, "revenue": 1, "examine": 0.5, "detain": 0.25},
    "examine": {"release": 0, "query": 0.25, "revenue": 0, "examine": 1, "detain": 0.75},
    "detain": {"release": 0, "query": 0.25, "revenue": 0, "examine": 0.75, "detain": 1},
}
"""Credit for a decision (columns) on a verdict (rows), as printed in the contract."""


class ClassSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who answers: trainees, their groups, who shares papers, who hands in."""

    trainees: Annotated[int, msgspec.Meta(ge=1, le=10000)] = 12
    group_size: Annotated[int, msgspec.Meta(ge=1, le=1000)] = 4
    variants: Variants = "group"
    answers: Literal["individual", "group"] = "individual"


class ConsignmentCounts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many consignments of which kind stand in every variant: counts, not rates.

    ``sea`` of ``count`` go by sea and the rest by air. ``cards`` is the least number of right holders' cards on the desk.
    """

    count: Annotated[int, msgspec.Meta(ge=1, le=60)]
    sea: Count | None = None
    signals: Count = 0
    revenue: Count = 0
    query: Count = 0
    look_alikes: Count = 0
    double: Count = 0
    anchors: Count = 0
    cards: Count = 0
    worked_example: bool = False

    @property
    def by_sea(self) -> int:
        """How many go by sea; all of them where the scenario does not say."""
        return self.count if self.sea is None else self.sea

    @property
    def by_air(self) -> int:
        """How many go by air: those that do not go by sea."""
        return self.count - self.by_sea

    @property
    def release(self) -> int:
        """How many are lawful."""
        return self.count - self.signals - self.revenue - self.query


class IndicatorSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which indicators are planted: weights of easy, middling and hard, weights of families, only and never."""

    subtlety: tuple[float, float, float] = (1, 2, 1)
    families: dict[str, float] = {}
    only: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    def allows(self, indicator: str) -> bool:
        """Tell whether ``only`` and ``never`` leave an indicator in."""
        return indicator not in self.never and (not self.only or indicator in self.only)


class Scoring(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How decisions and evidence earn a score; ``credit`` is whole after loading."""

    pass_mark: Annotated[float, msgspec.Meta(ge=0, le=100)] = 60
    evidence_weight: Share = 0.3
    credit: dict[Verdict, dict[Verdict, Share]] = {}


class Taken(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One consignment of a pool: the slot of the pack that a seed gives."""

    seed: str
    slot: str


class Pool(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an assembled exercise was chosen from: packs of these counts and settings, and which consignments were taken."""

    consignments: ConsignmentCounts
    indicators: IndicatorSettings
    taken: tuple[Taken, ...]


class Scenario(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that an exercise asks for; ``brands`` are the instructor's own marks, checked where they are used.

    With a ``pool`` nothing is planned: the consignments are those that were taken from it, whatever the pack's seed.
    """

    format: int
    name: Name
    title: Bilingual
    reference_date: date
    consignments: ConsignmentCounts
    language: Language = "en"
    paper: Paper = "letter"
    class_: ClassSettings = msgspec.field(default_factory=ClassSettings, name="class")
    indicators: IndicatorSettings = msgspec.field(default_factory=IndicatorSettings)
    scoring: Scoring = msgspec.field(default_factory=Scoring)
    brands: tuple[OwnBrand, ...] = msgspec.field(default=(), name="brand")
    pool: Pool | None = None

    def whole(self) -> dict[str, Any]:
        """Return the scenario as plain data with every default filled in; own marks and pool only where there are any."""
        data: dict[str, Any] = msgspec.to_builtins(self)
        absent = {name for name, found in (("brand", self.brands), ("pool", self.pool)) if not found}
        return {key: value for key, value in data.items() if key not in absent}


def load_scenario(name_or_path: str) -> Scenario:
    """Load a scenario by path or by the name of a shipped one; raise ``BadInput`` when it is wrong."""
    path = scenario_path(name_or_path)
    scenario = read_toml(path, Scenario)
    return msgspec.structs.replace(check_scenario(scenario, path), scoring=_whole_scoring(scenario.scoring))


def scenario_path(name_or_path: str) -> Path:
    """Return the file that a name or a path means."""
    path = Path(name_or_path)
    if path.is_file():
        return path
    shipped = shipped_folder("scenarios") / f"{name_or_path}.toml"
    if path.name == name_or_path and shipped.is_file():
        return shipped
    names = ", ".join(sorted(each.stem for each in shipped_folder("scenarios").glob("*.toml")))
    raise BadInput(f"there is no such file or shipped scenario; shipped ones are: {names}", source=name_or_path)


def check_scenario(scenario: Scenario, source: str | Path) -> Scenario:
    """Return the scenario when its counts and words can be meant; raise ``BadInput`` with the place when not."""
    problems = (*_count_problems(scenario.consignments), *_word_problems(scenario), *_pool_problems(scenario))
    for place, wrong, right in problems:
        if wrong:
            raise BadInput(right, source=source, place=place)
    return scenario


def _count_problems(counts: ConsignmentCounts) -> list[tuple[str, bool, str]]:
    sea = counts.by_sea
    asked = counts.signals + counts.revenue + counts.query
    return [
        (
            "consignments.signals",
            asked > counts.count,
            f"signals, revenue and query ask for {asked} of {counts.count} consignments; lower them or raise count",
        ),
        ("consignments.sea", sea > counts.count, f"{sea} by sea of {counts.count} consignments; lower it"),
        (
            "consignments.double",
            counts.double > counts.signals,
            f"{counts.double} of {counts.signals} signals cannot carry two indicators; lower double",
        ),
        (
            "consignments.anchors",
            counts.anchors > counts.count,
            f"{counts.anchors} of {counts.count} consignments cannot be anchors; lower anchors",
        ),
        (
            "consignments.look_alikes",
            counts.look_alikes > counts.count,
            f"at most one look-alike is planted on each of {counts.count} consignments; lower look_alikes",
        ),
    ]


def _pool_problems(scenario: Scenario) -> list[tuple[str, bool, str]]:
    if scenario.pool is None:
        return []
    taken = scenario.pool.taken
    inside = msgspec.structs.replace(scenario, consignments=scenario.pool.consignments, indicators=scenario.pool.indicators)
    return [
        *((f"pool.{place}", wrong, right) for place, wrong, right in _count_problems(scenario.pool.consignments)),
        *((f"pool.{place}", wrong, right) for place, wrong, right in _word_problems(inside)),
        ("pool.taken", not all(each.seed for each in taken), "a seed is empty; write the seed of the pack"),
        (
            "pool.taken",
            len(taken) != scenario.consignments.count,
            f"{len(taken)} are taken and consignments.count is {scenario.consignments.count}; make them equal",
        ),
        ("pool.taken", len(set(taken)) < len(taken), "a consignment is taken twice; name each once"),
    ]


def _word_problems(scenario: Scenario) -> list[tuple[str, bool, str]]:
    settings = scenario.indicators
    unknown = sorted(set(settings.families) - set(FAMILIES))
    weights = [*settings.subtlety, *settings.families.values()]
    return [
        (
            "indicators.families",
            bool(unknown),
            f"{', '.join(unknown)}: no such family; the families are {', '.join(FAMILIES)}",
        ),
        ("indicators.subtlety", sum(settings.subtlety) <= 0, "one of the three weights must be above 0"),
        (
            "indicators",
            not all(math.isfinite(weight) and weight >= 0 for weight in weights),
            "a weight below 0, inf or nan means nothing; use 0 or more",
        ),
        (
            "reference_date",
            not date(2007, 1, 1) <= scenario.reference_date <= date(2011, 12, 31),
            "codes, laws and goods of this version are those of 2007 to 2011 (HS 2007); use a date of those years",
        ),
    ]


def _whole_scoring(scoring: Scoring) -> Scoring:
    credit: dict[Verdict, dict[Verdict, float]] = {
        verdict: {**DEFAULT_CREDIT[verdict], **scoring.credit.get(verdict, {})} for verdict in VERDICTS
    }
    return msgspec.structs.replace(scoring, credit=credit)
