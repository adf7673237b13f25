"""Files that a parser itself gives up over are refused in one sentence, like any other that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.documents.house_styles import house_styles
from simulator.errors import BadInput
from simulator.formats.pack import Pack
from simulator.formats.reading import read_json
from simulator.layout.template import load_template
from simulator.scenario import load_scenario

DEEP, LONG = "a = " + "[" * 60_000 + "]" * 60_000, "format = " + "9" * 5_000


@pytest.mark.parametrize(("text", "said"), [(DEEP, "nested too deeply"), (LONG, "not TOML")], ids=["deep", "long"])
def test_toml_that_python_cannot_work_out(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "invoice" / "new.toml"
    path.parent.mkdir()
    path.write_text(text)
    for read in (
        lambda: load_scenario(str(path)),
        lambda: house_styles(tmp_path),
        lambda: load_template("invoice/new", tmp_path),
    ):
        with pytest.raises(BadInput, match=said) as refused:
            read()
        assert refused.value.source == str(path)


@pytest.mark.parametrize("text", ["[" * 60_000 + "]" * 60_000, '{"format": ' * 3_000], ids=["closed", "open"])
def test_json_that_is_nested_too_deeply(tmp_path: Path, text: str) -> None:
    (tmp_path / "pack.json").write_text(text)
    with pytest.raises(BadInput, match="this is not JSON"):
        read_json(tmp_path / "pack.json", Pack)
