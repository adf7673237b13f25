"""The generated pages of docs say what the code says."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent / "docs"
_spec = importlib.util.spec_from_file_location("make_pages", DOCS / "make_pages.py")
assert _spec is not None
assert _spec.loader is not None
make_pages = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(make_pages)


@pytest.mark.parametrize("name", sorted(make_pages.PAGES))
def test_a_page_is_up_to_date(name: str) -> None:
    written = (DOCS / name).read_text(encoding="utf-8")
    assert written == make_pages.PAGES[name](), f"run python docs/make_pages.py: {name} is behind the code"
