"""Writing so that nothing half-written is left behind: beside first, then renamed."""

from __future__ import annotations

import errno
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from simulator.errors import CannotWrite, OutputExists

MARKER = ".simulator"
"""A file with this name says that this program made the folder; only such folders are replaced."""


@contextmanager
def new_folder(target: Path, *, force: bool = False) -> Iterator[Path]:
    """Give an empty folder beside ``target``; on success it takes the target's place, on failure it vanishes.

    Raise ``OutputExists`` when the target is there and ``force`` is not given, or when it was not made by this program.
    """
    _check_target(target, force=force)
    with _reported(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
        beside.chmod(0o755)
        try:
            yield beside
            (beside / MARKER).write_text("made by simulator; may be replaced by it\n", encoding="utf-8")
            _swap(beside, target)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def write_file(target: Path, content: bytes, *, force: bool = True) -> None:
    """Write one file beside, then rename it over ``target``."""
    if target.is_dir():
        raise OutputExists(f"{target}: this is a folder; name a file to write")
    if target.exists() and not force:
        raise OutputExists(f"{target}: it exists already; use --force to replace it, or name another file")
    with _reported(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(prefix=f".{target.name}.", dir=target.parent, delete=False) as beside:
            path = Path(beside.name)
            try:
                beside.write(content)
                beside.close()
                path.chmod(0o644)
                path.replace(target)
            finally:
                path.unlink(missing_ok=True)


def _check_target(target: Path, *, force: bool) -> None:
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return
    if not force:
        raise OutputExists(f"{target}: it exists already; use --force to replace it, or name another place")
    if not (target / MARKER).is_file():
        raise OutputExists(
            f"{target}: --force replaces only what this program made, and this was not; name another place"
        )


def _swap(beside: Path, target: Path) -> None:
    if not target.exists():
        beside.rename(target)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{target.name}.old.", dir=target.parent))
    target.rename(old / "replaced")
    beside.rename(target)
    shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _reported(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise CannotWrite(
                f"{target}: the disk is full; nothing was written; free some space and run again"
            ) from None
        if isinstance(error, PermissionError | NotADirectoryError | FileExistsError):
            raise CannotWrite(f"{target}: this place cannot be written to ({error.strerror}); name another") from None
        raise
