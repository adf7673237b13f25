"""Writing so that nothing half-written is left behind: beside first, then renamed."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from simulator.errors import CannotWrite, OutputExists

MARKER = ".simulator"
"""A file with this name says that this program made the folder; only such folders are replaced."""

_LONGEST_PREFIX = 40
"""Characters of the target's name in that of the temporary neighbour, which must not become longer than a name may be."""


@contextmanager
def new_folder(target: Path, *, force: bool = False) -> Iterator[Path]:
    """Give an empty folder beside ``target``; on success it takes the target's place, on failure it vanishes.

    Raise ``OutputExists`` when the target is there and ``force`` is not given, or when it was not made by this program.
    """
    place = _place(target)
    with _reported(target):
        _check_target(target, place, force=force)
        with _parents(place):
            beside = Path(tempfile.mkdtemp(prefix=_prefix(place), dir=place.parent))
            try:
                beside.chmod(0o755)
                yield beside
                (beside / MARKER).write_text("made by simulator; may be replaced by it\n", encoding="utf-8")
                _swap(beside, place)
            finally:
                shutil.rmtree(beside, ignore_errors=True)


def write_file(target: Path, content: bytes, *, force: bool = True) -> None:
    """Write one file beside, then rename it over ``target``."""
    place = _place(target)
    with _reported(target):
        if place.is_dir():
            raise OutputExists(f"{target}: this is a folder; name a file to write")
        if place.exists() and not force:
            raise OutputExists(f"{target}: it exists already; use --force to replace it, or name another file")
        with (
            _parents(place),
            tempfile.NamedTemporaryFile(prefix=_prefix(place), dir=place.parent, delete=False) as beside,
        ):
            path = Path(beside.name)
            try:
                beside.write(content)
                beside.close()
                path.chmod(0o644)
                path.replace(place)
            finally:
                path.unlink(missing_ok=True)


def _place(target: Path) -> Path:
    """Return the target's real place: links followed, and a name even for "." and ".."."""
    return Path(os.path.realpath(target))


def _prefix(place: Path) -> str:
    return f".{place.name[:_LONGEST_PREFIX]}."


def _check_target(target: Path, place: Path, *, force: bool) -> None:
    if Path(os.path.realpath(os.curdir)).is_relative_to(place):
        raise OutputExists(f"{target}: you are inside this folder, so it cannot be replaced; name another place")
    if not place.exists() or (place.is_dir() and not any(place.iterdir())):
        return
    if not force:
        raise OutputExists(f"{target}: it exists already; use --force to replace it, or name another place")
    if not (place / MARKER).is_file():
        raise OutputExists(f"{target}: --force replaces only what this program made, and this was not; name another place")


@contextmanager
def _parents(place: Path) -> Iterator[None]:
    """Make the folders above a place; take those that were made away again when nothing comes of it."""
    missing = [each for each in place.parents if not each.exists()]
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for each in missing:
            with suppress(OSError):
                each.rmdir()
        raise


def _swap(beside: Path, place: Path) -> None:
    """Put a finished folder into its place; what was there is put back when that fails."""
    if not place.exists():
        beside.rename(place)
        return
    old = Path(tempfile.mkdtemp(prefix=_prefix(place), dir=place.parent))
    try:
        place.rename(old / "replaced")
        beside.rename(place)
    except BaseException:
        if not place.exists() and (old / "replaced").exists():
            (old / "replaced").rename(place)
        raise
    finally:
        if place.exists():
            shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _reported(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise CannotWrite(f"{target}: the disk is full; nothing was written; free some space and run again") from None
        raise CannotWrite(f"{target}: this place cannot be written to ({error.strerror}); name another") from None
