"""Slices onto pages: what fits, what stays together, what is repeated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from simulator.errors import BrokenData
from simulator.render.flow_ops import Slice

Placed = tuple[float, Slice]
"""A slice and how far its top lies below the top of the text area."""

_SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class Page:
    """One page's slices from top to bottom."""

    placed: tuple[Placed, ...]


def paginate(slices: Iterable[Slice], height: float) -> tuple[Page, ...]:
    """Fill pages of the given height; raise ``BrokenData`` when one slice is higher than a page."""
    filler = _Filler(height)
    for chain in _chains(slices):
        filler.add(chain)
    return filler.pages()


def _chains(slices: Iterable[Slice]) -> Iterator[list[Slice]]:
    """Yield the slices that must stand on one page together."""
    chain: list[Slice] = []
    for each in slices:
        chain.append(each)
        if not each.keep:
            yield chain
            chain = []
    if chain:
        yield chain


class _Filler:
    """The page being filled and those behind it."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._done: list[Page] = []
        self._placed: list[Placed] = []
        self._used = 0.0

    def add(self, chain: list[Slice]) -> None:
        """Place a chain on this page, else on the next; one that no page can hold is broken where it must."""
        if self._placed and (chain[0].new_page or not self._fits(chain)):
            self._close()
        for each in chain:
            if self._placed and not self._fits([each]):
                self._close()
            self._place(each)

    def pages(self) -> tuple[Page, ...]:
        """Return all pages, at least one."""
        if self._placed or not self._done:
            self._close()
        return tuple(self._done)

    def _fits(self, chain: list[Slice]) -> bool:
        return self._used + sum(each.before + each.height for each in chain) <= self._height + _SLACK

    def _place(self, each: Slice) -> None:
        if not self._placed and each.head is not None:
            self._put(each.head, 0.0)
        self._put(each, each.before if self._placed else 0.0)

    def _put(self, each: Slice, before: float) -> None:
        if self._used + before + each.height > self._height + _SLACK:
            raise BrokenData(
                f"page flow: a band of {each.height:.0f} points does not fit a page of {self._height:.0f}; divide it"
            )
        if each.height > 0 or before > 0:
            self._placed.append((self._used + before, each))
            self._used += before + each.height

    def _close(self) -> None:
        self._done.append(Page(tuple(self._placed)))
        self._placed = []
        self._used = 0.0
