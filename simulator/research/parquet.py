"""Tables as Parquet, where pyarrow is installed; it is an extra, since most classes need only CSV."""

from __future__ import annotations

import importlib
import importlib.util
import io
from collections.abc import Sequence
from typing import Any

from simulator.errors import BadInput
from simulator.research.dictionary import dictionary
from simulator.research.tables import Row


def parquet_possible(*, asked: bool) -> bool:
    """Tell whether Parquet can be written; raise ``BadInput`` when it was asked for and cannot."""
    found = importlib.util.find_spec("pyarrow") is not None
    if asked and not found:
        raise BadInput('--parquet: pyarrow is not installed; install the extra "research", or leave --parquet out')
    return found


def parquet_bytes(name: str, rows: Sequence[Row]) -> bytes:
    """Return a table as Parquet: blank is null, flags are booleans, lists are lists of text."""
    arrow, parquet = (importlib.import_module(each) for each in ("pyarrow", "pyarrow.parquet"))
    kinds = {
        "text": arrow.string(), "level": arrow.string(), "flag": arrow.bool_(), "integer": arrow.int64(),
        "number": arrow.float64(), "list": arrow.list_(arrow.string()),
    }  # fmt: skip
    columns = dictionary().of(name)
    schema = arrow.schema([(each.column, kinds[each.type]) for each in columns])
    values = {each.column: [typed(each.type, row[each.column]) for row in rows] for each in columns}
    sink = io.BytesIO()
    parquet.write_table(arrow.table(values, schema=schema), sink)
    return sink.getvalue()


def typed(type_: str, cell: str) -> Any:
    """Return a cell as the value of its type; None for blank, except that a blank list is empty."""
    if type_ == "list":
        return cell.split()
    if not cell:
        return None
    return {"flag": lambda: cell == "1", "integer": lambda: int(cell), "number": lambda: float(cell)}.get(
        type_, lambda: cell
    )()
