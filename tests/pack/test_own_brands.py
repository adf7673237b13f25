"""Packs with own marks: the same bytes however made, verified without the file, room for the longest names everywhere."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import msgspec
import pytest
from exercise.scenarios import scenario
from trade.drawing import DESK_DATE

from pack.making import SEED, generate, hashes, key_of, shipped
from simulator.documents.derive import derive
from simulator.documents.house_styles import house_styles
from simulator.documents.model import Papers
from simulator.exercise.sailing import sail
from simulator.exercise.slots import Slot
from simulator.exercise.small_world import alone
from simulator.formats.brands import OwnBrand, OwnProduct
from simulator.formats.reading import read_json
from simulator.formats.truth import Truth
from simulator.indicators.catalogue import catalogue
from simulator.layout.place import place
from simulator.layout.template import load_template
from simulator.pack.briefing_desk import briefing_content
from simulator.pack.own_brands import load_brands
from simulator.randomness import Stream
from simulator.trade.market import market
from simulator.trade.own_brand_checks import (
    LONGEST_MARK,
    LONGEST_MODEL,
    MAKERS,
    MODELS,
    PRODUCTS,
    WORD_OF_MARK,
    WORD_OF_MODEL,
)
from simulator.trade.own_parties import countries_of_production
from simulator.verify.run import verify_pack

EXAMPLE = Path(__file__).parents[2] / "docs" / "brands-example.toml"
MARKS = {"QUELTREBO", "MOSVANTE"}


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack made from a file of marks that is gone since."""
    folder = tmp_path_factory.mktemp("own")
    file = Path(shutil.copy(EXAMPLE, folder / "marks.toml"))
    asked = msgspec.structs.replace(shipped("first-hour", trainees=2, variants=2), brands=load_brands(file))
    file.unlink()
    return generate(folder / "pack", asked, SEED)


def test_two_processes_know_the_marks_and_give_the_same_files(pack: Path, tmp_path: Path) -> None:
    asked = msgspec.structs.replace(shipped("first-hour", trainees=2, variants=2), brands=load_brands(EXAMPLE))
    assert hashes(generate(tmp_path / "again", asked, SEED, jobs=2)) == hashes(pack)


def test_it_is_verified_without_the_file(pack: Path) -> None:
    found = verify_pack(pack)
    assert found.differences == ()
    assert found.consignments == 12


def test_cards_invoices_and_guide_bear_the_marks(pack: Path) -> None:
    for variant in key_of(pack).variants:
        truth = read_json(pack / "instructor" / "truth" / f"{variant}.json", Truth)
        for type_ in ("right-holder-card", "invoice", "price-guide"):
            documents = [document for document in truth.documents if document.type == type_]
            marks = {box.text for document in documents for box in document.boxes if box.field == "brand"}
            assert marks & MARKS if type_ == "invoice" else marks >= MARKS


def test_the_key_holds_what_the_file_said(pack: Path) -> None:
    told = json.loads((pack / "instructor" / "key.json").read_text("utf-8"))["scenario"]["brand"]
    assert tuple(msgspec.convert(told, tuple[OwnBrand, ...])) == load_brands(EXAMPLE)
    assert [each["mark"] for each in told] == ["Queltrebo", "Mosvante"]


def test_the_briefing_says_that_marks_may_be_real_only_where_they_may() -> None:
    plain = scenario("first-hour")
    own = msgspec.structs.replace(plain, brands=load_brands(EXAMPLE))
    assert briefing_content(own, "0" * 64, False, "id", None).own_marks
    assert not briefing_content(plain, "0" * 64, False, "id", None).own_marks


def signs(count: int, word: int) -> str:
    """So many signs in words as long as allowed."""
    return " ".join("W" * min(word, count - at) for at in range(0, count, word + 1))


LONGEST = OwnBrand(
    signs(LONGEST_MARK, WORD_OF_MARK),
    (
        OwnProduct("running-shoes", tuple(f"{signs(LONGEST_MODEL - 2, WORD_OF_MODEL)}{n}" for n in "ABCD")),
        OwnProduct("film-dvds", (f"{signs(LONGEST_MODEL - 2, WORD_OF_MODEL)}5",)),
    ),
    made_in=countries_of_production()[:MAKERS],
)
BRANDED = [(entry.id, level) for entry in catalogue().values() if entry.card.branded for level in entry.card.subtleties]


@cache
def planted(id_: str, level: int) -> Papers:
    card, here = catalogue()[id_].card, market((LONGEST,))
    shows = () if card.is_look_alike else (id_,)
    slot = Slot("S1", "signal", shows, shows, True, level, id_ if card.is_look_alike else None, own=True)
    stream = Stream("longest", id_, level)
    found = sail(1, [slot], {"S1": "C01"}, DESK_DATE, here, stream, stream)["S1"]
    assert found.consignment.brand == here.own[0].mark
    return derive(alone(found.consignment, brands=here.all), found.departures)


@pytest.mark.parametrize(("id_", "level"), BRANDED)
def test_the_longest_marks_and_models_have_room_in_every_house_style(id_: str, level: int) -> None:
    for document in planted(id_, level).documents:
        styles = house_styles()[document.type.name]
        mode = next(each.mode for each in styles if each.template == document.template)
        for style in styles:
            if style.mode in (None, mode):
                assert place(replace(document, template=style.template), load_template(style.template), "letter").pages


def test_as_many_models_and_goods_as_a_mark_may_have_are_all_on_its_card(tmp_path: Path) -> None:
    kinds = ("running-shoes", "t-shirts", "denim-trousers", "mobile-phones")
    assert len(kinds) == PRODUCTS
    each = MODELS // PRODUCTS
    lines = [f'[[brand.product]]\ngoods = "{kind}"\nmodels = {[f"M {kind[:3]} {n}" for n in range(each)]}' for kind in kinds]
    file = tmp_path / "marks.toml"
    file.write_text("\n".join(['format = 1\n[[brand]]\nmark = "Quel"', *lines]), "utf-8")
    (told,) = load_brands(file)
    assert sum(len(line.models) for line in market((told,)).own[0].lines) == MODELS
