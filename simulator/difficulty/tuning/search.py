"""The search: one path of settings from the easiest exercise to the hardest, and the place on it with the wanted rate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec

from simulator.difficulty.simulate import ClassAbility
from simulator.difficulty.tuning.calibrated import Draws, drawn
from simulator.difficulty.tuning.forms import Form, at_other_levels, draw_forms
from simulator.difficulty.tuning.predicting import PassRate, Prediction, predict
from simulator.engines.engine import ONE_CORE, Engine
from simulator.errors import Unsatisfiable
from simulator.formats.calibration import DifficultyModel
from simulator.pack.provenance import derived_seeds
from simulator.randomness import Stream
from simulator.scenario import Scenario

TOLERANCE = 0.05
"""A prediction farther than this from the wanted rate has not reached it."""

MIXED = (0.15, 0.85)
"""Hardnesses between which levels stay mixed: look-alikes are changed before all clues are made easy, or all hard."""

DRAWS = 32
"""Draws of a calibration's weights in a prediction."""

_SEARCH_DRAWS = 4
_SEARCH_FORMS = 40
_HALVINGS = 7


@dataclass(frozen=True, slots=True)
class Setting:
    """A place on the path: ``hardness`` from 0 (all clues easy) to 1 (all hard), and how many look-alikes are planted."""

    hardness: float
    look_alikes: int

    def apply(self, scenario: Scenario) -> Scenario:
        """Return the scenario with weights of subtlety (1 - h)^2, 2 h (1 - h), h^2 and that many look-alikes."""
        h = self.hardness
        weights = (round((1 - h) ** 2, 4), round(2 * h * (1 - h), 4), round(h * h, 4))
        return msgspec.structs.replace(
            scenario,
            indicators=msgspec.structs.replace(scenario.indicators, subtlety=weights),
            consignments=msgspec.structs.replace(scenario.consignments, look_alikes=self.look_alikes),
        )


@dataclass(frozen=True, slots=True)
class Tuned:
    """What was found: the scenario, where on the path, and the rate predicted from seeds that the search never saw.

    ``seeds`` are those, with the rate of each one's first variant in ``rates``.
    """

    scenario: Scenario
    setting: Setting
    predicted: PassRate
    wanted: float
    seeds: tuple[str, ...] = ()
    rates: tuple[float, ...] = ()

    @property
    def reached(self) -> bool:
        """Whether the prediction is near enough to what was wanted."""
        return abs(self.predicted.rate - self.wanted) <= TOLERANCE


@dataclass(frozen=True, slots=True)
class Looking:
    """What a search works with: so many ``forms`` for the prediction, whose seeds follow from ``seed``."""

    scenario: Scenario
    class_: ClassAbility
    model: DifficultyModel | None
    forms: int
    engine: Engine = ONE_CORE
    seed: str = "tuning"
    stream: Stream = field(default_factory=lambda: Stream("tuning", "weights"), repr=False)

    def fresh_seeds(self) -> tuple[str, ...]:
        """Return seeds of packs: as hard to guess as the one that they follow from."""
        return derived_seeds(self.seed, "tuning", self.forms)

    def searched(self, setting: Setting) -> tuple[Form, ...]:
        """Return the forms that the search looks at; their seeds are always the same."""
        seeds = [f"tuning, search {number}" for number in range(1, min(self.forms, _SEARCH_FORMS) + 1)]
        return draw_forms(setting.apply(self.scenario), seeds, self.engine)

    def rate(self, forms: tuple[Form, ...], setting: Setting) -> float:
        """Return the pass rate of nearly those forms with another setting of hardness."""
        wanted = setting.apply(self.scenario)
        moved = tuple(at_other_levels(form, wanted) for form in forms)
        return predict(moved, wanted.scoring, self.class_, self.draws(_SEARCH_DRAWS)).over_seeds().rate

    def draws(self, count: int = DRAWS) -> Draws | None:
        """Return draws of the calibration's weights, None without one."""
        return None if self.model is None else drawn(self.model, count, self.stream)

    def predict(self, scenario: Scenario, forms: tuple[Form, ...]) -> Prediction:
        """Return what is predicted for these forms of a scenario."""
        return predict(forms, scenario.scoring, self.class_, self.draws())


def tune(looking: Looking, wanted: float) -> Tuned:
    """Return the place of the path whose rate is nearest to the wanted one, predicted from fresh seeds.

    The weights of subtlety move with the scenario's own look-alikes while levels stay mixed (``MIXED``); where that is not
    enough look-alikes are taken away one by one, or added, and only with none left to change all clues are easy or hard.
    """
    setting = _search(looking, wanted)
    scenario = setting.apply(looking.scenario)
    seeds = looking.fresh_seeds()
    found = looking.predict(scenario, draw_forms(scenario, seeds, looking.engine))
    return Tuned(scenario, setting, found.over_seeds(), wanted, seeds, tuple(map(float, found.rates.mean(axis=0))))


def _search(looking: Looking, wanted: float) -> Setting:
    look_alikes = looking.scenario.consignments.look_alikes
    forms = looking.searched(Setting(0.5, look_alikes))
    direction = 0
    while True:
        easy, hard = (looking.rate(forms, Setting(hardness, look_alikes)) for hardness in MIXED)
        step = -1 if wanted > easy else 1 if wanted < hard else 0
        more = _with(looking, look_alikes + step) if step and step != -direction else None
        if more is None:
            return _settled(looking, forms, look_alikes, wanted, (0.0, 1.0) if step else MIXED)
        forms, look_alikes, direction = more, look_alikes + step, step


def _with(looking: Looking, look_alikes: int) -> tuple[Form, ...] | None:
    """Return forms with that many look-alikes, None where so many cannot be."""
    if not 0 <= look_alikes <= looking.scenario.consignments.count:
        return None
    try:
        return looking.searched(Setting(0.5, look_alikes))
    except Unsatisfiable:
        return None


def _settled(
    looking: Looking, forms: tuple[Form, ...], look_alikes: int, wanted: float, ends: tuple[float, float]
) -> Setting:
    def rate(hardness: float) -> float:
        return looking.rate(forms, Setting(hardness, look_alikes))

    for end, beyond in ((ends[0], rate(ends[0]) <= wanted), (ends[1], rate(ends[1]) >= wanted)):
        if beyond:
            return Setting(end, look_alikes)
    return Setting(_halved(rate, wanted, *ends), look_alikes)


def _halved(rate: Callable[[float], float], wanted: float, low: float, high: float) -> float:
    """Return the hardness with the wanted rate, the rate falling from ``low`` to ``high``."""
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if rate(middle) > wanted else (low, middle)
    return (low + high) / 2
