"""What a respondent answered, whichever way it came in: CSV, form, scan or web page."""

from __future__ import annotations

from typing import Annotated

import msgspec

from simulator.formats.vocabulary import Verdict


class Answer(msgspec.Struct, frozen=True):
    """One respondent's answer to one consignment.

    ``decision`` None means unanswered, whatever else was filled in. ``confidence`` is 1 to 4, ``flags`` box codes as
    they were written, in capitals, sorted and each once; ``minutes`` is the time spent.
    """

    consignment: str
    decision: Verdict | None = None
    confidence: Annotated[int, msgspec.Meta(ge=1, le=4)] | None = None
    flags: tuple[str, ...] = ()
    reasons: str = ""
    refer_to: str = ""
    minutes: Annotated[float, msgspec.Meta(ge=0, lt=1_000_000)] | None = None

    @property
    def says_nothing(self) -> bool:
        """Tell whether nothing at all was filled in."""
        return self == Answer(self.consignment)


class Submission(msgspec.Struct, frozen=True):
    """All answers of one respondent (an id of ``pack.json``), at most one for each consignment."""

    respondent: str
    answers: tuple[Answer, ...]

    def answer(self, consignment: str) -> Answer | None:
        """Return the answer to a consignment, None when there is none."""
        return next((answer for answer in self.answers if answer.consignment == consignment), None)


class Rejection(msgspec.Struct, frozen=True):
    """Something in an answer file that was not graded: where it stands (``line`` from 1) and why."""

    file: str
    line: int
    reason: str
