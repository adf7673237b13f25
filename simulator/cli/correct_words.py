"""What the options of ``simulator correct`` mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from simulator.formats.correction import CorrectedPlace, KeyPart
    from simulator.intake.pack_reading import OpenedPack

Decision = Literal["release", "query", "revenue", "examine", "detain"]


def place_meant(
    opened: OpenedPack, consignment: str | None, alone: bool, item: str | None, slot: str | None
) -> CorrectedPlace:
    """Return which consignments are meant; one that is named stands for all with its papers unless ``alone``."""
    from simulator.errors import BadInput
    from simulator.formats.correction import CorrectedPlace

    if sum(each is not None for each in (consignment, item, slot)) != 1 or (alone and consignment is None):
        raise BadInput("say which consignments by one of --consignment (with --alone for it only), --item, --slot")
    if consignment is None:
        return CorrectedPlace(item=item, slot=slot)
    variant, _, id_ = consignment.partition("/")
    solved = opened.key.variants.get(variant)
    found = next((each for each in solved.consignments if each.id == id_.upper()), None) if solved else None
    if found is None:
        variants = ", ".join(opened.key.variants)
        problem = f"--consignment {consignment!r} is not in this pack; write v01/C04, the variants are {variants}"
        raise BadInput(problem, source=opened.folder)
    return CorrectedPlace(variant=variant, consignment=found.id) if alone else CorrectedPlace(item=found.item)


def part_meant(
    verdict: Decision | None, leave_out: bool, strength: list[str], drop: list[str], accept: list[str], refuse: list[str]
) -> KeyPart:
    """Return what of the key is to be otherwise, from the options as they were typed."""
    from msgspec import UNSET

    from simulator.errors import BadInput
    from simulator.formats.correction import KeyPart

    findings = [*strength, *drop, *accept, *refuse]
    if leave_out and (verdict or findings):
        raise BadInput("--leave-out goes alone; nothing else counts of a consignment that is left out")
    if not (leave_out or verdict or findings):
        raise BadInput("nothing is corrected; give --verdict, --strength, --drop, --accept, --refuse or --leave-out")
    strengths: dict[str, Any] = {**dict(map(_strength, strength)), **{each.upper(): None for each in drop}}
    boxes: dict[str, dict[str, Any]] = {}
    for indicator, code, role in (*map(_accepted, accept), *map(_refused, refuse)):
        boxes.setdefault(indicator, {})[code] = role
    return KeyPart(None if leave_out else verdict or UNSET, strengths, boxes)


def _strength(text: str) -> tuple[str, str]:
    from simulator.errors import BadInput

    indicator, _, strength = text.partition("=")
    if not indicator or not strength:
        raise BadInput(f"--strength {text!r} names no strength of a finding; write X03=weak")
    return indicator.upper(), strength


def _accepted(text: str) -> tuple[str, str, str]:
    box, _, role = text.partition("=")
    return *_box("--accept", box), role or "shows"


def _refused(text: str) -> tuple[str, str, None]:
    return *_box("--refuse", text), None


def _box(option: str, text: str) -> tuple[str, str]:
    from simulator.errors import BadInput

    indicator, _, code = text.partition("/")
    if not indicator or not code:
        raise BadInput(f"{option} {text!r} names no box of a finding; write X03/BL-20")
    return indicator.upper(), code
