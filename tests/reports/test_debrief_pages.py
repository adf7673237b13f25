"""Debriefs of a real pack: everything told once, marks at their frames, nothing printed covered, pages counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium_c
import pytest
from builders_pages import read_pages
from pack.making import copied, generate, index, key_of, reseal, shipped

from simulator.errors import BadInput
from simulator.formats.key import KeyConsignment
from simulator.formats.reading import read_json
from simulator.formats.truth import Rectangle, Truth
from simulator.grading.grade import RespondentGrade
from simulator.grading.run import Graded, grade_pack
from simulator.intake.pack_reading import known_codes, papers_of
from simulator.render.flow_ops import Op, Rule, Words
from simulator.render.stamped import Sheet
from simulator.reports.debrief.outcomes import KINDS, Outcome, outcome
from simulator.reports.debrief.paper_sheets import paper_sheet
from simulator.reports.debrief.placing import MarkedSide, around, marked_sides
from simulator.reports.debrief.run import debriefs
from simulator.reports.debrief.signs import frame_ops, sign_ops
from simulator.reports.wording import Wording, report_texts

MILLIMETRE = 72 / 25.4
ENTRY = re.compile(r"\b[A-Z]\d? · [^·]*?\(([A-Z]\d\d)\): ")
HEAD = "trainee,consignment,decision,confidence,flags\n"


def sees(key: KeyConsignment) -> str:
    """Finds everything, by one box each, and flags the terms of payment of whatever is plainly lawful."""
    found = [next(each.box for each in finding.evidence if each.role == "shows") for finding in key.findings]
    return f"{key.verdict},4,{' '.join(found or ['INV-7'])}"


def overlooks(key: KeyConsignment) -> str:
    return "release,1,"


def guesses(key: KeyConsignment) -> str:
    """Flags look-alikes, boxes that tie papers, what follows, and whole boxes of the invoice with rows left open."""
    told = [each.box for one in (*key.findings, *key.look_alikes) for each in one.evidence if each.role != "shows"]
    alike = [each.box for one in key.look_alikes for each in one.evidence]
    return f"examine,2,{' '.join(dict.fromkeys([*alike[:2], *told[-2:], 'INV-14H', 'PL-11', 'TOC-1']))}"


@dataclass(frozen=True)
class Class_:
    pack: Path
    graded: Graded
    made: dict[str, bytes]

    def grade(self, id_: str) -> RespondentGrade:
        return next(each for each in self.graded.grades if each.respondent.id == id_)

    def sides(self, id_: str) -> list[tuple[Outcome, MarkedSide]]:
        """The marked sides of a respondent, in the order in which his debrief must show them."""
        grade = self.grade(id_)
        truth = read_json(self.pack / "instructor" / "truth" / f"{grade.respondent.variant}.json", Truth)
        told = [outcome(each, known_codes(truth, each.key.id)) for each in grade.consignments]
        return [(each, side) for each in told for side in marked_sides(each.marks, papers_of(truth, each.grade.key.id))]


def debriefed(pack: Path, folder: Path) -> Class_:
    variant = key_of(pack).variants["v01"]
    ways = {"T001": sees, "T002": overlooks, "T003": guesses}
    rows = [f"{id_},{each.id},{way(each)}" for id_, way in ways.items() for each in variant.consignments]
    answers = folder / "answers.csv"
    answers.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    graded = grade_pack(pack, [answers])
    assert not graded.rejections
    return Class_(pack, graded, dict(debriefs(graded, pack)))


@pytest.fixture(scope="module")
def spanish(monterrey: Path, tmp_path_factory: pytest.TempPathFactory) -> Class_:
    return debriefed(monterrey, tmp_path_factory.mktemp("answers"))


def paper_pages(pdf: bytes) -> Iterator[tuple[pypdfium2.PdfPage, pypdfium2.PdfObject]]:
    """Every page with one of the dossier's laid under it, and that object."""
    for page in pypdfium2.PdfDocument(pdf):
        for each in page.get_objects(max_depth=1):
            if each.type == pdfium_c.FPDF_PAGEOBJ_FORM:
                yield page, each


def top_level(pdf: bytes, number: int) -> list[Rectangle]:
    """Where everything lies that we draw on a page; a side that is laid under has our outline round it."""
    objects = pypdfium2.PdfDocument(pdf)[number - 1].get_objects(max_depth=1)
    return [each.get_bounds() for each in objects if each.type != pdfium_c.FPDF_PAGEOBJ_FORM]


def words_of(page: pypdfium2.PdfPage) -> Counter[str]:
    return Counter(page.get_textpage().get_text_bounded().split())


def test_everybody_who_answered_has_one(spanish: Class_) -> None:
    assert list(spanish.made) == ["T001", "T002", "T003"]


@pytest.mark.parametrize("id_", ["T001", "T002", "T003"])
def test_every_finding_and_look_alike_is_told_once(spanish: Class_, id_: str) -> None:
    text = " ".join(page.flat for page in read_pages(spanish.made[id_]))
    wanted = Counter(
        told.indicator for each in spanish.grade(id_).consignments for told in (*each.key.findings, *each.key.look_alikes)
    )
    assert Counter(ENTRY.findall(text)) == wanted


def test_it_says_what_was_found_missed_and_flagged_without_cause(spanish: Class_) -> None:
    for id_, said, unsaid in (
        ("T001", ": lo advirtió", ": no lo advirtió"),
        ("T002", ": no lo advirtió", ": lo advirtió"),
        ("T001", "Anotado sin motivo A · INV-7: aquí nada se aparta del comercio lícito.", "lícito, y usted lo anotó"),
        ("T003", "lícito, y usted lo anotó", "lícito, y usted no lo anotó A"),
    ):
        text = " ".join(page.flat for page in read_pages(spanish.made[id_]))
        assert said in text
        assert unsaid not in text


@pytest.mark.parametrize("id_", ["T001", "T002", "T003"])
def test_pages_are_numbered_keep_their_margins_and_say_what_they_are(spanish: Class_, id_: str) -> None:
    pages = read_pages(spanish.made[id_])
    for number, page in enumerate(pages, 1):
        left, bottom, right, top = around(top_level(spanish.made[id_], number))
        assert min(left, bottom) >= 10 * MILLIMETRE
        assert right <= page.size[0] - 10 * MILLIMETRE
        assert top <= page.size[1] - 10 * MILLIMETRE
        assert f"{number}/{len(pages)}" in page.flat
        assert "TRAINING SPECIMEN – INVENTED PARTIES – NOT A TRADE DOCUMENT" in page.flat
        assert "EJEMPLAR DE CAPACITACIÓN – PARTES FICTICIAS – SIN VALOR COMERCIAL" in page.flat
    opening = " ".join(page.flat for page in pages[:2])
    assert id_ in pages[0].flat
    assert "Diez embarques no miden a una persona" in opening
    assert all(each.key.id in opening for each in spanish.grade(id_).consignments)


@pytest.mark.parametrize("id_", ["T001", "T002", "T003"])
def test_the_marked_sides_are_his_own_with_their_text_unchanged(spanish: Class_, id_: str) -> None:
    dossier = pypdfium2.PdfDocument(spanish.pack / "trainee" / id_ / "dossier.pdf")
    sides, pages = spanish.sides(id_), list(paper_pages(spanish.made[id_]))
    assert len(sides) == len(pages)
    for (told, side), (page, _) in zip(sides, pages, strict=True):
        own = dossier[side.page - 1]
        assert page.get_size() == own.get_size()
        assert not words_of(own) - words_of(page)
        assert f"{told.grade.key.id} · " in page.get_textpage().get_text_bounded()


@pytest.mark.parametrize("id_", ["T001", "T002", "T003"])
def test_every_mark_is_at_the_frame_of_its_box(spanish: Class_, id_: str) -> None:
    for (_, side), (page, under) in zip(spanish.sides(id_), paper_pages(spanish.made[id_]), strict=True):
        matrix = under.get_matrix()
        lines = [each.get_bounds() for each in page.get_objects(max_depth=1) if each.type == pdfium_c.FPDF_PAGEOBJ_PATH]
        for mark in side.marks:
            x0, y0, x1, y1 = (matrix.a * value for value in mark.frame)
            for height in (y0, y1):
                wanted = (x0 + matrix.e, height + matrix.f, x1 + matrix.e, height + matrix.f)
                assert any(near(line, wanted) for line in lines), (mark, side.page)


def near(line: Rectangle, wanted: Rectangle) -> bool:
    return all(abs(got - want) < 1.6 for got, want in zip(line, wanted, strict=True))


def test_every_flag_is_marked(spanish: Class_) -> None:
    for id_ in ("T001", "T003"):
        marked: dict[str, set[str]] = {}
        for told, side in spanish.sides(id_):
            marked.setdefault(told.grade.key.id, set()).update(code.upper() for mark in side.marks for code in mark.codes)
        for each in spanish.grade(id_).consignments:
            for flag in each.answer.flags if each.answer else ():
                assert any(code.startswith(flag) for code in marked[each.key.id]), (each.key.id, flag)


def test_all_kinds_of_marks_occur_in_these_answers(spanish: Class_) -> None:
    kinds = {mark.kind for id_ in spanish.made for _, side in spanish.sides(id_) for mark in side.marks}
    assert kinds == set(KINDS)


@pytest.mark.parametrize("id_", ["T001", "T002", "T003"])
def test_nothing_that_is_drawn_over_a_side_touches_what_is_printed_in_its_boxes(spanish: Class_, id_: str) -> None:
    dossier = pypdfium2.PdfDocument(spanish.pack / "trainee" / id_ / "dossier.pdf")
    words = Wording(report_texts("debrief"), "es")
    for told, side in spanish.sides(id_):
        sheet = paper_sheet(side, dossier[side.page - 1].get_size(), told, words, "label", "1/1")
        assert_untouched(sheet, side)


def assert_untouched(sheet: Sheet, side: MarkedSide) -> None:
    under = sheet.under
    assert under is not None
    printed = [
        (x0 * under.scale + under.x, y0 * under.scale + under.y, x1 * under.scale + under.x, y1 * under.scale + under.y)
        for x0, y0, x1, y1 in side.ink
    ]
    # The first op is the outline of the side.
    for op in sheet.drawn[1][2][1:]:
        area = extent(op)
        assert not [each for each in printed if overlap(area, each)], (side.page, op)


def extent(op: Op) -> Rectangle:
    """What an op covers, half of its line's width included; a word as wide as a narrow letter at least."""
    if isinstance(op, Rule):
        half = op.width / 2
        xs, ys = sorted((op.x0, op.x1)), sorted((op.y0, op.y1))
        return xs[0] - half, ys[0] - half, xs[1] + half, ys[1] + half
    if isinstance(op, Words):
        return op.x, op.y, op.x + 0.6 * op.size * len(op.text), op.y + 0.72 * op.size
    radius = getattr(op, "radius", 0.0)
    return op.x - radius, op.y - radius, op.x + radius, op.y + radius


def overlap(one: Rectangle, other: Rectangle) -> bool:
    slack = 0.05
    across = min(one[2], other[2]) - max(one[0], other[0])
    along = min(one[3], other[3]) - max(one[1], other[1])
    return across > slack and along > slack


def test_marks_can_be_told_apart_without_colour() -> None:
    frames, signs = [], []
    for kind in KINDS:
        rules = [each for each in frame_ops(kind, (0.0, 0.0, 50.0, 10.0)) if isinstance(each, Rule)]
        frames.append((len(rules), rules[0].width, rules[0].dash))
        signs.append(tuple(sign_ops(kind, 0.0, 0.0)))
    assert len(set(frames)) == len(set(signs)) == len(KINDS)


def test_the_numbers_are_his_and_the_classs(spanish: Class_) -> None:
    """T001 opens what should be, T002 nothing, T003 everything: of 4 signals 4, 0, 4; of 5 lawful ones 0, 0, 5."""
    counts = [each.counts for each in spanish.graded.grades]
    signals, lawful = counts[0].signals, counts[0].lawful
    text = read_pages(spanish.made["T002"])[0].flat
    assert f"usted 0 de {signals} · 0–" in text
    assert f"grupo, 3 personas {2 * signals} de {3 * signals} · " in text
    assert f"usted 0 de {lawful} · 0–" in text
    assert f"grupo, 3 personas {lawful} de {3 * lawful} · " in text


@pytest.mark.slow
def test_the_same_again_and_in_two_processes(spanish: Class_) -> None:
    assert dict(debriefs(spanish.graded, spanish.pack, jobs=2)) == spanish.made


def test_english_on_a4_for_a_class_of_one(tmp_path: Path) -> None:
    import msgspec

    scenario = msgspec.structs.replace(shipped("first-hour", trainees=1), language="en", paper="a4")
    pack = generate(tmp_path / "pack", scenario, "english debriefs on a four")
    rows = [f"T001,{each.id},{sees(each)}" for each in key_of(pack).variants["v01"].consignments]
    (tmp_path / "answers.csv").write_text(HEAD + "\n".join(rows) + "\n")
    graded = grade_pack(pack, [tmp_path / "answers.csv"])
    pages = read_pages(dict(debriefs(graded, pack))["T001"])
    assert all(sorted(page.size) == pytest.approx((595.28, 841.89), abs=0.5) for page in pages)
    text = pages[0].flat
    assert "Ten consignments do not measure a person" in text
    assert "Your numbers" in text
    assert "class" not in text
    assert index(pack).key_sha256[:16] in text


def spoil_bytes(pack: Path) -> None:
    path = pack / "trainee" / "T001" / "dossier.pdf"
    path.write_bytes(path.read_bytes() + b" ")


def take_away(pack: Path) -> None:
    (pack / "trainee" / "T001" / "dossier.pdf").unlink()


def replace_by_text(pack: Path) -> None:
    (pack / "trainee" / "T001" / "dossier.pdf").write_bytes(b"no dossier")
    reseal(pack)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (spoil_bytes, "changed after the pack was made.*put back the file"),
        (take_away, "there is no such file; put back the trainees' papers"),
        (replace_by_text, "no PDF that can be read"),
    ],
)
def test_papers_that_are_not_those_of_the_pack_are_refused(
    spanish: Class_, tmp_path: Path, spoil: object, said: str
) -> None:
    pack = copied(spanish.pack, tmp_path / "pack")
    spoil(pack)  # type: ignore[operator]
    answers = tmp_path / "answers.csv"
    answers.write_text(HEAD + "T001,C01,release,1,\n")
    graded = grade_pack(pack, [answers])
    with pytest.raises(BadInput, match=said):
        list(debriefs(graded, pack))


def outlines(pdf: bytes) -> Sequence[str]:
    return [each.get_title() for each in pypdfium2.PdfDocument(pdf).get_toc()]


def test_the_outline_names_every_consignment_in_order(spanish: Class_) -> None:
    _, *parts = outlines(spanish.made["T001"])
    assert ", ".join(parts).split(", ") == [each.key.id for each in spanish.grade("T001").consignments]
