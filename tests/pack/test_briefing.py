from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders_pages import assert_sound, flat, read_pages

from simulator.documents.types import document_types
from simulator.formats.key import Bilingual, Evidence, Finding
from simulator.formats.vocabulary import Mode
from simulator.pack.briefing import BriefingContent, WorkedExample, WorkedStep, briefing_pdf
from simulator.pack.briefing_desk import briefing_content
from simulator.pack.texts.dates import long_date, prosecutor
from simulator.pack.texts.loader import pack_texts
from simulator.scenario import load_scenario
from simulator.wording import VAGUE

MODEL = Finding(
    "G11", "rights", "infringement", "strong", 1, ("card",), "dossier", True,
    (Evidence("i", "INV-14c.2", "shows", "ZT-900", "VX-10"), Evidence("i", "INV-3a", "identifies", "F-1", "")),
    Bilingual("ZT-900 is not on the card.", "ZT-900 no está en la ficha."),
)  # fmt: skip
EXAMPLE = WorkedExample(
    consignment="C00",
    verdict="detain",
    findings=(MODEL,),
    steps=(WorkedStep(Bilingual("The bill", "El conocimiento"), Bilingual("Nothing.", "Nada."), ("BL-1", "BL-2a")),),
    titles={"G11": Bilingual("Unknown model", "Modelo desconocido")},
)
CONTENT = BriefingContent(
    scenario_title=Bilingual("Monterrey, February 2009", "Monterrey, febrero de 2009"),
    desk_date=date(2009, 2, 5),
    customs_offices=("Altamira", "Manzanillo"),
    seal="0123456789abcdef" * 4,
    practice=False,
    copy_words=("AAA", "REPLICA"),
    vague_words=VAGUE,
    consignments=12,
    pack_id="P-7F3A21",
)


def text_of(content: BriefingContent = CONTENT, language: str = "es", paper: str = "letter") -> str:
    return flat(briefing_pdf(content, language, paper))  # type: ignore[arg-type]


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_pages_are_sound(language: str, paper: str) -> None:
    for modes, most in ((frozenset({"sea"}), 8), (frozenset({"sea", "air"}), 9)):
        content = replace(CONTENT, worked_example=EXAMPLE, modes=modes)  # type: ignore[arg-type]
        pdf = briefing_pdf(content, language, paper)  # type: ignore[arg-type]
        assert_sound(pdf, paper)
        assert 5 <= len(read_pages(pdf)) <= most


@pytest.mark.parametrize(
    ("language", "stage", "hold", "tens"),
    [
        (
            "en",
            "Stage: analysis before clearance. Date on the desk: 5 February 2009. Customs: Altamira and Manzanillo.",
            "Hold and notify: examine, tell the right holder, ask for an order; do not let the carrier return the goods",
            "Ten consignments do not measure a person; about a hundred do.",
        ),
        (
            "es",
            "Etapa: análisis previo al despacho. Fecha del escritorio: 5 de febrero de 2009. Aduana: Altamira y Manzanillo.",
            "Reconocimiento y aviso al titular y a la autoridad (proponer retención)",
            "Diez embarques no miden a una persona; unos cien sí.",
        ),
    ],
)
def test_stage_ladder_and_caution_stand_in_the_agreed_words(language: str, stage: str, hold: str, tens: str) -> None:
    text = text_of(language=language)
    assert text.startswith(stage)
    assert tens in text
    assert all(word in text for word in hold.split())
    assert "PGR" in text
    assert "148" in text


def test_the_seal_is_sixteen_digits() -> None:
    text = text_of()
    assert "0123456789abcdef" in text
    assert "0123456789abcdef0" not in text


def test_practice_packs_say_so() -> None:
    assert "Paquete de práctica" in text_of(replace(CONTENT, practice=True))
    assert "Paquete de práctica" not in text_of()


def test_every_box_code_of_every_paper_is_in_the_table() -> None:
    words = set(text_of().split())
    for type_ in document_types().values():
        for each in type_.fields:
            assert f"{type_.prefix}-{each.number}{'.n' if each.lines else ''}" in words


@pytest.mark.parametrize(
    ("scenario", "without", "office"),
    [("first-hour", "air-waybill", "Veracruz (430)"), ("air-warehouse", "bill-of-lading", "Ciudad de México (470)")],
)
def test_what_never_lies_on_the_desk_is_not_explained(scenario: str, without: str, office: str) -> None:
    text = text_of(briefing_content(load_scenario(scenario), CONTENT.seal, False, "P-1", None))
    missing = {type_.name for type_ in document_types().values() if f"{type_.prefix}-1" not in text}
    assert missing == {without}
    places = {"Veracruz (430)", "Ciudad de México (470)"}
    assert {place for place in places if place in text} == {office}


def test_all_forty_phrases_are_printed() -> None:
    phrases = pack_texts("glossary").many("phrases")
    assert len(phrases) == 40
    read = set(text_of().split())
    assert all(set(f"{each.en} {each.es}".split()) <= read for each in phrases)


def test_words_that_give_copies_away_come_from_the_content() -> None:
    assert "AAA, REPLICA" in text_of()
    assert "delatan" not in text_of(replace(CONTENT, copy_words=()))


def test_words_that_say_nothing_alone_are_those_that_the_check_counts() -> None:
    for language in ("en", "es"):
        text = text_of(briefing_content(load_scenario("monterrey"), CONTENT.seal, False, "P-1", None), language)
        assert "; ".join(VAGUE) in text


@pytest.mark.parametrize(("mode", "told"), [("sea", "Conocimientos a la orden"), ("air", "Valores declarados en la guía")])
def test_margins_are_told_of_papers_that_can_lie_on_the_desk(mode: Mode, told: str) -> None:
    assert told in text_of()
    other: Mode = "air" if mode == "sea" else "sea"
    assert told in text_of(replace(CONTENT, modes=frozenset({mode})))
    assert told not in text_of(replace(CONTENT, modes=frozenset({other})))


def test_the_time_is_told_for_all_consignments() -> None:
    assert "12 embarques, unos 90 minutos" in text_of()
    assert "7 a 8 minutos por embarque" in text_of(replace(CONTENT, consignments=0))


def test_the_worked_example_is_solved_step_by_step() -> None:
    text = text_of(replace(CONTENT, worked_example=EXAMPLE), "en")
    for word in ("Worked example", "1. The bill", "BL-1, BL-2a", "2. Unknown model: strong, infringement", "ZT-900"):
        assert word in text
    assert "one of each finding is enough: INV-14c.2" in text
    assert "Worked example" not in text_of(language="en")


def test_words_that_customs_officers_do_not_use_stand_nowhere() -> None:
    text = text_of(replace(CONTENT, worked_example=EXAMPLE)).casefold()
    for wrong in (
        "carta de porte", "expedidor", "cargador", "parte notificada", "despachante", "transitario", "precinto",
        "prepago", "a colectar", "posición", "aforo", "levante", "requerimiento", "derechohabiente", "contrahecha",
        "llave", "aprendiz", "incautación", "detención", "cartones",
    ):  # fmt: skip
        assert wrong not in text


def test_same_bytes_twice() -> None:
    assert briefing_pdf(CONTENT, "es", "letter") == briefing_pdf(CONTENT, "es", "letter")


def test_dates_and_authorities_are_of_their_day() -> None:
    assert long_date(date(2009, 2, 5), "en") == "5 February 2009"
    assert (prosecutor(date(2009, 2, 5)), prosecutor(date(2024, 1, 1))) == ("PGR", "FGR")
