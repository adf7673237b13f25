"""Places that are handed out: nothing that holds a key is written there."""

from __future__ import annotations

from pathlib import Path

from simulator.errors import OutputExists


def refuse_handed_out(out: Path, why: str) -> None:
    """Raise ``OutputExists`` for a place among what a pack hands out; ``why`` says what does not belong there."""
    for each in (out.resolve(), *out.resolve().parents):
        if each.name == "trainee" and (each.parent / "pack.json").is_file():
            raise OutputExists(f"{out}: what lies in {each} is handed out, and {why}; name another place")
