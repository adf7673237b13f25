"""Text with bold runs, broken into lines that fit a width."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from simulator.errors import BrokenData
from simulator.render.flow_fonts import composed, text_width
from simulator.render.flow_ops import FontName, Words


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight."""

    text: str
    bold: bool = False


Content: TypeAlias = str | tuple[Run, ...]
"""A plain string is taken letter by letter; only ``marked`` reads marks."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one weight on a line, ``x`` from the line's left end."""

    x: float
    text: str
    font: FontName


@dataclass(frozen=True, slots=True)
class Line:
    """One line of wrapped text and its width."""

    pieces: tuple[Piece, ...]
    width: float


_BREAKS = " \t\r\n"
"""Where lines may break: a no-break space is none of them."""
_Fragment: TypeAlias = tuple[str, FontName]
_Word: TypeAlias = list[_Fragment]


def marked(text: str, **values: object) -> tuple[Run, ...]:
    """Read ``**bold**`` in an authored text, then fill in values, so that no value is ever read as a mark."""
    parts = text.split("**")
    if len(parts) % 2 == 0:
        raise BrokenData(f"texts: {text!r}: a ** opens and never closes; write **bold**")
    filled = (part.format(**values) if values else part for part in parts)
    return tuple(Run(part, bold=index % 2 == 1) for index, part in enumerate(filled) if part)


def plain(content: Content) -> str:
    """Return the text without its weights."""
    return content if isinstance(content, str) else "".join(run.text for run in content)


@lru_cache(maxsize=2048)
def wrap(content: Content, size: float, width: float, bold: bool = False) -> tuple[Line, ...]:
    """Break text into lines no wider than ``width``; a newline always breaks, a word too long is broken anywhere."""
    lines: list[Line] = []
    for words in _paragraphs(content, bold):
        lines.extend(_wrapped(words, size, width))
    return tuple(lines)


def line_ops(line: Line, x: float, y: float, size: float, grey: float = 0.0) -> tuple[Words, ...]:
    """Place a line's pieces with its left end at (x, y)."""
    return tuple(Words(x + piece.x, y, piece.text, size, piece.font, grey) for piece in line.pieces)


def _paragraphs(content: Content, bold: bool) -> list[list[_Word]]:
    runs = (Run(content),) if isinstance(content, str) else content
    paragraphs: list[list[_Word]] = [[]]
    joins = False
    for run in runs:
        font: FontName = "bold" if bold or run.bold else "regular"
        for token in re.findall(r"\n|[ \t\r]+|[^ \t\r\n]+", composed(run.text)):
            if token == "\n":
                paragraphs.append([])
            elif token.strip(_BREAKS):
                if joins:
                    paragraphs[-1][-1].append((token, font))
                else:
                    paragraphs[-1].append([(token, font)])
            joins = bool(token.strip(_BREAKS))
    return paragraphs


def _wrapped(words: list[_Word], size: float, width: float) -> list[Line]:
    lines: list[Line] = []
    current: list[_Word] = []
    used = 0.0
    for word in (part for whole in words for part in _fitting(whole, size, width)):
        wide = _word_width(word, size)
        gap = text_width(" ", size, current[-1][-1][1]) if current else 0.0
        if current and used + gap + wide > width:
            lines.append(_line(current, size))
            current, used, gap = [], 0.0, 0.0
        current.append(word)
        used += gap + wide
    lines.append(_line(current, size))
    return lines


def _word_width(word: _Word, size: float) -> float:
    return sum(text_width(text, size, font) for text, font in word)


def _fitting(word: _Word, size: float, width: float) -> list[_Word]:
    """Return the word itself, or pieces of it when no line can hold it."""
    if _word_width(word, size) <= width:
        return [word]
    parts: list[_Word] = [[]]
    used = 0.0
    for text, font in word:
        for character in text:
            wide = text_width(character, size, font)
            if wide > width:
                raise BrokenData(f"page flow: a column of {width:.1f} points cannot hold {character!r}; make it wider")
            if used + wide > width:
                parts.append([])
                used = 0.0
            used += wide
            last = parts[-1]
            if last and last[-1][1] == font:
                last[-1] = (last[-1][0] + character, font)
            else:
                last.append((character, font))
    return parts


def _line(words: list[_Word], size: float) -> Line:
    """Join neighbours of one weight, so that a line is few pieces and reads back with single spaces."""
    fragments: list[_Fragment] = []
    for index, word in enumerate(words):
        for position, (text, font) in enumerate(word):
            spaced = index > 0 and position == 0
            if fragments and fragments[-1][1] == font:
                fragments[-1] = (fragments[-1][0] + (" " if spaced else "") + text, font)
                continue
            if spaced:
                fragments[-1] = (fragments[-1][0] + " ", fragments[-1][1])
            fragments.append((text, font))
    pieces: list[Piece] = []
    x = 0.0
    for text, font in fragments:
        pieces.append(Piece(x, text, font))
        x += text_width(text, size, font)
    return Line(tuple(pieces), x)
