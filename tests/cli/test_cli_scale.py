"""Engines, and runs of many, as a user has them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from engines.clusters import dask_cluster

from cli.running import Here, assert_refused, tree
from simulator.formats.calibration import Calibration, DifficultyModel, SlotDifficulty
from simulator.formats.writing import json_bytes

PACK = ("generate", "first-hour", "--trainees", "2", "--variants", "2", "--seed", "a seed for every engine")
DIFFICULTIES = (-1.0, 0.0, 1.5)


@pytest.fixture(scope="module")
def dask() -> Iterator[tuple[str, ...]]:
    """The options that name a real cluster."""
    with dask_cluster() as address:
        yield "--engine", "dask", "--cluster", address


@pytest.fixture
def calibration(tmp_path: Path) -> Path:
    slots = tuple(SlotDifficulty("first-hour", "p", f"S{n}", d, 0.1, 70, 0.5) for n, d in enumerate(DIFFICULTIES))
    model = DifficultyModel(("intercept",), (0.0,), ((0.1,),), {}, 0.3, None, 1.2, 0.5, 10, slots, ())
    path = tmp_path / "calibration.json"
    path.write_bytes(json_bytes(Calibration(210, 70, (), model, None)))
    return path


def test_a_pack_and_its_class_are_the_same_from_a_cluster(here: Here, dask: tuple[str, ...], tmp_path: Path) -> None:
    for name, options in (("one", ()), ("cluster", dask)):
        made = here(*PACK, "--out", tmp_path / name, *options)
        assert made.code == 0, made
        answered = here("simulate-class", tmp_path / name, "--out", tmp_path / f"{name}.csv", *options)
        assert answered.code == 0, answered
    assert tree(tmp_path / "one") == tree(tmp_path / "cluster")
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "cluster.csv").read_bytes()


@pytest.mark.slow
def test_an_audit_and_a_tuning_are_the_same_from_a_cluster(here: Here, dask: tuple[str, ...], tmp_path: Path) -> None:
    for name, options in (("one", ()), ("cluster", dask)):
        audited = here("audit", "first-hour", "--variants", 3, "--seed", "s", "--out", tmp_path / name, *options)
        assert audited.code == 0, audited
        asked = ("--pass-rate", 0.6, "--forms", 3, "--seed", "s")
        tuned = here("tune", "first-hour", *asked, "--out", tmp_path / f"{name}.toml", *options)
        assert tuned.code == 0, tuned
    assert tree(tmp_path / "one") == tree(tmp_path / "cluster")
    assert (tmp_path / "one.toml").read_bytes() == (tmp_path / "cluster.toml").read_bytes()


@pytest.mark.parametrize(
    "words",
    [
        ("generate", "first-hour"),
        ("generate-many", "first-hour", "--packs", "2"),
        ("audit", "first-hour"),
        ("tune", "first-hour", "--pass-rate", "0.6"),
    ],
    ids=lambda words: words[0],
)
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--cluster", "tcp://127.0.0.1:8786"), "--cluster: an address is of use with --engine dask or ray only"),
        (("--engine", "dask"), "--engine dask needs the address of a cluster"),
        (("--engine", "ray"), "--engine ray needs the address of a cluster"),
    ],
)
def test_engine_and_address_must_go_together(
    words: tuple[str, ...], options: tuple[str, ...], said: str, here: Here, tmp_path: Path
) -> None:
    assert_refused(here(*words, "--out", tmp_path / "out", *options), said)
    assert not tree(tmp_path)


@pytest.mark.parametrize("jobs", ["0", "257", "some", "-1", "2.5"])
def test_jobs_are_a_number_or_all(jobs: str, here: Here, tmp_path: Path) -> None:
    refused = here(*PACK, "--out", tmp_path / "out", "--jobs", jobs)
    assert refused.code == 2
    assert "--jobs" in refused.err
    assert "Traceback" not in refused.err


def test_many_packs_say_what_was_made_and_where(here: Here, tmp_path: Path) -> None:
    words = ("generate-many", "first-hour", "--packs", 3, "--shard-size", 2, "--trainees", 2, "--variants", 1)
    made = here(*words, "--out", tmp_path / "run", "--jobs", "all")
    assert (made.code, made.err) == (0, "")
    manifest = tmp_path / "run" / "manifest.jsonl"
    assert made.out == f"generated: 3 packs, 6 trainees, 36 responses in 2 shards, 0 of them before; see {manifest}\n"
    before = tree(tmp_path / "run")
    # The seed that was drawn stands in the run, and is taken up with it.
    assert "in 2 shards, 2 of them before" in here(*words, "--out", tmp_path / "run").out
    assert tree(tmp_path / "run") == before
    assert_refused(here(*words, "--ability", 2, "--out", tmp_path / "run"), "run.json", "another run was begun here")
    assert tree(tmp_path / "run") == before


def test_packs_that_cannot_be_are_named(here: Here, tmp_path: Path) -> None:
    source = (Path("scenarios") / "first-hour.toml").read_text(encoding="utf-8")
    asked = tmp_path / "mine.toml"
    asked.write_text(source.replace("[indicators]", '[indicators]\nonly = ["P08", "V01"]'), encoding="utf-8")
    ended = here("generate-many", asked, "--packs", 2, "--seed", "s", "--out", tmp_path / "run")
    assert ended.code == 1
    assert ended.out.startswith("generated: 0 packs")
    assert ended.err.count("not made: pack ") == 2
    assert "not made: pack 2, seed " in ended.err
    assert "infringement" in ended.err


def test_responses_are_drawn_in_shards_that_any_engine_repeats(
    here: Here, dask: tuple[str, ...], calibration: Path, tmp_path: Path
) -> None:
    words = ("simulate-responses", calibration, "--trainees", 5000, "--shard-size", 2000, "--seed", "drawn")
    ended = here(*words, "--out", tmp_path / "one")
    assert ended.out.startswith("simulated: 5000 trainees, 15000 responses in 3 shards, 0 of them before")
    assert here(*words, "--out", tmp_path / "cluster", *dask).code == 0
    assert tree(tmp_path / "one") == tree(tmp_path / "cluster")
    right = np.concatenate([np.load(path) for path in sorted((tmp_path / "one" / "shards").glob("*/right.npy"))])
    abilities = np.concatenate([np.load(path) for path in sorted((tmp_path / "one" / "shards").glob("*/abilities.npy"))])
    assert (right.shape, right.dtype, abilities.shape) == ((5000, 3), np.uint8, (5000,))
    assert abilities.std() == pytest.approx(1.2, abs=0.05)
    assert list(right.mean(axis=0)) == sorted(right.mean(axis=0), reverse=True)
    lines = [json.loads(line) for line in (tmp_path / "one" / "manifest.jsonl").read_text().splitlines()]
    assert sum(line["counts"]["right"] for line in lines) == right.sum()
    table = list(csv.DictReader(io.StringIO((tmp_path / "one" / "items.csv").read_text())))
    assert [(row["column"], row["slot"], float(row["difficulty"])) for row in table] == [
        (str(n), f"S{n}", d) for n, d in enumerate(DIFFICULTIES)
    ]


def test_a_calibration_without_difficulties_is_refused(here: Here, tmp_path: Path) -> None:
    (tmp_path / "c.json").write_bytes(json_bytes(Calibration(0, 0, (), None, None)))
    ended = here("simulate-responses", tmp_path / "c.json", "--trainees", 10, "--out", tmp_path / "out")
    assert_refused(ended, "c.json", "no difficulty was estimated")
    assert not (tmp_path / "out").exists()
