"""Rosters with the accounts of a learning platform."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors import BadInput
from simulator.formats.spreadsheet import FORMULA_STARTS
from simulator.intake.accounts import Account, read_accounts


def read(folder: Path, text: str) -> tuple[Account, ...]:
    path = folder / "roster.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return read_accounts(path)


def test_columns_may_be_there_or_not_in_any_order(tmp_path: Path) -> None:
    assert read(tmp_path, "id,name\na,Ana\n") == (Account("a", None, "", "a", ""),)
    told = read(tmp_path, "email;id;group;name;username\nana@x.example;a;N;Ana;ana.n\n\nb@x.example;b;N;Beto;beto\n")
    assert told == (Account("a", "N", "ana.n", "a", "ana@x.example"), Account("b", "N", "beto", "b", "b@x.example"))
    assert read(tmp_path, "id,name,idnumber\na,Ana,2009-17\n")[0].idnumber == "2009-17"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,name,email\na,Ana,a@x.example\nb,Beto,\n", "line 3: the email is empty and others have one"),
        ("id,name,username\na,Ana,x\nb,Beto,X\n", "line 3: username 'X' stands on line 2 already"),
        ("id,name,username\na,Ana,=1+1\n", "line 2: username '=1+1' is no username"),
        ("id,name,idnumber\na,Ana,@x\n", "not beginning with = + - or @"),
        ("id,name,email\na,Ana,a\x07b\n", "line 2: email 'a\\x07b' is no email"),
        ("id,name\na,Ana\na,Beto\n", "line 3: id 'a' stands on line 2 already"),
    ],
)
def test_accounts_that_would_go_wrong_are_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(tmp_path, text)
    assert said in str(caught.value)


PIECES = st.sampled_from(
    ["id,name", ",email", ",username", "\n", "a,Ana", "b,Beto", ",", "=1", "@", "x@y.example", '"', ";", "é"]
)


@given(st.lists(PIECES, max_size=20).map("".join))
def test_any_roster_gives_accounts_or_bad_input(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    try:
        accounts = read(tmp_path_factory.getbasetemp(), text)
    except BadInput:
        return
    for column in ("username", "idnumber", "email"):
        cells = [getattr(each, column) for each in accounts]
        assert all(cells) or not any(cells)
        assert len({each.casefold() for each in cells if each}) == len([each for each in cells if each])
        assert not any(each.startswith(FORMULA_STARTS) for each in cells)
