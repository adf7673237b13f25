"""What a person writes into the queue is an answer or a sentence, whatever it is."""

from __future__ import annotations

import pytest

from simulator.intake.pack_reading import OpenedPack
from simulator.intake.scans.questions import NUMBER
from simulator.intake.scans.review import Decision, NotAnAnswer, understood


@pytest.mark.parametrize("text", ["9" * 5_000, "0", "4", "٤", "T9", "-"])
def test_a_list_number_that_nobody_has(text: str, opened: OpenedPack) -> None:
    with pytest.raises(NotAnAnswer, match="is no trainee of this pack"):
        understood(Decision("item", text, "review.csv", 2), NUMBER, (), opened)


def test_a_list_number_or_an_id(opened: OpenedPack) -> None:
    for text in ("2", "t002", "T002"):
        assert understood(Decision("item", text, "review.csv", 2), NUMBER, (), opened) == "T002"
