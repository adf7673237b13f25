from __future__ import annotations

import pypdfium2 as pdfium
import pytest
from builders_pages import assert_sound, flat, read_pages
from reportlab import rl_config

from simulator.render.flow import MARGIN, PAPERS, flow_pdf, footer_ops, text_width_of
from simulator.render.flow_blocks import Block, Bullets, Drawing, Gap, Heading, Paragraph
from simulator.render.flow_fonts import text_width
from simulator.render.flow_ops import Area, Circle, Rule, Words, shifted
from simulator.render.flow_table import Column, Table
from simulator.render.flow_text import marked


def sample() -> list[Block]:
    return [
        Heading("Clave de respuestas", 1),
        Paragraph(marked("**Etapa:** análisis previo al despacho; ¿señal? «sí» – 10 % ≤ 20 %. " * 12)),
        Bullets(("uno", "dos")),
        Gap(4.0),
        Drawing(50.0, (Area(0, -50, 500, 50, fill=0.9), Circle(20, -20, 8.0, fill=0.5), Rule(0, 0, 499, -50, dashed=True))),
        Table((Column("Casilla", 1.0), Column("Dice", 4.0)), tuple((f"INV-14g.{n}", "Ñandú " * n) for n in range(40))),
    ]


def made(paper: str = "letter", label: str = "P-1 · Clave") -> bytes:
    return flow_pdf(sample(), language="es", paper=paper, title="Clave", label=label)  # type: ignore[arg-type]


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_pages_are_sound_and_carry_everything(paper: str) -> None:
    pdf = made(paper)
    assert_sound(pdf, paper)
    text = flat(pdf)
    for word in ("¿señal?", "«sí»", "≤", "INV-14g.39", "P-1 · Clave"):
        assert word in text


def test_the_same_pages_are_the_same_bytes() -> None:
    first = made()
    flow_pdf([Paragraph("something else between: ŠŽ")], language="en", paper="a4", title="x", label="y")
    assert made() == first


def test_nothing_but_the_pages_is_in_the_file() -> None:
    pdf = made()
    for word in (b"ASCII85", b"anonymous", b"unspecified", b"untitled", b"/work", b"site-packages", b"Vera.ttf"):
        assert word not in pdf
    assert b"(D:20000101000000+00'00')" in pdf
    assert b"es-MX" in pdf


def test_fonts_are_embedded_vera_only() -> None:
    pdf = made()
    assert pdf.count(b"/FontFile2") == 2
    fonts = set()
    for page in pdfium.PdfDocument(pdf):
        for each in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_TEXT]):
            fonts.add(pdfium.PdfTextObj(each.raw, page, page.pdf).get_font().get_base_name())
    assert {name.rpartition("+")[2] for name in fonts} == {"BitstreamVeraSans-Roman", "BitstreamVeraSans-Bold"}


def test_streams_are_compressed() -> None:
    pdf = made()
    assert pdf.count(b"/FlateDecode") == pdf.count(b"endstream")
    assert b" Tm" not in pdf


def test_the_switch_for_ascii85_is_put_back() -> None:
    before = rl_config.useA85
    made()
    assert rl_config.useA85 == before


def test_a_long_label_is_made_small_never_cut() -> None:
    label = "PACK-0123456789 · Hoja de respuestas · " + "X" * 64
    pdf = made(label=label)
    assert_sound(pdf, "letter")
    assert label.replace(" ", "") in flat(pdf).replace(" ", "")


def test_label_and_specimen_line_never_meet() -> None:
    for label in ("short", "X" * 120):
        words = [op for op in footer_ops(500.0, label, "10/12") if isinstance(op, Words)]
        specimen = max(op.x + text_width(op.text, op.size) for op in words if op.x == 0.0)
        assert all(op.x > specimen for op in words if op.x > 0.0)


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_ops_are_drawn_where_they_are_said_to_be(paper: str) -> None:
    block = Drawing(100.0, (Area(10.0, -60.0, 200.0, 40.0, fill=0.5),))
    pdf = flow_pdf([block], language="en", paper=paper, title="x", label="y")  # type: ignore[arg-type]
    page = pdfium.PdfDocument(pdf)[0]
    boxes = [tuple(round(value, 1) for value in each.get_bounds()) for each in page.get_objects()]
    top = PAPERS[paper][1] - MARGIN  # type: ignore[index]
    assert (round(MARGIN + 10.0, 1), round(top - 60.0, 1), round(MARGIN + 210.0, 1), round(top - 20.0, 1)) in boxes


def test_shifting_moves_every_kind_of_op() -> None:
    assert shifted(Rule(0, 0, 1, 1), 2, 3) == Rule(2, 3, 3, 4)
    assert shifted(Words(0, 0, "x", 8), 2, 3) == Words(2, 3, "x", 8)


def test_page_count_stands_on_every_page() -> None:
    pages = read_pages(made())
    assert len(pages) > 1
    assert text_width_of("letter") == 612.0 - 2 * MARGIN
