"""A paper's form without values: its labels and rules, and where the codes of its boxes stand, in points of the side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.errors import BadInput
from simulator.formats.truth import Rectangle, TruthBox, TruthDocument
from simulator.formats.vocabulary import Paper
from simulator.layout.form import Form, form
from simulator.layout.paper import FOOTER, MM
from simulator.layout.static import StaticLayer
from simulator.layout.template import load_template

_NEAR = 0.1
"""Truth keeps frames to a hundredth of a point."""


@dataclass(frozen=True, slots=True)
class BlankForm:
    """A form on its side; ``bounds`` is the area that templates use, the layer's origin its lower left corner.

    ``origin`` is where the layer's own origin lies, ``codes`` the right end and baseline of each single box's code.
    """

    layer: StaticLayer
    origin: tuple[float, float]
    bounds: Rectangle
    codes: Mapping[str, tuple[float, float]]


def blank_form(document: TruthDocument, first: bool, paper: Paper) -> BlankForm | None:
    """Return the form of a document's first or of a further page on ``paper``.

    None where this version prints that paper otherwise than the pack has it (templates change, and half sides may lie
    anywhere): a form that is not the paper's would mislead.
    """
    try:
        made = form(load_template(document.template), paper, document.language)
    except BadInput:
        return None
    slots = {slot.field.name: slot for slot in made.slots}
    if first and not all(_same(box, slots[box.field].frame) for box in document.boxes if box.field in slots):
        return None
    layer = made.layer if first else made.continuation.layer if made.continuation else None
    if layer is None:
        return None
    codes = {name: slot.code_at for name, slot in slots.items()} if first else {}
    return BlankForm(layer, (made.sheet.left, made.sheet.bottom), _bounds(made), codes)


def _bounds(made: Form) -> Rectangle:
    side = made.sheet
    return side.left, side.bottom + FOOTER * MM, side.right, side.top


def _same(box: TruthBox, frame: Rectangle) -> bool:
    return all(abs(one - other) < _NEAR for one, other in zip(box.frame, frame, strict=True))
