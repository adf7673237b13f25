"""Corrections laid over the sealed key: read from the pack, applied in the order of their numbers."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from simulator.errors import BadInput
from simulator.formats.correction import CorrectedPlace, Correction, NumberedCorrection
from simulator.formats.key import Key, KeyConsignment, KeyVariant
from simulator.formats.reading import read_json
from simulator.formats.truth import Truth
from simulator.grading.correcting import Desk, corrected_consignment
from simulator.intake.pack_reading import OpenedPack

_NAME = re.compile(r"(?!000)[0-9]{3}\.json")


def corrections_folder(pack: Path) -> Path:
    """Return where a pack's corrections lie, whether there are any or not."""
    return pack / "instructor" / "corrections"


def read_corrections(opened: OpenedPack) -> tuple[NumberedCorrection, ...]:
    """Read a pack's corrections in order; raise ``BadInput`` when one is none, or belongs to another pack.

    Whether they fit the key is found when they are applied.
    """
    folder = corrections_folder(opened.folder)
    if not folder.exists():
        return ()
    if not folder.is_dir():
        raise BadInput("this is a file where the folder of corrections is expected; move it away", source=folder)
    paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".json" and not path.name.startswith("."))
    return tuple(NumberedCorrection(_number(path), _read(path, opened.pack.pack)) for path in paths)


def corrected(opened: OpenedPack, corrections: Iterable[NumberedCorrection]) -> OpenedPack:
    """Return the pack with corrections laid over its key; the files of the pack stay as they are.

    Raise ``BadInput`` naming the correction that does not find in the key what it says that it replaces.
    """

    def desk_of(variant: str) -> Desk:
        path = opened.folder / "instructor" / "truth" / f"{variant}.json"
        return Desk(opened.codes[variant], lambda: read_json(path, Truth))

    key = opened.key
    for each in corrections:
        source = corrections_folder(opened.folder) / f"{each.name}.json"
        _check_whole(each.correction, source)
        key = _laid_over(key, each.correction, source, desk_of)
    return dataclasses.replace(opened, key=key)


def consignments_at(key: Key, place: CorrectedPlace, source: Path) -> tuple[tuple[str, KeyConsignment], ...]:
    """Return the consignments that a place means, each with its variant; raise ``BadInput`` when there is none."""
    meant = tuple(
        (variant, each)
        for variant, solved in key.variants.items()
        for each in solved.consignments
        if _is_at(variant, each, place)
    )
    if not meant:
        problem = f"no consignment is {_shown(place)}; see instructor/key.json, and what earlier corrections left out"
        raise BadInput(problem, source=source, place="consignments")
    return meant


def next_number(corrections: Sequence[NumberedCorrection]) -> int:
    """Return the number that the next correction gets; raise ``BadInput`` when all are used."""
    number = max((each.number for each in corrections), default=0) + 1
    if number > 999:
        raise BadInput("all 999 corrections are used; generate the pack again with what you learnt")
    return number


def _is_at(variant: str, each: KeyConsignment, place: CorrectedPlace) -> bool:
    if place.item is not None:
        return each.item == place.item
    if place.slot is not None:
        return each.slot == place.slot
    return (variant, each.id) == (place.variant, place.consignment)


def _number(path: Path) -> int:
    if not _NAME.fullmatch(path.name):
        raise BadInput("corrections are called 001.json to 999.json; rename the file or move it away", source=path)
    return int(path.stem)


def _read(path: Path, pack: str) -> Correction:
    found = read_json(path, Correction)
    if found.pack != pack:
        raise BadInput(f"the correction is for pack {found.pack}, this is {pack}", source=path, place="pack")
    return found


def _check_whole(correction: Correction, source: Path) -> None:
    """Hold what the shape of the record cannot: one place, and the same parts of the solution before and after."""
    if not correction.consignments.is_one_way:
        problem = 'say which: {"item": ...}, {"slot": ...}, or {"variant": ..., "consignment": ...}'
        raise BadInput(problem, source=source, place="consignments")
    old, new = correction.replaces.said, correction.with_.said
    if not old:
        raise BadInput("nothing is replaced; name a verdict, a strength or a box", source=source, place="replaces")
    if old.keys() != new.keys():
        problem = f"{', '.join(sorted(old.keys() ^ new.keys()))} stands on one side alone; both must speak of the same"
        raise BadInput(problem, source=source, place="with")
    same = next((place for place in old if old[place] == new[place]), None)
    if same is not None:
        problem = f"it is {old[same] or 'not there'} before and after; say what is right instead"
        raise BadInput(problem, source=source, place=f"with.{same}")


def _laid_over(key: Key, correction: Correction, source: Path, desk_of: Callable[[str], Desk]) -> Key:
    variants = dict(key.variants)
    for variant, old in consignments_at(key, correction.consignments, source):
        new = corrected_consignment(old, correction, desk_of(variant), f"{variant} {old.id}", source)
        every = (new if each is old else each for each in variants[variant].consignments)
        variants[variant] = KeyVariant(tuple(each for each in every if each is not None))
        if not variants[variant].consignments:
            problem = f"nothing of {variant} would be left to grade; leave in one consignment at least"
            raise BadInput(problem, source=source, place="with.verdict")
    return msgspec.structs.replace(key, variants=variants)


def _shown(place: CorrectedPlace) -> str:
    return " ".join(f"{name} {value!r}" for name, value in msgspec.structs.asdict(place).items() if value is not None)
