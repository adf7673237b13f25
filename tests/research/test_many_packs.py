"""A run of many packs: the same bytes on every engine and after every accident, each pack the one that generate makes."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from engines.clusters import dask_cluster
from engines.work import Numbers
from pack.making import generate, hashes, key_of, shipped

from simulator.difficulty.calibrating.reading import read_responses
from simulator.difficulty.simulate import ClassAbility, simulate_class
from simulator.engines.engine import ONE_CORE, Engine
from simulator.errors import BadInput, CannotWrite, OutputExists
from simulator.formats.key import Key
from simulator.grading.run import grade_pack
from simulator.intake.pack_reading import open_pack
from simulator.research.long_run import MANIFEST, RECORD, Ended, begin, check_shared, only_run, record, run_shards
from simulator.research.many_packs import KEYS, RESPONSES, TRAINEES, ManyPacks, pack_seed, refuse
from simulator.research.shards import Line, Made, Shard, shards_of
from simulator.scenario import Scenario

SCENARIO = shipped("first-hour", trainees=2, variants=1)
SEED = "a run of packs for tests"
PACKS, SIZE = 5, 2
COMMAND = ("generate-many", "first-hour", "--trainees", "2", "--variants", "1", "--seed", SEED, "--shard-size", "1")


def run(out: Path, engine: Engine = ONE_CORE, scenario: Scenario = SCENARIO, papers: bool = False) -> Ended:
    begin(out, record("packs", SEED, PACKS, SIZE, {}, scenario.whole()))
    return run_shards(out, ManyPacks(scenario, SEED, ClassAbility(), papers), shards_of(PACKS, SIZE), engine)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run on one core, without an accident; never written to."""
    out = tmp_path_factory.mktemp("runs") / "whole"
    assert run(out).before == 0
    return out


@pytest.fixture
def copy(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "copy"))


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


def keys(shard: Path) -> list[Key]:
    return [msgspec.json.decode(line, type=Key) for line in gzip.decompress((shard / KEYS).read_bytes()).splitlines()]


def test_shards_share_out_what_there_is() -> None:
    assert shards_of(5, 2) == (Shard(1, 1, 2), Shard(2, 3, 2), Shard(3, 5, 1))
    assert shards_of(4, 50) == (Shard(1, 1, 4),)
    assert [number for shard in shards_of(40_000, 50) for number in shard.things] == list(range(1, 40_001))


def test_the_manifest_names_every_shard_with_its_seeds_and_counts(whole: Path) -> None:
    lines = [json.loads(line) for line in (whole / MANIFEST).read_text().splitlines()]
    assert [line["folder"] for line in lines] == ["shards/00001", "shards/00002", "shards/00003"]
    assert [line["counts"] for line in lines] == [
        {"packs": count, "trainees": 2 * count, "responses": 12 * count} for count in (2, 2, 1)
    ]
    held = [each for line in lines for each in line["holds"]]
    assert [(each["number"], each["seed"]) for each in held] == [(n, pack_seed(SEED, n)) for n in range(1, PACKS + 1)]
    assert len({each["seed"] for each in held}) == len({each["pack"] for each in held}) == PACKS
    for line in lines:
        shard = whole / line["folder"]
        assert [key.seed for key in keys(shard)] == [each["seed"] for each in line["holds"]]
        assert len(rows(shard / RESPONSES)) == line["counts"]["responses"]
        assert len(rows(shard / TRAINEES)) == line["counts"]["trainees"]
        assert {row["pack"] for row in rows(shard / TRAINEES)} == {each["pack"] for each in line["holds"]}


def test_a_pack_is_that_of_its_seed_and_its_answers_are_graded_as_ever(whole: Path, tmp_path: Path) -> None:
    pack = generate(tmp_path / "pack", SCENARIO, pack_seed(SEED, 1))
    assert keys(whole / "shards" / "00001")[0] == key_of(pack)
    opened = open_pack(pack)
    (tmp_path / "answers.csv").write_bytes(simulate_class(opened))
    graded = grade_pack(pack, [tmp_path / "answers.csv"])
    table = (whole / "shards" / "00001" / RESPONSES).read_bytes()
    assert table.startswith(graded.tables[RESPONSES])
    ours = [row for row in rows(whole / "shards" / "00001" / TRAINEES) if row["pack"] == opened.pack.pack]
    theirs = list(csv.DictReader(io.StringIO(graded.tables["results.csv"].decode())))
    assert [{name: row[name] for name in row if name != "pack"} for row in ours] == [
        {name: row[name] for name in row if name not in ("name", "decided_by_person")} for row in theirs
    ]


def test_responses_can_be_calibrated_as_they_are(whole: Path) -> None:
    assert len(read_responses([whole])) == 12 * PACKS


def test_every_engine_gives_the_same_bytes(whole: Path, tmp_path: Path) -> None:
    run(tmp_path / "two", Engine(jobs=2))
    assert hashes(tmp_path / "two") == hashes(whole)
    with dask_cluster() as address:
        run(tmp_path / "dask", Engine("dask", None, address))
    assert hashes(tmp_path / "dask") == hashes(whole)


def test_a_finished_run_is_left_as_it_is(copy: Path, whole: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (copy / "shards").rglob("*")}
    ended = run(copy)
    assert (ended.before, len(ended.lines), ended.not_made) == (3, 3, ())
    assert {path: path.stat().st_mtime_ns for path in (copy / "shards").rglob("*")} == before
    assert hashes(copy) == hashes(whole)


@pytest.mark.parametrize("accident", ["a byte", "a missing file", "no line", "a torn line", "another file", "no shard"])
def test_a_damaged_shard_is_made_again_and_no_other(accident: str, copy: Path, whole: Path) -> None:
    shard, other = copy / "shards" / "00002", copy / "shards" / "00001"
    untouched = {path: path.stat().st_mtime_ns for path in other.rglob("*")}
    if accident == "a byte":
        content = bytearray((shard / RESPONSES).read_bytes())
        content[-3] ^= 1
        (shard / RESPONSES).write_bytes(content)
    elif accident == "a missing file":
        (shard / TRAINEES).unlink()
    elif accident == "no line":
        (shard / "shard.json").unlink()
    elif accident == "a torn line":
        (shard / "shard.json").write_bytes((shard / "shard.json").read_bytes()[:40])
    elif accident == "another file":
        (shard / "notes.txt").write_text("mine")
    else:
        shutil.rmtree(shard)
    (copy / MANIFEST).unlink()
    assert run(copy).before == 2
    assert hashes(copy) == hashes(whole)
    assert {path: path.stat().st_mtime_ns for path in other.rglob("*")} == untouched


def test_two_runs_at_once_are_not_let_into_one_folder(copy: Path, whole: Path) -> None:
    pytest.importorskip("fcntl")
    with only_run(copy / RECORD), pytest.raises(OutputExists, match="another run works here"):
        run(copy)
    assert hashes(copy) == hashes(whole)
    run(copy)


def test_what_a_killed_run_had_begun_is_swept_away(copy: Path, whole: Path) -> None:
    shutil.rmtree(copy / "shards" / "00003")
    (copy / "shards" / ".00003.abcdef").mkdir()
    (copy / "shards" / ".00003.abcdef" / RESPONSES).write_text("half")
    run(copy)
    assert hashes(copy) == hashes(whole)
    assert sorted(path.name for path in (copy / "shards").iterdir()) == ["00001", "00002", "00003"]


@pytest.mark.parametrize("jobs", ["1", pytest.param("2", marks=pytest.mark.slow)])
def test_a_run_that_is_killed_goes_on_where_it_stopped(jobs: str, tmp_path: Path) -> None:
    killed, straight = tmp_path / "killed", tmp_path / "straight"
    words = [sys.executable, "-m", "simulator", *COMMAND, "--packs", "12", "--jobs", jobs, "--out", str(killed)]
    with subprocess.Popen(words, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        begun = time.monotonic()
        while len(list((killed / "shards").glob("0*"))) < 2 and process.poll() is None and time.monotonic() - begun < 120:
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGKILL)
    stood = len(list((killed / "shards").glob("0*")))
    assert 2 <= stood < 12
    assert not (killed / MANIFEST).exists()
    for out in (killed, straight):
        ended = subprocess.run([*words[:-1], str(out)], capture_output=True, text=True, check=True, start_new_session=True)
        assert f"in 12 shards, {stood if out == killed else 0} of them before" in ended.stdout
    assert hashes(killed) == hashes(straight)


def test_papers_are_written_when_asked_for_and_change_nothing_else(whole: Path, tmp_path: Path) -> None:
    out, shard = tmp_path / "run", Shard(1, 1, 1)
    out.mkdir()
    counts, holds = ManyPacks(SCENARIO, SEED, ClassAbility(), papers=True).write(out, shard)
    assert counts == {"packs": 1, "trainees": 2, "responses": 12}
    assert holds[0]["seed"] == pack_seed(SEED, 1)
    assert (out / RESPONSES).read_bytes() == b"".join(
        (whole / "shards" / "00001" / RESPONSES).read_bytes().splitlines(keepends=True)[:13]
    )
    pack = out / "packs" / "000001"
    assert hashes(pack) == hashes(generate(tmp_path / "pack", SCENARIO, pack_seed(SEED, 1)))
    assert not open_pack(pack).pack.practice


def test_packs_of_a_seed_that_can_be_guessed_are_practice(tmp_path: Path) -> None:
    ManyPacks(SCENARIO, "short", ClassAbility(), papers=True).write(tmp_path, Shard(1, 1, 1))
    assert open_pack(tmp_path / "packs" / "000001").pack.practice


def test_a_pack_that_cannot_be_is_named_and_the_others_are_there(tmp_path: Path) -> None:
    """All that asks for more than there is fails alike; what counts is that the run ends and says which and why."""
    asked = msgspec.structs.replace(SCENARIO, indicators=msgspec.structs.replace(SCENARIO.indicators, only=("P08", "V01")))
    ended = run(tmp_path / "run", scenario=asked)
    assert not ended.not_made
    held = [each for line in ended.lines for each in line.holds]
    assert [each["number"] for each in held] == list(range(1, PACKS + 1))
    assert all("infringement" in each["failed"] for each in held)
    assert [line.counts["packs"] for line in ended.lines] == [0, 0, 0]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("fault", "why"), [("refused", "it is bad; number 4"), ("fault", "KeyError: 'a fault of the program'; number 4")]
)
def test_a_shard_that_fails_is_named_and_costs_no_other(fault: str, why: str, jobs: int, tmp_path: Path) -> None:
    out, shards = tmp_path / "run", shards_of(9, 3)
    begin(out, record("numbers", "seed", 9, 3, {}, None))
    ended = run_shards(out, Numbers(4, fault), shards, Engine(jobs=jobs))
    assert [line.shard.number for line in ended.lines] == [1, 3]
    (lost,) = ended.not_made
    assert lost.shard == shards[1]
    assert lost.why == why
    # Only a fault of the program leaves a trace, and only until the shard is made.
    assert (out / "faults.txt").exists() == (fault == "fault")
    assert [path.name for path in sorted((out / "shards").iterdir())] == ["00001", "00003"]
    again = run_shards(out, Numbers(), shards, Engine(jobs=jobs))
    assert (len(again.lines), again.before, again.not_made) == (3, 2, ())
    assert not (out / "faults.txt").exists()


def test_a_place_that_is_taken_costs_its_shard_alone(tmp_path: Path) -> None:
    out = tmp_path / "run"
    begin(out, record("numbers", "seed", 9, 3, {}, None))
    (out / "shards").mkdir()
    (out / "shards" / "00002").write_text("somebody's notes")
    ended = run_shards(out, Numbers(), shards_of(9, 3))
    assert [line.shard.number for line in ended.lines] == [1, 3]
    assert "00002" in ended.not_made[0].why
    assert (out / "shards" / "00002").read_text() == "somebody's notes"


def test_a_folder_that_workers_do_not_share_is_told(tmp_path: Path) -> None:
    elsewhere = Made(Line(Shard(1, 1, 1), "shards/00001", "", {}), before=False)
    with pytest.raises(CannotWrite, match="name a folder that all machines share"):
        check_shared(tmp_path, elsewhere)


def test_another_run_is_not_mixed_in(copy: Path) -> None:
    with pytest.raises(BadInput, match=r"run\.json: another run was begun here, with other settings"):
        begin(copy, record("packs", SEED, PACKS, SIZE + 1, {}, SCENARIO.whole()))
    kept = json.loads((copy / RECORD).read_text())
    kept["versions"]["numpy"] = "1.0"
    (copy / RECORD).write_text(json.dumps(kept))
    with pytest.raises(BadInput, match=r"versions: it was begun with numpy 1\.0 and here is"):
        begin(copy, record("packs", SEED, PACKS, SIZE, {}, SCENARIO.whole()))


def test_a_folder_with_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(OutputExists, match="holds no run to take up"):
        begin(tmp_path, record("packs", SEED, PACKS, SIZE, {}, None))
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_what_no_seed_can_mend_is_refused_before_any_work() -> None:
    wrong = msgspec.structs.replace(SCENARIO, indicators=msgspec.structs.replace(SCENARIO.indicators, only=("G99",)))
    with pytest.raises(BadInput, match=r"^mine\.toml: indicators\.only.*G99"):
        refuse(wrong, SEED, "mine.toml")
