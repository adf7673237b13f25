"""Who gets which variant: trainees to groups, groups and trainees to variants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.formats.pack import PackTrainee
from simulator.formats.roster import RosterEntry
from simulator.randomness import Stream
from simulator.scenario import ClassSettings


@dataclass(frozen=True, slots=True)
class Classroom:
    """The respondents with their variants, and the variants in order."""

    respondents: tuple[PackTrainee, ...]
    variants: tuple[str, ...]

    def of(self, variant: str) -> tuple[PackTrainee, ...]:
        """Return the respondents who get a variant."""
        return tuple(each for each in self.respondents if each.variant == variant)


def classroom(settings: ClassSettings, roster: Sequence[RosterEntry] | None, seed: str) -> Classroom:
    """Return who answers and on which variant; without a roster the ids are T001 and on."""
    people = roster or [RosterEntry(f"T{place:03d}", f"T{place:03d}") for place in range(1, settings.trainees + 1)]
    groups = _groups(people, settings.group_size)
    count = _variant_count(settings, people, groups)
    names = tuple(f"v{place:0{max(2, len(str(count)))}d}" for place in range(1, count + 1))
    if settings.variants == "trainee" and settings.answers == "individual":
        dealt = dict(zip((person.id for person in people), names, strict=True))
    elif isinstance(settings.variants, int):
        units = _units(settings, people, groups)
        shuffled = Stream(seed, "deal").shuffled(units)
        dealt = {unit: names[place % count] for place, unit in enumerate(shuffled)}
    else:
        order = list(dict.fromkeys(groups))
        by_group = dict(zip(order, names, strict=True))
        dealt = {person.id: by_group[group] for person, group in zip(people, groups, strict=True)} | by_group
    return Classroom(_respondents(settings, people, groups, dealt), names)


def _groups(people: Sequence[RosterEntry], size: int) -> list[str]:
    """Return the group of each person: the roster's, or formed in roster order, G01 and on.

    A group is the same whatever its case, as folders are on many machines; it has the name that stands first.
    """
    if any(person.group for person in people):
        first: dict[str, str] = {}
        named = (person.group or person.id for person in people)
        return [first.setdefault(name.casefold(), name) for name in named]
    digits = max(2, len(str(-(-len(people) // size))))
    return [f"G{place // size + 1:0{digits}d}" for place in range(len(people))]


def _variant_count(settings: ClassSettings, people: Sequence[RosterEntry], groups: Sequence[str]) -> int:
    if isinstance(settings.variants, int):
        return min(settings.variants, len(_units(settings, people, groups)))
    if settings.variants == "trainee" and settings.answers == "individual":
        return len(people)
    return len(set(groups))


def _units(settings: ClassSettings, people: Sequence[RosterEntry], groups: Sequence[str]) -> list[str]:
    """Return who is dealt a variant: persons, or groups where groups answer."""
    if settings.answers == "group":
        return list(dict.fromkeys(groups))
    return [person.id for person in people]


def _respondents(
    settings: ClassSettings, people: Sequence[RosterEntry], groups: Sequence[str], dealt: dict[str, str]
) -> tuple[PackTrainee, ...]:
    if settings.answers == "group":
        return tuple(PackTrainee(group, group, group, dealt[group]) for group in dict.fromkeys(groups))
    return tuple(
        PackTrainee(person.id, person.name, group, dealt[person.id]) for person, group in zip(people, groups, strict=True)
    )
