"""Files that are whole and say something odd: trees of TOML and JSON with values of another kind, tables of odd cells."""

from __future__ import annotations

import copy
import csv
import io
import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from simulator.formats.toml_writing import toml_text

_NUMBERS = (
    True,
    False,
    0,
    -1,
    1,
    2,
    7.5,
    -0.0,
    2**31,
    2**63,
    -(2**63) - 1,
    10**30,
    10**400,
    1e308,
    -1e-320,
    math.nan,
    math.inf,
)
_WORDS = "../../x /etc/passwd =1+1 日本 💥 1 2009-02-31 C01 v01 T001 release INV-14.1"
_TEXTS = (
    "", " ", "\0", "a\nb", "\x1b[31m", "\ufeff", "\u202e", "\ud800", "x" * 70_000,
    *_WORDS.split(),
)  # fmt: skip
ODD: tuple[Any, ...] = (*_NUMBERS, *_TEXTS, [], {}, [[]], {"": ""}, ["x"] * 2_000, {"en": 1, "es": []})
NOTHING: tuple[None] = (None,)


def json_trees(seeds: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """Return JSON files with some values changed for others."""
    trees = [json.loads(seed) for seed in seeds]
    return _changed(trees, (*ODD, *NOTHING)).map(lambda data: json.dumps(data).encode())


def toml_trees(trees: Sequence[Mapping[str, Any]]) -> st.SearchStrategy[bytes]:
    """Return TOML files with some values changed for others."""
    return _changed(trees, ODD).map(lambda data: toml_text(data).encode("utf-8", "surrogatepass"))


def _changed(trees: Sequence[Any], odd: Sequence[Any]) -> st.SearchStrategy[Any]:
    @st.composite
    def one(draw: st.DrawFn) -> Any:
        data = copy.deepcopy(draw(st.sampled_from(trees)))
        for _ in range(draw(st.sampled_from((1, 1, 1, 2, 3)))):
            _change(draw, data, odd)
        return data

    return one()


def _change(draw: st.DrawFn, data: Any, odd: Sequence[Any]) -> None:
    """Change one place of a tree: another value, one of its own from elsewhere, none, one more, or the same twice."""
    holder, key = _place(draw, data)
    if holder is None:
        return
    how = draw(st.integers(0, 5))
    if how <= 1:
        holder[key] = copy.deepcopy(draw(st.sampled_from(odd)))
    elif how <= 3:
        other, name = _place(draw, data)
        holder[key] = copy.deepcopy(other[name])
    elif how == 4:
        del holder[key]
    elif isinstance(holder, list):
        holder.insert(key, copy.deepcopy(holder[key]))
    else:
        holder[draw(st.sampled_from(("x", "", "format", "id", "a.b", 'a"b')))] = copy.deepcopy(holder[key])


def _place(draw: st.DrawFn, data: Any) -> tuple[Any, Any]:
    """Return a container of a tree and one of its keys; (None, None) of an empty tree."""
    found: tuple[Any, Any] = (None, None)
    node = data
    while isinstance(node, dict | list) and node:
        key = draw(st.sampled_from(list(node))) if isinstance(node, dict) else draw(st.integers(0, len(node) - 1))
        found = node, key
        node = node[key]
        if not draw(st.integers(0, 3)):
            break
    return found


_PLAIN = "0 1 2 3 4 5 -1 1e9 1e308 -1e308 1e400 nan inf ٣ ² 0x10 1,5 =1+1 @x +1 - ' ; , 💥 İ ß"
CELLS = (
    "", " ", "\0", "a\nb", "\x1b[2J", "\ufeff", "\u202e", "9" * 400, "9" * 5_000, "x" * 500, "x" * 140_000,
    *_PLAIN.split(), '"',
)  # fmt: skip


def tables(columns: Sequence[str], words: Sequence[str]) -> st.SearchStrategy[bytes]:
    """Return CSV files with these columns, or most of them; cells are ``words`` of the format and odd ones."""

    @st.composite
    def one(draw: st.DrawFn) -> bytes:
        header = list(columns)
        if draw(st.integers(0, 4)) == 0:
            header = draw(st.lists(st.sampled_from((*columns, "x", "", columns[0].upper())), max_size=len(columns) + 2))
        cells = st.sampled_from(words) | st.sampled_from(words) | st.sampled_from((*words, *CELLS)) | st.text(max_size=6)
        widths = st.sampled_from((len(header), len(header), len(header), len(header) + 1, max(0, len(header) - 2)))
        rows = [[draw(cells) for _ in range(draw(widths))] for _ in range(draw(st.integers(0, 6)))]
        return _written(draw, [header, *rows])

    return one()


def cells_changed(seed: bytes) -> st.SearchStrategy[bytes]:
    """Return a CSV file with some cells changed: odd ones, or others of the same file."""
    header, *rows = csv.reader(io.StringIO(seed.decode(), newline=""))
    words = sorted({cell for row in rows for cell in row})

    @st.composite
    def one(draw: st.DrawFn) -> bytes:
        changed = [list(row) for row in rows]
        for _ in range(draw(st.integers(1, 4))):
            row = changed[draw(st.integers(0, len(rows) - 1))]
            row[draw(st.integers(0, len(row) - 1))] = draw(st.sampled_from(words) | st.sampled_from(CELLS))
        return _written(draw, [header, *changed])

    return one()


def _written(draw: st.DrawFn, rows: Sequence[Sequence[str]]) -> bytes:
    """Write rows as some program would, now and then with quotes that are not closed."""
    text = io.StringIO(newline="")
    mark, ending = draw(st.sampled_from(",;,;\t|")), draw(st.sampled_from(("\n", "\r\n", "\r")))
    if draw(st.booleans()):
        csv.writer(text, delimiter=mark, lineterminator=ending).writerows(rows)
    else:
        text.write(ending.join(mark.join(row) for row in rows))
    start = draw(st.sampled_from(("", "", "﻿", "\n\n", "sep=;\n")))
    encoding = draw(st.sampled_from(("utf-8", "utf-8", "utf-8", "utf-8", "utf-16", "cp1252")))
    return (start + text.getvalue()).encode(encoding, "replace" if encoding == "cp1252" else "surrogatepass")
