"""Who gets which variant."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pack.making import SEED, generate, index, key_of, shipped
from simulator.formats.roster import RosterEntry
from simulator.pack.classroom import Classroom, classroom
from simulator.scenario import ClassSettings

rosters = st.lists(st.sampled_from("ABCDEFG"), min_size=1, max_size=60).map(
    lambda groups: [RosterEntry(f"p{place}", f"Person {place}", f"team-{group}") for place, group in enumerate(groups)]
)
class_settings = st.builds(
    ClassSettings,
    trainees=st.integers(1, 130),
    group_size=st.integers(1, 12),
    variants=st.one_of(st.sampled_from(["trainee", "group"]), st.integers(1, 150)),
    answers=st.sampled_from(["individual", "group"]),
)


def dealt(room: Classroom) -> Counter[str]:
    return Counter(each.variant for each in room.respondents)


@given(class_settings, st.none() | rosters, st.text(min_size=1, max_size=8))
@settings(deadline=None)
def test_everybody_has_one_variant_and_every_variant_has_somebody(
    wanted: ClassSettings, roster: list[RosterEntry] | None, seed: str
) -> None:
    room = classroom(wanted, roster, seed)
    ids = [each.id for each in room.respondents]
    assert len(set(ids)) == len(ids)
    assert set(dealt(room)) == set(room.variants)
    assert len(set(room.variants)) == len(room.variants)
    assert sum(len(room.of(variant)) for variant in room.variants) == len(ids)
    if wanted.answers == "individual":
        assert ids == ([each.id for each in roster] if roster else [f"T{n:03d}" for n in range(1, wanted.trainees + 1)])


@given(class_settings, st.none() | rosters, st.text(min_size=1, max_size=8))
@settings(deadline=None)
def test_how_variants_are_shared(wanted: ClassSettings, roster: list[RosterEntry] | None, seed: str) -> None:
    room = classroom(wanted, roster, seed)
    by_group: dict[str, set[str]] = {}
    for each in room.respondents:
        by_group.setdefault(each.group, set()).add(each.variant)
    if wanted.variants == "group" or wanted.answers == "group":
        assert all(len(variants) == 1 for variants in by_group.values())
    if wanted.variants == "group" or (wanted.variants, wanted.answers) == ("trainee", "group"):
        assert len(room.variants) == len(by_group)
        assert all(len({each.group for each in room.of(variant)}) == 1 for variant in room.variants)
    elif wanted.variants == "trainee":
        assert set(dealt(room).values()) == {1}
    else:
        counts = dealt(room).values()
        assert max(counts) - min(counts) <= 1
        assert len(room.variants) == min(int(wanted.variants), len(room.respondents))


@given(st.integers(1, 130), st.integers(1, 12))
def test_groups_are_formed_in_roster_order(trainees: int, size: int) -> None:
    room = classroom(ClassSettings(trainees=trainees, group_size=size), None, "seed")
    groups = [each.group for each in room.respondents]
    assert groups[0] in ("G01", "G001")
    assert groups == sorted(groups)
    sizes = list(Counter(groups).values())
    assert sizes[:-1] == [size] * (len(sizes) - 1)
    assert 1 <= sizes[-1] <= size


@given(rosters)
def test_the_rosters_groups_and_names_are_kept(roster: list[RosterEntry]) -> None:
    room = classroom(ClassSettings(), roster, "seed")
    assert [(each.id, each.name, each.group) for each in room.respondents] == [(e.id, e.name, e.group) for e in roster]
    teams = classroom(ClassSettings(answers="group"), roster, "seed")
    assert [each.id for each in teams.respondents] == list(dict.fromkeys(each.group for each in roster))


@pytest.mark.parametrize("answers", ["individual", "group"])
def test_a_group_is_one_group_whatever_its_case(answers: str) -> None:
    roster = [RosterEntry(f"p{n}", f"Person {n}", group) for n, group in enumerate(("Norte", "sur", "norte", "NORTE"))]
    room = classroom(ClassSettings(answers=answers), roster, "seed")  # type: ignore[arg-type]
    assert dict.fromkeys(each.group for each in room.respondents) == dict.fromkeys(["Norte", "sur"])
    assert len(room.variants) == 2


def test_variants_are_dealt_by_the_seed_and_not_by_the_roster() -> None:
    def hands(seed: str) -> list[str]:
        return [each.variant for each in classroom(ClassSettings(trainees=40, variants=4), None, seed).respondents]

    assert hands("one") == hands("one")
    assert hands("one") != hands("other")
    # Dealt in turn down the roster, a neighbour's variant would follow from one's own.
    assert hands("one") != [f"v{place % 4 + 1:02d}" for place in range(40)]
    assert hands("one") != sorted(hands("one"))


def test_ids_of_variants_and_respondents_tell_nothing_but_their_place() -> None:
    room = classroom(ClassSettings(trainees=120, variants="trainee"), None, "seed")
    assert room.variants == tuple(f"v{place:03d}" for place in range(1, 121))
    assert [each.id for each in room.respondents] == [f"T{place:03d}" for place in range(1, 121)]


@pytest.mark.parametrize("named", [False, True])
def test_groups_that_answer_have_the_folders_and_the_sheets(named: bool, tmp_path: Path) -> None:
    people = [RosterEntry(f"p{n}", f"Person {n}", ("north", "south")[n % 2]) for n in range(5)]
    scenario = shipped("first-hour", trainees=5, group_size=3, answers="group")
    pack = generate(tmp_path / "pack", scenario, SEED, roster=people if named else None)
    groups = ["north", "south"] if named else ["G01", "G02"]
    folders = sorted(each.name for each in (pack / "trainee").iterdir() if each.is_dir())
    assert folders == sorted(["_blank", "_print", *groups])
    assert [each.id for each in index(pack).trainees] == groups
    assert len(key_of(pack).variants) == 2
    for group in groups:
        rows = (pack / "trainee" / group / "answers.csv").read_text(encoding="utf-8").splitlines()[1:]
        assert {row.split(",")[0] for row in rows} == {group}
        assert len(rows) == scenario.consignments.count
