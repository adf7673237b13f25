"""The catalogue, found by walking this package: a module with ``CARD``, ``plant`` and ``check`` is an entry.

Beside the module lies a file of texts for the debrief, named by the entry's id (``G08.toml``).
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path
from types import ModuleType

import simulator.indicators as package
from simulator.errors import BrokenData
from simulator.indicators.card import Card, Indicator
from simulator.indicators.lesson import read_lesson


@cache
def catalogue() -> dict[str, Indicator]:
    """Return every indicator and look-alike by id, in order; raise ``BrokenData`` when a module is not whole."""
    found: dict[str, Indicator] = {}
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        module = importlib.import_module(info.name)
        if isinstance(getattr(module, "CARD", None), Card):
            entry = _entry(module)
            if entry.id in found:
                raise BrokenData(f"{module.__name__}: {entry.id} stands in {found[entry.id].module} too; give it another id")
            found[entry.id] = entry
    _check_references(found)
    return dict(sorted(found.items()))


def indicators() -> tuple[Indicator, ...]:
    """Return the entries that depart from lawful trade."""
    return tuple(entry for entry in catalogue().values() if not entry.card.is_look_alike)


def look_alikes() -> tuple[Indicator, ...]:
    """Return the entries that are lawful and only look odd."""
    return tuple(entry for entry in catalogue().values() if entry.card.is_look_alike)


def can_stand_together(one: str, other: str) -> bool:
    """Tell whether two entries can be planted on one shipment."""
    return other not in catalogue()[one].card.apart and one not in catalogue()[other].card.apart


def _entry(module: ModuleType) -> Indicator:
    for name in ("plant", "check"):
        if not callable(getattr(module, name, None)):
            raise BrokenData(f"{module.__name__}: there is no function {name}; an indicator has plant and check")
    paragraphs = [paragraph.strip() for paragraph in (module.__doc__ or "").split("\n\n")]
    source = next((each.removeprefix("Source: ") for each in paragraphs if each.startswith("Source: ")), "")
    text = " ".join(" ".join(each.split()) for each in paragraphs[1:] if not each.startswith("Source: "))
    if not text or not source:
        raise BrokenData(f"{module.__name__}: the docstring needs a title, a paragraph and a line 'Source: ...'")
    lesson = read_lesson(Path(str(module.__file__)).with_name(f"{module.CARD.id}.toml"))
    return Indicator(module.CARD, module.plant, module.check, text, " ".join(source.split()), module.__name__, lesson)


def _check_references(found: dict[str, Indicator]) -> None:
    for entry in found.values():
        named = entry.card.implies | entry.card.apart | ({entry.card.resembles} if entry.card.resembles else frozenset())
        for missing in sorted(named - set(found)):
            raise BrokenData(f"{entry.module}: {missing} is not in the catalogue; name one that is")
