"""The same scenario, class and seed give the same bytes, wherever and however they are made; another seed does not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pack.making import SCENARIOS, SEED, generate, hashes, index, key_of, shipped
from simulator.exercise.canonical import content_digest
from simulator.exercise.planning import plan
from simulator.exercise.variants import variant
from simulator.formats.key import KeyVariant
from simulator.formats.writing import json_bytes
from simulator.intake.roster import read_roster
from simulator.pack.variant_files import variant_files
from simulator.scenario import Scenario

SCENARIO = shipped("first-hour", trainees=3, variants=2)
IN_A_PROCESS = """
import sys
from pathlib import Path
import msgspec
from simulator.pack.generate import generate_pack
from simulator.scenario import load_scenario
scenario = load_scenario("first-hour")
class_ = msgspec.structs.replace(scenario.class_, trainees=3, variants=2)
generate_pack(Path(sys.argv[1]), msgspec.structs.replace(scenario, class_=class_), sys.argv[2], given=True)
"""
SURROUNDINGS = {
    # The Turkish locale counts by its name where it is not installed.
    "Kiribati, in Turkish": {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4711"},
    "a bare locale, assertions stripped": {"LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", "PYTHONOPTIMIZE": "1"},
}


def test_a_second_run_gives_the_same_files(first_hour: Path, tmp_path: Path) -> None:
    again = hashes(generate(tmp_path / "pack", SCENARIO, SEED))
    assert again == hashes(first_hour)
    # Four files each, four that name nobody, all sheets, briefing and index; truth and key on paper; key and sheets.
    assert len(again) == 4 * 3 + 4 + 3 + 2 * 2 + 2


def test_two_processes_give_the_same_files(first_hour: Path, tmp_path: Path) -> None:
    assert hashes(generate(tmp_path / "pack", SCENARIO, SEED, jobs=2)) == hashes(first_hour)


@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_surroundings_change_no_file(surroundings: str, first_hour: Path, tmp_path: Path) -> None:
    environment = {**os.environ, **SURROUNDINGS[surroundings]}
    subprocess.run([sys.executable, "-c", IN_A_PROCESS, str(tmp_path), SEED], env=environment, check=True)
    assert hashes(tmp_path) == hashes(first_hour)


def test_a_variant_made_alone_is_that_of_the_pack(first_hour: Path) -> None:
    key, pack = key_of(first_hour), index(first_hour)
    slots = plan(SCENARIO, SEED)
    for id_ in reversed(key.variants):
        alone = variant_files(SCENARIO, slots, id_, SEED)
        reader = next(each.id for each in pack.trainees if each.variant == id_)
        assert alone.dossier == (first_hour / "trainee" / reader / "dossier.pdf").read_bytes()
        assert alone.truth == (first_hour / "instructor" / "truth" / f"{id_}.json").read_bytes()
        assert json_bytes(alone.key) == json_bytes(key.variants[id_])


def test_the_digest_of_the_content_is_that_of_the_boxes(first_hour: Path) -> None:
    slots = plan(SCENARIO, SEED)
    made = [(id_, variant(SCENARIO, slots, id_, SEED).papers) for id_ in key_of(first_hour).variants]
    assert index(first_hour).content_sha256 == content_digest(made)
    assert content_digest(made[:1]) != content_digest(made)


def test_who_sits_in_the_class_changes_no_papers(first_hour: Path, tmp_path: Path) -> None:
    (tmp_path / "roster.csv").write_text("id,name\nana,Ana Núñez\nbeto,Beto\ncleo,Cleo\n", encoding="utf-8")
    pack = generate(tmp_path / "pack", SCENARIO, SEED, roster=read_roster(tmp_path / "roster.csv"))
    assert index(pack).content_sha256 == index(first_hour).content_sha256
    assert index(pack).pack != index(first_hour).pack
    truths = [name for name in hashes(pack) if name.startswith("instructor/truth/")]
    assert {name: hashes(pack)[name] for name in truths} == {name: hashes(first_hour)[name] for name in truths}


def test_another_seed_gives_other_papers_and_another_key(first_hour: Path, tmp_path: Path) -> None:
    other = generate(tmp_path / "pack", SCENARIO, SEED + ".")
    same = {name for name, digest in hashes(other).items() if hashes(first_hour)[name] == digest}
    # An empty answer file names trainee and consignments, and nothing else.
    assert same == {f"trainee/T00{number}/answers.csv" for number in (1, 2, 3)}
    assert index(other).content_sha256 != index(first_hour).content_sha256
    assert index(other).pack != index(first_hour).pack


def test_variants_of_a_pack_are_different_papers_for_the_same_slots(first_hour: Path) -> None:
    one, other = key_of(first_hour).variants.values()
    assert slots_of(one).keys() == slots_of(other).keys()
    equal = [slot for slot, item in slots_of(one).items() if slots_of(other)[slot] == item]
    assert len(equal) == SCENARIO.consignments.anchors


def slots_of(solved: KeyVariant) -> dict[str, str]:
    return {each.slot: each.item for each in solved.consignments}


@pytest.mark.slow
@pytest.mark.parametrize("name", SCENARIOS)
def test_a_whole_class_is_the_same_on_one_process_and_on_three(name: str, tmp_path: Path) -> None:
    scenario: Scenario = shipped(name, trainees=10, variants="trainee")
    one, three = (generate(tmp_path / str(jobs), scenario, "of a whole class", jobs=jobs) for jobs in (1, 3))
    assert hashes(one) == hashes(three)
