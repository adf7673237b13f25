"""Blocks as one band that no page break divides, with a drawing at their left or alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from simulator.render.flow_blocks import Block, Drawing
from simulator.render.flow_ops import Op, shifted


def beside(ops: Iterable[Op], height: float, start: float, width: float, blocks: Iterable[Block]) -> Drawing:
    """Return ops (origin at the top left) with blocks set from ``start`` to ``width``; no page break divides them."""
    placed: list[Op] = list(ops)
    y = 0.0
    for block in blocks:
        for band in block.slices(width - start):
            y -= band.before if y else 0.0
            placed.extend(shifted(op, start, y) for op in band.ops)
            y -= band.height
    return Drawing(max(height, -y), tuple(placed), before=8.0)


def undivided(blocks: Iterable[Block], width: float) -> Drawing:
    """Return blocks as one band that stays with what follows it."""
    return replace(beside((), 0.0, 0.0, width, blocks), before=0.0, keep=True)
