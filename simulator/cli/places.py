"""Where results may be written: not over what they are made from, not among what is handed out."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from simulator.errors import OutputExists


def check_apart(out: Path, inputs: Iterable[Path]) -> None:
    """Refuse to replace a folder in which the pack or the answers lie."""
    for each in inputs:
        if _real(each).is_relative_to(_real(out)):
            raise OutputExists(f"{out}: {each} lies in this folder and would be replaced with it; name another place")


def check_kept(out: Path, what: str) -> None:
    """Refuse a place among what is handed out of any pack; ``what`` says what would reach trainees there."""
    place = _real(out)
    for each in (place, *place.parents):
        if each.name == "trainee" and (each.parent / "pack.json").is_file():
            raise OutputExists(f"{out}: what lies in {each} is handed out, and {what}; name another place")


def _real(path: Path) -> Path:
    """Follow links; of those that lead in a circle ``Path.resolve`` would make an error."""
    return Path(os.path.realpath(path))
