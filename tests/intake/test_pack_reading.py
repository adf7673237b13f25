from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from builders_key import BILL, CARD, EXAMINE, INVOICE, LAWFUL, TRAINEE, box, opened_pack, truth, write_pack

from simulator.errors import BadInput
from simulator.formats.pack import PackTrainee
from simulator.formats.truth import Truth, TruthDocument
from simulator.intake.pack_reading import known_codes, open_pack


def test_an_opened_pack_knows_respondents_and_codes(tmp_path: Path) -> None:
    opened = opened_pack(tmp_path)
    assert opened.respondent("t001") == TRAINEE
    assert opened.respondent("T009") is None
    assert [each.id for each in opened.consignments(TRAINEE)] == ["C01", "C02", "C03", "C04", "C05", "C06"]
    # The card speaks of C01 alone, and lies on the desk for all.
    assert set(opened.codes["v01"]["C05"]) == {*BILL, *INVOICE, *CARD, "TOC-1"}


def test_codes_are_those_of_the_consignments_own_papers_and_of_shared_ones() -> None:
    papers = truth("v01", (EXAMINE, LAWFUL))
    own = TruthDocument("x", "packing-list", None, ("C05",), "plain", (box("PL-3"), box("PL-3")))
    more = Truth("v01", (*papers.documents, own))
    assert known_codes(more, "C05") == (*BILL, *INVOICE, "TOC-1", *CARD, "PL-3")
    assert "PL-3" not in known_codes(more, "C01")


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / name
        assert old in path.read_text()
        path.write_text(path.read_text().replace(old, new))

    return change


def remove(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (remove("pack.json"), "pack.json: there is no such file"),
        (remove("instructor/key.json"), "key.json: there is no such file"),
        (remove("instructor/truth/v01.json"), "v01.json: there is no such file"),
        (edit("instructor/key.json", '"examine"', '"release"'), "the key was changed after the pack was made"),
        (edit("pack.json", '"format": 1', '"format": 2'), "pack.json: format: format 2 is newer"),
        (edit("pack.json", '"PACK1"', '"PACK2"'), "key.json: pack: the key belongs to pack PACK1, pack.json to PACK2"),
        (edit("pack.json", '"v01"', '"v02"'), "pack.json: trainees: T001 has variant v02, which the key lacks"),
        (edit("instructor/truth/v01.json", '"variant": "v01"', '"variant": "v9"'), "this is variant v9, not v01"),
        (shutil.rmtree, "there is no such folder"),
    ],
)
def test_what_does_not_belong_together(tmp_path: Path, change: Callable[[Path], None], said: str) -> None:
    folder = write_pack(tmp_path / "pack")
    change(folder)
    with pytest.raises(BadInput) as caught:
        open_pack(folder)
    assert said in str(caught.value)


def test_a_pack_without_trainees(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no trainee is listed"):
        open_pack(write_pack(tmp_path / "pack", trainees=()))


def test_each_respondent_has_the_consignments_of_his_variant(tmp_path: Path) -> None:
    other = PackTrainee("T002", "Beto", "G02", "v02")
    folder = write_pack(tmp_path / "pack", trainees=(TRAINEE, other), variants={"v01": (EXAMINE,), "v02": (LAWFUL,)})
    assert open_pack(folder).consignments(other) == (LAWFUL,)
