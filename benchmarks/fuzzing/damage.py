"""Good files damaged byte by byte, token by token and line by line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from hypothesis import strategies as st

_NUMBER = re.compile(rb"\d+")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff", b"\x00", b"\x1b[2J")
_ENCODINGS = ("utf-16", "utf-16-be", "utf-32", "latin-1", "cp1252", "utf-8-sig", "utf-7")
_NUMBERS = (*b"-1 0 1e308 1e999 0x7fffffffffffffff nan -inf 1.".split(), b"9" * 20, b"9" * 400, b"9" * 5_000)
_BLOWN_UP: tuple[bytes, ...] = (
    b"[" * 3_000,
    b"[" * 60_000 + b"]" * 60_000,
    b'{"a":' * 3_000,
    b"a." * 3_000,
    b'"' * 999,
    b"x" * 200_000,
    b"\n" * 20_000,
    b",;" * 20_000,
    b"\xc3\xa9" * 9_000,
    b"\xff" * 4_000,
)

Damage = Callable[[st.DrawFn, bytes], bytes]


def damaged(seeds: Sequence[bytes], tokens: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """Return files made of ``seeds`` with one to six damages; ``tokens`` are words of the format, to be put anywhere."""

    @st.composite
    def one(draw: st.DrawFn) -> bytes:
        content = draw(st.sampled_from(seeds))
        for _ in range(draw(st.sampled_from((1, 1, 1, 2, 3, 6)))):
            content = draw(st.sampled_from((*_DAMAGES, _spliced(seeds), _token(tokens))))(draw, content)
        return content

    return st.one_of(one(), one(), one(), one(), st.binary(max_size=300), _put_together(tokens))


def _put_together(tokens: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """Words of the format in any order."""
    return st.lists(st.sampled_from((*tokens, b" ", b"\n", b"1")) | st.binary(max_size=4), max_size=60).map(b"".join)


def _place(draw: st.DrawFn, content: bytes) -> int:
    return int(draw(st.floats(0, 1)) * len(content))


def _flipped(draw: st.DrawFn, content: bytes) -> bytes:
    if not content:
        return b"\x01"
    place = min(_place(draw, content), len(content) - 1)
    return content[:place] + bytes([content[place] ^ 1 << draw(st.integers(0, 7))]) + content[place + 1 :]


def _cut_off(draw: st.DrawFn, content: bytes) -> bytes:
    place = _place(draw, content)
    return content[:place] if draw(st.booleans()) else content[place:]


def _cut_out(draw: st.DrawFn, content: bytes) -> bytes:
    place = _place(draw, content)
    return content[:place] + content[place + draw(st.integers(1, 400)) :]


def _doubled(draw: st.DrawFn, content: bytes) -> bytes:
    place = _place(draw, content)
    return content[:place] + content[place : place + draw(st.integers(1, 400))] + content[place:]


def _put_in(draw: st.DrawFn, content: bytes) -> bytes:
    place = _place(draw, content)
    return content[:place] + draw(st.binary(min_size=1, max_size=40)) + content[place:]


def _blown_up(draw: st.DrawFn, content: bytes) -> bytes:
    place = _place(draw, content)
    return content[:place] + draw(st.sampled_from(_BLOWN_UP)) + content[place:]


def _marked(draw: st.DrawFn, content: bytes) -> bytes:
    place = draw(st.sampled_from((0, _place(draw, content))))
    return content[:place] + draw(st.sampled_from(_MARKS)) + content[place:]


def _encoded(draw: st.DrawFn, content: bytes) -> bytes:
    return content.decode("utf-8", "replace").encode(draw(st.sampled_from(_ENCODINGS)), "replace")


def _other_number(draw: st.DrawFn, content: bytes) -> bytes:
    found = list(_NUMBER.finditer(content))
    if not found:
        return content
    match = found[draw(st.integers(0, len(found) - 1))]
    return content[: match.start()] + draw(st.sampled_from(_NUMBERS)) + content[match.end() :]


def _lines_moved(draw: st.DrawFn, content: bytes) -> bytes:
    lines = content.split(b"\n")
    line = lines.pop(draw(st.integers(0, len(lines) - 1)))
    for _ in range(draw(st.integers(0, 3))):
        lines.insert(draw(st.integers(0, len(lines))), line)
    return b"\n".join(lines)


def _spliced(seeds: Sequence[bytes]) -> Damage:
    def damage(draw: st.DrawFn, content: bytes) -> bytes:
        other = draw(st.sampled_from(seeds))
        return content[: _place(draw, content)] + other[_place(draw, other) :]

    return damage


def _token(tokens: Sequence[bytes]) -> Damage:
    def damage(draw: st.DrawFn, content: bytes) -> bytes:
        old, new = draw(st.sampled_from(tokens)), draw(st.sampled_from((*tokens, b"")))
        places = [match.start() for match in re.finditer(re.escape(old), content)]
        if not places:
            return content + new
        place = places[draw(st.integers(0, len(places) - 1))]
        return content[:place] + new + content[place + len(old) :]

    return damage


_DAMAGES: tuple[Damage, ...] = (
    _flipped, _cut_off, _cut_out, _doubled, _put_in, _blown_up, _marked, _encoded, _other_number, _lines_moved,
)  # fmt: skip
