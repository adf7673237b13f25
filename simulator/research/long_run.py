"""A long run that can be stopped and taken up again, on any engine, with the same bytes in the end."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from simulator.engines.engine import ONE_CORE, Engine
from simulator.engines.running import as_done
from simulator.engines.versions import Versions, versions
from simulator.errors import BadInput, CannotWrite, OutputExists
from simulator.files import MARKER, write_file
from simulator.formats import FORMAT
from simulator.formats.reading import read_json
from simulator.formats.writing import json_bytes
from simulator.research.shards import FOLDER, Line, Made, NotMade, Shard, Writer, make_shard

RECORD, MANIFEST, FAULTS = "run.json", "manifest.jsonl", "faults.txt"
Settings = dict[str, str | int | float | bool | None]


class Record(msgspec.Struct, frozen=True):
    """``run.json``: what a run was begun with; ``settings`` are for readers, ``digest`` is over all that decides bytes."""

    what: str
    seed: str
    total: int
    shard_size: int
    settings: Settings
    digest: str
    versions: dict[str, str]
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: the lines of its manifest, how many shards stood before, which could not be made."""

    lines: tuple[Line, ...]
    before: int
    not_made: tuple[NotMade, ...]


def record(what: str, seed: str, total: int, shard_size: int, settings: Settings, decides: object) -> Record:
    """Return the record of a run of ``total`` things; ``decides`` is all besides that the bytes follow from."""
    whole = msgspec.json.encode([what, seed, total, shard_size, settings, decides], order="sorted")
    told: Versions = versions()
    return Record(what, seed, total, shard_size, settings, hashlib.sha256(whole).hexdigest(), dict(told))


def seed_of(out: Path) -> str | None:
    """Return the seed of the run that was begun in a folder; None where there is none."""
    path = out / RECORD
    return read_json(path, Record).seed if path.is_file() else None


def begin(out: Path, wanted: Record) -> None:
    """Make the folder of a run, or take up the one that was begun there.

    Raise ``OutputExists`` when the folder holds something else, ``BadInput`` when it holds another run.
    """
    path = out / RECORD
    if not path.is_file():
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise OutputExists(f"{out}: it exists already and holds no run to take up; name another place")
        write_file(path, json_bytes(wanted))
        write_file(out / MARKER, b"made by simulator; may be replaced by it\n")
        return
    begun = read_json(path, Record)
    if begun.digest != wanted.digest:
        problem = "another run was begun here, with other settings; repeat those that stand in it, or name another folder"
        raise BadInput(problem, source=path)
    if begun.versions != wanted.versions:
        other = next(name for name, version in wanted.versions.items() if begun.versions.get(name) != version)
        was = f"it was begun with {other} {begun.versions.get(other)} and here is {wanted.versions[other]}"
        raise BadInput(f"{was}; finish it with the lock file that it was begun with", source=path, place="versions")


def run_shards(
    out: Path,
    writer: Writer,
    shards: Sequence[Shard],
    engine: Engine = ONE_CORE,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Ended:
    """Make all shards that do not stand yet, then the manifest, in the order of the shards, from those that do.

    ``out`` must be one folder to all workers of a cluster; raise ``CannotWrite`` when it is not.
    """
    place = out.resolve()
    with only_run(place / RECORD):
        _sweep(place)
        return _run(place, writer, shards, engine, progress)


def _run(
    place: Path, writer: Writer, shards: Sequence[Shard], engine: Engine, progress: Callable[[int, int], None]
) -> Ended:
    made: list[Made] = []
    lost: list[NotMade] = []
    for each in as_done(make_shard, ((writer, place, shard) for shard in shards), engine):
        if isinstance(each, NotMade):
            lost.append(each)
        else:
            check_shared(place, each)
            made.append(each)
        progress(len(made) + len(lost), len(shards))
    made.sort(key=lambda each: each.line.shard.number)
    lost.sort(key=lambda each: each.shard.number)
    lines = tuple(each.line for each in made)
    write_file(place / MANIFEST, b"".join(msgspec.json.encode(line, order="sorted") + b"\n" for line in lines))
    _write_faults(place, lost)
    return Ended(lines, sum(each.before for each in made), tuple(lost))


@contextmanager
def only_run(record: Path) -> Iterator[None]:
    """Hold a run's record as long as this lasts; raise ``OutputExists`` where another run of this machine holds it.

    The system lets go of it when a run is killed. Where a system or a network folder knows no such locks, nothing is held.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    with record.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            problem = f"{record.parent}: another run works here; wait for its end, or stop it"
            raise OutputExists(problem) from None
        except OSError:
            pass
        yield


def _sweep(out: Path) -> None:
    """Take away what a run that was killed had begun to write."""
    for path in (out / FOLDER).glob(".*"):
        shutil.rmtree(path, ignore_errors=True)


def check_shared(out: Path, made: Made) -> None:
    """Raise ``CannotWrite`` where a shard that a worker made is not to be seen from here."""
    if not (out / made.line.folder).is_dir():
        problem = f"{out}: a worker wrote {made.line.folder}, and it is not here; name a folder that all machines share"
        raise CannotWrite(problem)


def _write_faults(out: Path, lost: Sequence[NotMade]) -> None:
    """Keep what a programmer would want to know of shards that were not made; nothing where all were."""
    (out / FAULTS).unlink(missing_ok=True)
    if any(each.trace for each in lost):
        write_file(out / FAULTS, "\n".join(f"shard {each.shard.name}\n{each.trace}" for each in lost).encode())
