"""Where a pack comes from: its public id, the program, and whether its seed can be guessed."""

from __future__ import annotations

import hashlib
from importlib.metadata import version

import msgspec

from simulator import __version__
from simulator.engines.versions import SHAPING
from simulator.formats.pack import Generator
from simulator.pack.classroom import Classroom
from simulator.randomness import Stream
from simulator.scenario import Scenario

SAFE_SEED = 16
"""Characters from which on a seed that a person gives is not marked as guessable."""


def is_guessable(seed: str, given: bool) -> bool:
    """Tell whether a pack is for practice only: a short seed can be guessed, and with it the key."""
    return given and len(seed) < SAFE_SEED


def derived_seeds(seed: str, use: str, count: int) -> tuple[str, ...]:
    """Return seeds of packs that follow from one: long as those of chance, or short where that one can be guessed."""
    place = Stream(seed, use)
    length = 32 if len(seed) >= SAFE_SEED else SAFE_SEED - 4
    return tuple(f"{place.at(number).whole_seed():032x}"[:length] for number in range(1, count + 1))


def taken_seeds(scenario: Scenario) -> tuple[str, ...]:
    """Return the seeds of the packs that an assembled scenario's consignments are from: who guesses them has the key."""
    return () if scenario.pool is None else tuple(dict.fromkeys(each.seed for each in scenario.pool.taken))


def pack_id(scenario: Scenario, seed: str, room: Classroom) -> str:
    """Return the public id: ten hex digits that tell nothing about a seed that cannot be guessed."""
    content = msgspec.json.encode(["pack id", seed, scenario.whole(), room.respondents])
    return hashlib.blake2b(content, digest_size=5).hexdigest()


def generator() -> Generator:
    """Return the program's name and version, and the versions of what shapes its bytes."""
    return Generator("simulator", __version__, {name: version(name) for name in SHAPING})
