"""What was done to make a bill fit the standard, attribute by attribute: nothing is made up or cut in silence."""

from __future__ import annotations

from dataclasses import dataclass, field

KINDS = {
    "derived": "not printed in these words; follows from what this bill, a paper beside it or the product's registers say",
    "assumed": "required, not on the bill, and no code stands for unknown: the default of docs/exports.md",
    "missing": "not on the bill: required text is NOT STATED, a required code the trade's own for unknown",
    "shortened": "longer than the standard allows; the note holds the whole text",
    "moved": "longer than the standard allows; the rest stands in the lines that follow",
    "unread": "the print could not be read as a value of its box",
}
"""Every kind of note with its meaning."""
UNSTATED = "NOT STATED"
"""For text that the standard requires and the bill does not say."""


@dataclass(frozen=True, slots=True)
class Note:
    """One remark: ``attribute`` is its path in the JSON, without the places of lists; ``kind`` is one of ``KINDS``."""

    attribute: str
    kind: str
    note: str


@dataclass(slots=True)
class Notes:
    """Gathers the notes of one bill while it is written."""

    rows: list[Note] = field(default_factory=list)

    def add(self, attribute: str, kind: str, note: str) -> None:
        """Add a note once."""
        row = Note(attribute, kind, note)
        if row not in self.rows:
            self.rows.append(row)

    def stated(self, attribute: str, text: str | None) -> str:
        """Return a text, or ``NOT STATED`` with a note where there is none."""
        if text:
            return text
        self.add(attribute, "missing", f"{UNSTATED} stands for it")
        return UNSTATED

    def fitted(self, attribute: str, text: str, most: int) -> str:
        """Return a text of at most so many characters, cut after a whole word, with the whole text in a note."""
        if len(text) <= most:
            return text
        self.add(attribute, "shortened", f"printed: {text}")
        return head(text, most)


def head(text: str, most: int) -> str:
    """Return as many whole words as fit, or the first letters of a word that does not fit by itself."""
    if len(text) <= most:
        return text
    return text[: most + 1].rpartition(" ")[0].rstrip(" ,") or text[:most]
