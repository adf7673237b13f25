"""House styles: every paper has one, and a broken template is told with file and place."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.documents.house_styles import house_style, house_styles
from simulator.documents.types import document_types
from simulator.errors import BadInput
from simulator.formats.vocabulary import Mode

WHOLE = 'document = "invoice"\n[printing]\nnumbers = "1.234,56"\ndates = "DD MMM YYYY"\n'


def template(folder: Path, text: str) -> Path:
    path = folder / "invoice" / "letterhead.toml"
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    return path


def test_every_type_of_paper_has_a_style_that_the_same_issuer_always_uses() -> None:
    for name in document_types():
        modes: tuple[Mode, ...] = {"air-waybill": ("air",), "bill-of-lading": ("sea",)}.get(name, ("sea", "air"))
        for mode in modes:
            assert house_style(name, "ORVANTE LINE", mode) == house_style(name, "ORVANTE LINE", mode)
            assert house_style(name, "ORVANTE LINE", mode).document == name
            assert house_style(name, "ORVANTE LINE", mode).mode in (None, mode)


def test_papers_of_goods_that_fly_come_in_two_styles_of_their_own() -> None:
    for name in ("air-waybill", "manifest"):
        issuers = (f"AIRLINE {number}" for number in range(40))
        assert len({house_style(name, issuer, "air").template for issuer in issuers}) == 2


def test_a_template_says_how_its_house_prints(tmp_path: Path) -> None:
    template(tmp_path, WHOLE)
    (style,) = house_styles(tmp_path)["invoice"]
    assert style.template == "invoice/letterhead"
    printing = style.printing("es")
    assert (printing.decimal_mark, printing.thousands_mark, printing.months[0]) == (",", ".", "ENE")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("document = ", "TOML"),
        (WHOLE.replace('document = "invoice"', ""), "document"),
        (WHOLE.replace("[printing]", "[other]"), "printing"),
        (WHOLE.replace("1.234,56", "1234"), "printing.numbers"),
        (WHOLE.replace("DD MMM YYYY", "DD/MM/YYYY"), "printing.dates"),
    ],
)
def test_a_broken_template_is_told_with_its_place(tmp_path: Path, text: str, place: str) -> None:
    path = template(tmp_path, text)
    with pytest.raises(BadInput, match=place) as refused:
        house_styles(tmp_path)
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)
