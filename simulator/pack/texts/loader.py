"""The texts of the pack's own pages."""

from __future__ import annotations

from pathlib import Path

from simulator.render.texts import Texts, texts

__all__ = ["Texts", "pack_texts", "texts"]


def pack_texts(name: str) -> Texts:
    """Read one of the files beside this module; it is read once."""
    return texts(Path(__file__).parent / f"{name}.toml")
