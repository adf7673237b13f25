"""The search: one path of settings from the easiest exercise to the hardest, and the place on it with the wanted rate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from simulator.difficulty.simulate import ClassAbility
from simulator.difficulty.tuning.forms import Form, PassRate, at_other_levels, draw_forms, pass_rate
from simulator.engines.engine import ONE_CORE, Engine
from simulator.errors import Unsatisfiable
from simulator.formats.calibration import DifficultyModel
from simulator.scenario import Scenario

TOLERANCE = 0.05
"""A prediction farther than this from the wanted rate has not reached it."""

_HALVINGS = 7
_SEARCHED, _CHECKED = "tuning, search", "tuning, check"


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
    """What was found: the scenario, where on the path, and the rate predicted from seeds that the search never saw."""

    scenario: Scenario
    setting: Setting
    predicted: PassRate
    wanted: float

    @property
    def reached(self) -> bool:
        """Whether the prediction is near enough to what was wanted."""
        return abs(self.predicted.rate - self.wanted) <= TOLERANCE


@dataclass(frozen=True, slots=True)
class Looking:
    """What a search works with: so many ``forms`` for each look."""

    scenario: Scenario
    class_: ClassAbility
    model: DifficultyModel | None
    forms: int
    engine: Engine = ONE_CORE

    def seeds(self, what: str) -> tuple[str, ...]:
        """Return the seeds of one use; the search's own are never those of the prediction."""
        return tuple(f"{what} {number}" for number in range(1, self.forms + 1))

    def drawn(self, setting: Setting, what: str = _SEARCHED) -> tuple[Form, ...]:
        """Return forms with that setting."""
        return draw_forms(setting.apply(self.scenario), self.seeds(what), self.engine)

    def rate(self, forms: tuple[Form, ...], setting: Setting) -> float:
        """Return the pass rate of nearly those forms with another setting of hardness."""
        wanted = setting.apply(self.scenario)
        moved = tuple(at_other_levels(form, wanted) for form in forms)
        return pass_rate(moved, wanted.scoring, self.class_, self.model, self.engine).rate


def tune(looking: Looking, wanted: float) -> Tuned:
    """Return the place of the path whose rate is nearest to the wanted one, predicted from fresh seeds.

    First the weights of subtlety move between all easy and all hard with the scenario's own look-alikes; where that is not
    enough, look-alikes are taken away from the easiest, or added to the hardest.
    """
    setting = _search(looking, wanted)
    scenario = setting.apply(looking.scenario)
    fresh = looking.drawn(setting, _CHECKED)
    predicted = pass_rate(fresh, scenario.scoring, looking.class_, looking.model, looking.engine)
    return Tuned(scenario, setting, predicted, wanted)


def _search(looking: Looking, wanted: float) -> Setting:
    own = looking.scenario.consignments.look_alikes
    forms = looking.drawn(Setting(0.5, own))
    ends = [looking.rate(forms, Setting(hardness, own)) for hardness in (0.0, 1.0)]
    if ends[0] >= wanted >= ends[1]:
        return Setting(_halved(lambda hardness: looking.rate(forms, Setting(hardness, own)), wanted), own)
    hardness, step, last = (0.0, -1, 0) if wanted > ends[0] else (1.0, 1, looking.scenario.consignments.count)
    return _counted(looking, wanted, hardness, own, step, last, ends[0] if hardness == 0.0 else ends[1])


def _halved(rate: Callable[[float], float], wanted: float) -> float:
    """Return the hardness with the wanted rate, the rate falling from 0 to 1."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if rate(middle) > wanted else (low, middle)
    return (low + high) / 2


def _counted(
    looking: Looking, wanted: float, hardness: float, look_alikes: int, step: int, last: int, rate: float
) -> Setting:
    """Return the end of the path with fewer or more look-alikes, one at a time until the wanted rate is passed."""
    best, best_rate = Setting(hardness, look_alikes), rate
    while look_alikes != last:
        look_alikes += step
        setting = Setting(hardness, look_alikes)
        try:
            forms = looking.drawn(setting)
        except Unsatisfiable:
            break
        rate = looking.rate(forms, setting)
        if abs(rate - wanted) < abs(best_rate - wanted):
            best, best_rate = setting, rate
        if (rate - wanted) * step <= 0:
            break
    return best
