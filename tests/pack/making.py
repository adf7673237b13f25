"""Packs for tests: generated through the library, copied, changed, read back."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from simulator.engines.engine import Engine
from simulator.formats.key import Key
from simulator.formats.pack import Pack
from simulator.formats.reading import read_json
from simulator.formats.roster import RosterEntry
from simulator.pack.generate import generate_pack
from simulator.scenario import Scenario, load_scenario

SEED = "a seed of the tests that nobody guesses"
SCENARIOS = ("first-hour", "monterrey")


def shipped(name: str, **class_: Any) -> Scenario:
    """A shipped scenario with other settings of its class."""
    scenario = load_scenario(name)
    return msgspec.structs.replace(scenario, class_=msgspec.structs.replace(scenario.class_, **class_))


def generate(
    folder: Path, scenario: Scenario, seed: str, roster: Sequence[RosterEntry] | None = None, jobs: int = 1
) -> Path:
    folder.mkdir(parents=True)
    generate_pack(folder, scenario, seed, given=True, roster=roster, engine=Engine(jobs=jobs))
    return folder


def hashes(folder: Path) -> dict[str, str]:
    """Path to SHA-256 of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def index(folder: Path) -> Pack:
    return read_json(folder / "pack.json", Pack)


def key_of(folder: Path) -> Key:
    return read_json(folder / "instructor" / "key.json", Key)


def copied(pack: Path, to: Path) -> Path:
    shutil.copytree(pack, to)
    return to


def rewrite(path: Path, change: Callable[[Any], None]) -> None:
    """Change a JSON file in place."""
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(json.dumps(data), encoding="utf-8")


def reseal(pack: Path) -> None:
    """Make pack.json say that files and key, as they are now, are the sealed ones."""

    def change(data: Any) -> None:
        data["key_sha256"] = hashlib.sha256((pack / "instructor" / "key.json").read_bytes()).hexdigest()
        data["files"] = {name: hashlib.sha256((pack / name).read_bytes()).hexdigest() for name in data["files"]}

    rewrite(pack / "pack.json", change)


def streams(pdf: bytes) -> list[bytes]:
    """Every stream of a file, uncompressed."""
    found = re.findall(rb"(?<!end)stream\r?\n(.*?)\r?\n?endstream", pdf, re.DOTALL)
    # The last byte of a stream may look like a line end: what is whole without it is read all the same.
    return [zlib.decompressobj().decompress(each) if each[:1] == b"x" else each for each in found]
