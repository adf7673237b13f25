"""Lines of typed text and back: ``unwrap(wrap(text, ...), ...) == text`` for every text that can be wrapped at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


class CannotWrap(ValueError):
    """The text does not fit the columns, or could not be put together again from its lines."""


def wrap(text: str, how: str, columns: int, *, hard: bool = False) -> tuple[str, ...]:
    """Break ``text`` into lines of at most ``columns`` characters.

    ``how`` is "words" (at spaces), "columns:30" (every 30 characters, in mid-word, as old systems do; never beside a
    space) or "none" (one line). No line ends in a hyphen that the text has inside. ``hard`` texts keep their own lines.
    Raise ``CannotWrap`` when a line would be too long, or when spaces would be lost.
    """
    if not text:
        return ()
    if len(text) <= columns and _is_a_line(text) and not (how.startswith("columns") and len(text) > columns_of(how)):
        return (text,)
    if hard:
        return _fitting(tuple(text.split("\n")), columns)
    if "\n" in text:
        raise CannotWrap("it has a line break, and only values with lines of their own may")
    if how == "none":
        return _fitting((text,), columns)
    if how == "words":
        return _by_words(text, columns)
    return _by_columns(text, min(columns_of(how), columns))


def unwrap(lines: Sequence[str], how: str, *, hard: bool = False) -> str:
    """Return the text that ``wrap`` broke into these lines."""
    if hard:
        return "\n".join(lines)
    return (" " if how == "words" else "").join(lines)


def columns_of(how: str) -> int:
    """Return the 30 of "columns:30"; raise ``ValueError`` when ``how`` is not of that form."""
    kind, _, number = how.partition(":")
    if kind != "columns" or not number.isascii() or not number.isdigit() or int(number) < 10:
        raise ValueError(f'{how!r} is not "words", "none" or "columns:N" with N from 10')
    return int(number)


def _is_a_line(text: str) -> bool:
    """Tell whether a text can stand as it is: no line break, and no space at an end or beside another."""
    return "\n" not in text and "  " not in text and text == text.strip()


def _fitting(lines: tuple[str, ...], columns: int) -> tuple[str, ...]:
    for line in lines:
        if not line or line != line.strip() or "  " in line:
            raise CannotWrap("a line is empty, has two spaces together, or one at an end")
        if len(line) > columns:
            raise CannotWrap(f"a line has {len(line)} characters where {columns} fit")
    return lines


def _by_words(text: str, columns: int) -> tuple[str, ...]:
    lines: list[str] = []
    line = ""
    for word in _words(text):
        if line and len(line) + 1 + len(word) <= columns:
            line += " " + word
            continue
        if line:
            lines.append(line)
        line = word
    return _fitting((*lines, line), columns)


def _words(text: str) -> Iterator[str]:
    """Yield the words, one that ends in a hyphen together with the next."""
    held = ""
    for word in text.split(" "):
        if not word:
            raise CannotWrap("it has two spaces together, or one at an end")
        held = f"{held} {word}" if held else word
        if not held.endswith("-"):
            yield held
            held = ""
    if held:
        yield held


def _by_columns(text: str, columns: int) -> tuple[str, ...]:
    if "  " in text or text != text.strip():
        raise CannotWrap("it has two spaces together, or one at an end")
    lines: list[str] = []
    start = 0
    while len(text) - start > columns:
        end = start + columns
        while end > start and (text[end - 1] in " -" or text[end] == " "):
            end -= 1
        if end == start:
            raise CannotWrap(f"no place to break it within {columns} characters that is not beside a space")
        lines.append(text[start:end])
        start = end
    return (*lines, text[start:])
