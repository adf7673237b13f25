"""What an indicator or look-alike says of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.formats.vocabulary import Family, Mode, PointsTo, SeenBy, Stage, Strength
from simulator.indicators.lesson import Lesson
from simulator.randomness import Stream
from simulator.trade.departures import Departure
from simulator.trade.facts import Consignment, World

Plant = Callable[[World, Consignment, int, Stream], tuple[Departure, ...] | None]
"""World, consignment, subtlety (1 to 3), stream to departures; None when this shipment cannot show it."""
Check = Callable[[Papers, str], tuple[Sight, ...]]
"""Papers and a consignment's id to the boxes that show it; empty when they do not."""


@dataclass(frozen=True, slots=True)
class Card:
    """The constant part of a catalogue card.

    ``subtleties`` are the levels that ``plant`` knows, the usual one first. ``implies`` are indicators that fire with
    this one by themselves. Look-alikes name what they ``resembles`` and the boxes (type, field) that ``settled_by``.
    ``branded`` says that only marked goods can show it, ``modes`` how such goods travel. ``apart`` are entries with which
    it cannot stand on one shipment, because both change the same fact or one hides the other; named on one side only.
    """

    id: str
    title: Bilingual
    family: Family
    points_to: PointsTo
    strength: Strength | None
    seen_by: tuple[SeenBy, ...]
    stage: Stage
    explanation: Bilingual
    subtleties: tuple[int, ...] = (2, 1, 3)
    implies: frozenset[str] = frozenset()
    branded: bool = False
    modes: frozenset[Mode] = frozenset({"sea", "air"})
    apart: frozenset[str] = frozenset()
    resembles: str | None = None
    settled_by: tuple[tuple[str, str], ...] = ()

    @property
    def is_look_alike(self) -> bool:
        """Whether this is lawful and only looks odd."""
        return self.points_to == "innocent"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One entry of the catalogue; ``text`` is the paragraph of its module's docstring, ``source`` where it is from.

    ``lesson`` is what a debrief says of it, from the file of texts beside the module.
    """

    card: Card
    plant: Plant
    check: Check
    text: str
    source: str
    module: str
    lesson: Lesson

    @property
    def id(self) -> str:
        """The catalogue's number, as G08."""
        return self.card.id
