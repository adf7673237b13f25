from __future__ import annotations

import pytest
from builders_pages import assert_sound, flat, read_pages

from simulator.formats.key import Bilingual, Evidence, Finding, KeyConsignment, KeyDocument, KeyVariant
from simulator.pack.key_pages import key_pdf

TITLES = {
    "G11": Bilingual("Model that the right holder does not make", "Modelo que el titular no fabrica"),
    "H01": Bilingual("To order, notify party in full", "A la orden con notificar a completo"),
}
MODEL = Finding(
    indicator="G11",
    family="rights",
    points_to="infringement",
    strength="strong",
    subtlety=2,
    seen_by=("card", "comparison"),
    stage="dossier",
    planted=False,
    evidence=(
        Evidence("C01-invoice", "INV-14c.2", "shows", "ZT-900", "VX-10"),
        Evidence("card-2", "CARD2-4a.1", "against", "", ""),
    ),
    explanation=Bilingual("ZT-900 is not on the card.", "ZT-900 no está en la ficha."),
)
ORDER = Finding(
    indicator="H01",
    family="parties",
    points_to="innocent",
    strength=None,
    subtlety=1,
    seen_by=("glance",),
    stage="manifest",
    planted=True,
    evidence=(Evidence("C01-bill", "BL-2a", "shows", "TO ORDER", ""),),
    explanation=Bilingual("A negotiable bill.", "Conocimiento negociable."),
)


def consignment(number: int, verdict: str, *findings: Finding, look_alikes: tuple[Finding, ...] = ()) -> KeyConsignment:
    papers = (KeyDocument("bill", "direct", f"MAEL{number:09d}"), KeyDocument("invoice", None, f"FV-{number}"))
    return KeyConsignment(f"C{number:02d}", "S01", "x", "sea", papers, verdict, findings, look_alikes)  # type: ignore[arg-type]


VARIANT = KeyVariant((consignment(1, "detain", MODEL, look_alikes=(ORDER,)), consignment(2, "release")))


def key(variant: KeyVariant = VARIANT, language: str = "en", paper: str = "letter") -> bytes:
    return key_pdf("V03", variant, language, paper, "P-7F3A21", "0123456789abcdef", "Monterrey", TITLES)  # type: ignore[arg-type]


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Hold and notify", "strong", "Model that the right holder does not make (G11)", "ZT-900 is not on the card.",
                "Looks odd, and is lawful", "shows it", "contradicted", "(empty)", "For the instructor only")),
        ("es", ("Reconocimiento y aviso al titular y a la autoridad (proponer retención)", "indicio fuerte",
                "Modelo que el titular no fabrica (G11)", "ZT-900 no está en la ficha.", "lo muestra", "contradicha",
                "(vacía)", "Sin objeción", "Clave de respuestas")),
    ],
)  # fmt: skip
def test_the_key_says_everything_in_its_language(language: str, words: tuple[str, ...], paper: str) -> None:
    pdf = key(language=language, paper=paper)
    assert_sound(pdf, paper)
    text = flat(pdf)
    for word in (
        *words,
        "V03",
        "0123456789abcdef",
        "P-7F3A21",
        "INV-14c.2",
        "CARD2-4a.1",
        "ZT-900",
        "VX-10",
        "MAEL000000001",
    ):
        assert word in text


def test_the_overview_is_the_first_page_and_stands_alone() -> None:
    first, *rest = read_pages(key())
    assert "INV-14c.2" not in first.text
    assert all(each in first.text for each in ("C01", "C02", "G11", "H01"))
    assert rest


def test_an_indicator_without_a_title_is_named_by_its_id() -> None:
    pdf = key_pdf("V01", VARIANT, "en", "letter", "P", "0" * 16, "M", {})
    assert "G11 (G11)" not in flat(pdf)
    assert "G11" in flat(pdf)


def test_very_long_values_wrap_and_are_whole() -> None:
    long = Evidence("d", "INV-14a.10", "shows", "ZAPATOS DEPORTIVOS " * 60, "X" * 300)
    finding = Finding(
        "G11", "goods", "infringement", "weak", 1, ("glance",), "dossier", True, (long,), Bilingual("e " * 900, "e")
    )
    pdf = key(KeyVariant((consignment(1, "examine", finding),)))
    assert_sound(pdf, "letter")
    read = flat(pdf).replace(" ", "")
    assert read.count("ZAPATOSDEPORTIVOS") == 60
    assert read.count("X") >= 300


def test_same_bytes_twice() -> None:
    assert key() == key()


def test_an_empty_variant_is_a_page() -> None:
    assert read_pages(key(KeyVariant(())))
