from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors import BadInput
from simulator.intake.roster import RosterEntry, read_roster


def roster(folder: Path, text: str) -> tuple[RosterEntry, ...]:
    path = folder / "roster.csv"
    path.write_text(text, encoding="utf-8-sig", newline="")
    return read_roster(path)


def test_ids_and_names(tmp_path: Path) -> None:
    assert roster(tmp_path, "id,name\nA-1, Ana   Núñez \nb_2,Beto\n") == (
        RosterEntry("A-1", "Ana Núñez", None, None),
        RosterEntry("b_2", "Beto", None, None),
    )


def test_groups_and_agencies(tmp_path: Path) -> None:
    assert roster(tmp_path, "agency;group;name;id\nANAM;G1;Ana;1\n;G1;Beto;2\n") == (
        RosterEntry("1", "Ana", "G1", "ANAM"),
        RosterEntry("2", "Beto", "G1", None),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,name\n", "no trainee is listed"),
        ("id,name\n,Ana\n", "line 2: the id is empty"),
        ("id,name\nT1,\n", "line 2: the name is empty"),
        ("id,name\nT1,Ana\nt1,Beto\n", "line 3: id 't1' stands on line 2 already"),
        ("id,name\n_x,Ana\n", "line 2: id '_x' cannot name a folder"),
        ("id,name\n../x,Ana\n", "line 2: id '../x' cannot name a folder"),
        ("id,name\nniño,Ana\n", "line 2: id 'niño' cannot name a folder"),
        ("id,name\n" + "x" * 65 + ",Ana\n", "line 2: the id has 65 characters; use at most 64"),
        ("id,name,group\nT1,Ana,G 1\n", "line 2: group 'G 1' cannot name a folder"),
        ("id,name,group\nT1,Ana,G1\ng1,Beto,G1\n", "line 3: id 'g1' is also a group"),
        ("id,name,group\nT1,Ana,G1\nT2,Beto,\n", "line 3: the group is empty"),
        ("id,name\nG01,Ana\n", "line 2: id 'G01' is kept for the groups"),
        ("id,name\nT1,Ana,Maria\n", "line 2: the row has more cells than the header"),
        ("id,name\nT1,A\x07na\n", "line 2: name and agency are printable text"),
        ("id,name\nT1," + "x" * 101 + "\n", "line 2: name and agency are printable text"),
    ],
)
def test_what_is_no_roster(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadInput) as caught:
        roster(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path / 'roster.csv'}: {said}")


ROWS = st.text(st.sampled_from('Tt1_-G0.,;"\n é/'), max_size=40)


@given(st.sampled_from(["id,name", "id,name,group"]), ROWS)
def test_a_roster_is_safe_or_bad_input(tmp_path_factory: pytest.TempPathFactory, header: str, rows: str) -> None:
    try:
        entries = roster(tmp_path_factory.getbasetemp(), f"{header}\n{rows}")
    except BadInput:
        return
    ids = [each.id.lower() for each in entries]
    assert len(set(ids)) == len(ids) > 0
    assert not set(ids) & {each.group.lower() for each in entries if each.group}
    assert all(set(each) <= set("t1_-g0") and not each.startswith("_") for each in ids)
