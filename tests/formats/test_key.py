"""The key as a file: what was added to it later may be missing from an older one."""

from __future__ import annotations

import msgspec
from builders_key import EXAMINE

from simulator.formats.key import KeyConsignment


def test_a_key_from_before_origins_is_still_read() -> None:
    told = msgspec.to_builtins(msgspec.structs.replace(EXAMINE, origin="CN"))
    assert msgspec.convert(told, KeyConsignment).origin == "CN"
    del told["origin"]
    assert msgspec.convert(told, KeyConsignment) == EXAMINE
    assert EXAMINE.origin == ""
