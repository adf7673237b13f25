"""Pages as FUNSD: Jaume, G. et al. (2019), https://guillaumejaume.github.io/FUNSD/."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from simulator.formats.truth import TruthBox, TruthDocument
from simulator.research.captions import Run, captions, nearest, runs
from simulator.research.pages import PageImage, Pixels, Word, around

Json = dict[str, Any]

_CLOSE = 24
"""Pixels between a box and words above it that may name it, where its house style gives it no name."""
_LEADING = 4
"""Pixels between two lines of one such name."""
_SHORT = 6
"""Words of a name, at most; what is longer is a sentence."""


def funsd(page: PageImage) -> Json:
    """Return a page as FUNSD: values are answers, names of boxes questions, all else is other; links are pairs of ids.

    The name of a box is what its house style prints, at the place next to the box; names that are set as free words
    are told by their place alone. A column's head is the question of each row. Box codes are other.
    """
    made = _Form(page)
    for paper, box in page.boxes:
        made.answer(paper, box)
    for paper, box in page.boxes:
        made.question(paper, box)
    made.others()
    return {"form": made.entities}


class _Form:
    """Gathers the entities of one page; each word is of at most one."""

    def __init__(self, page: PageImage) -> None:
        self.entities: list[Json] = []
        self._page = page
        self._codes = {box.box for _, box in page.boxes}
        self._taken: set[int] = set()
        self._answers: dict[tuple[str, str], int] = {}
        self._questions: dict[Run, int] = {}
        self._runs: dict[str, list[Run]] = {}
        self._free: list[int] = []
        boxes = np.array([word.box for word in page.words], dtype=float).reshape(-1, 4)
        self._middles = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2

    def answer(self, paper: TruthDocument, box: TruthBox) -> None:
        """Add what is printed in a box, with the words in its frame."""
        if box.text and box.bbox:
            inside = self._inside(self._page.pixels(box.frame)) - self._taken
            self._taken |= inside
            self._answers[paper.id, box.box] = len(self.entities)
            place = self._page.pixels(box.bbox)
            made = self._add(box.text, place, "answer", [self._page.words[at] for at in sorted(inside)])
            made |= {"field": f"{paper.type}/{box.field}", "code": box.box, "document": paper.id}

    def question(self, paper: TruthDocument, box: TruthBox) -> None:
        """Find a box's name, and link it to what is printed in the box."""
        caption = captions(paper.template, paper.language).get(box.field)
        frame = self._page.pixels(box.frame)
        if caption is not None:
            told = nearest(self._said(caption), self._page.words, frame, row=box.row is not None)
        else:
            told = self._above(frame) if box.kind == "text" else None
        if told is None:
            return
        if told not in self._questions:
            self._questions[told] = len(self.entities)
            words = [self._page.words[at] for at in told]
            self._add(" ".join(word.text for word in words), self._box(told), "question", words)
        if (answer := self._answers.get((paper.id, box.box))) is not None:
            pair = [self._questions[told], answer]
            for each in pair:
                self.entities[each]["linking"].append(pair)

    def others(self) -> None:
        """Add all words that are left, line by line."""
        asked = {at for run in self._questions for at in run}
        for line in self._lines([at for at in self._left() if at not in asked]):
            words = [self._page.words[at] for at in line]
            self._add(" ".join(word.text for word in words), self._box(line), "other", words)

    def _inside(self, frame: Pixels) -> set[int]:
        """Return the places of words whose middle lies in a frame."""
        left, top, right, bottom = frame
        x, y = self._middles
        return set(np.flatnonzero((left <= x) & (x <= right) & (top <= y) & (y <= bottom)).tolist())

    def _add(self, text: str, box: Pixels, label: str, words: Sequence[Word]) -> Json:
        told = [{"text": word.text, "box": list(word.box)} for word in words]
        made = {"id": len(self.entities), "text": text, "box": list(box), "label": label, "words": told, "linking": []}
        self.entities.append(made)
        return made

    def _left(self) -> list[int]:
        """Return the places of words that stand in no box; asked for when all answers are known."""
        if not self._free:
            self._free = [at for at in range(len(self._page.words)) if at not in self._taken]
        return self._free

    def _said(self, caption: str) -> list[Run]:
        if caption not in self._runs:
            self._runs[caption] = list(runs(caption, self._page.words, self._left()))
        return self._runs[caption]

    def _above(self, frame: Pixels) -> Run | None:
        """Return the short lines that stand close above a frame, one or two, and are no codes."""
        lines = [line for line in self._lines(self._left()) if len(line) <= _SHORT and not self._is_code(line)]
        told = self._next(lines, frame, _CLOSE)
        if told is None or told in self._questions:
            return told
        more = self._next(lines, self._box(told), _LEADING)
        taken = {at for run in self._questions for at in run}
        both = told if more is None or taken & set(more) else (*more, *told)
        return next((run for run in self._questions if set(told) <= set(run)), both)

    def _next(self, lines: Sequence[Run], frame: Pixels, reach: int) -> Run | None:
        """Return the nearest line above a frame within reach."""
        close = []
        for line in lines:
            left, _, right, bottom = self._box(line)
            if left < frame[2] and right > frame[0] and -2 <= frame[1] - bottom <= reach:
                close.append((frame[1] - bottom, line))
        return min(close)[1] if close else None

    def _box(self, run: Run) -> Pixels:
        return around([self._page.words[at].box for at in run])

    def _is_code(self, line: Run) -> bool:
        return self._page.words[line[0]].text in self._codes

    def _lines(self, places: Sequence[int]) -> list[Run]:
        """Return words that follow each other on one line without a gap wider than they are high; codes stand alone."""
        lines: list[list[int]] = []
        for at in places:
            word = self._page.words[at]
            last = self._page.words[lines[-1][-1]] if lines else None
            if last and _follows(last.box, word.box) and not {last.text, word.text} & self._codes:
                lines[-1].append(at)
            else:
                lines.append([at])
        return [tuple(line) for line in lines]


def _follows(last: Pixels, box: Pixels) -> bool:
    level = min(last[3], box[3]) - max(last[1], box[1]) > 0
    return level and -2 <= box[0] - last[2] <= max(box[3] - box[1], 8)
