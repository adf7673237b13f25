"""Times of rounds that are interleaved, so that whatever slows the machine slows every contender alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from time import process_time


@dataclass(frozen=True)
class Times:
    """Seconds of several rounds."""

    rounds: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.rounds)

    def per(self, count: int) -> Times:
        """The same times for one of ``count`` things."""
        return Times(tuple(each / count for each in self.rounds))

    def over(self, other: Times) -> Times:
        """Round by round, how many times longer than another contender."""
        return Times(tuple(one / two for one, two in zip(self.rounds, other.rounds, strict=True)))


def interleaved(
    contenders: Mapping[str, Callable[[int], object]], rounds: int, clock: Callable[[], float] = process_time
) -> dict[str, Times]:
    """Time every contender in every round; the round's number is its argument. One round before is not counted.

    Unless another ``clock`` is given it is the processor's time of this process, which other work on the machine
    disturbs least. The order turns from round to round, so that nobody always runs after the same neighbour.
    """
    names = list(contenders)
    seconds: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds + 1):
        turned = names[number % len(names) :] + names[: number % len(names)]
        for name in turned:
            begun = clock()
            contenders[name](number)
            if number:
                seconds[name].append(clock() - begun)
    return {name: Times(tuple(found)) for name, found in seconds.items()}
