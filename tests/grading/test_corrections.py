"""Corrections laid over the key: what they change, what they must find there, and that the key itself stays."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from builders_key import BILL, DETAIN, EXAMINE, INVOICE, LAWFUL, SIX, TRAINEE, write_pack
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.errors import BadInput
from simulator.formats.correction import CorrectedPlace, Correction, KeyPart, NumberedCorrection
from simulator.formats.key import KeyConsignment
from simulator.formats.ladder import verdict as verdict_of
from simulator.formats.pack import PackTrainee
from simulator.formats.vocabulary import VERDICTS
from simulator.grading.corrections import corrected, corrections_folder, read_corrections
from simulator.intake.pack_reading import OpenedPack, open_pack

V02 = (msgspec.structs.replace(EXAMINE, id="C04"), LAWFUL)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> OpenedPack:
    """Two variants: the six, and a second one in which C04 has the papers of the first one's C01."""
    trainees = (TRAINEE, PackTrainee("T002", "Bea", "G02", "v02"))
    folder = tmp_path_factory.mktemp("corrected") / "pack"
    return open_pack(write_pack(folder, trainees=trainees, variants={"v01": SIX, "v02": V02}))


def correction(replaces: Any, with_: Any, **place: str) -> Correction:
    where = place or {"variant": "v01", "consignment": "C01"}
    parts = msgspec.convert(replaces, KeyPart), msgspec.convert(with_, KeyPart)
    return Correction("PACK1", "Ruiz", "why", CorrectedPlace(**where), *parts)


def after(opened: OpenedPack, *corrections: Correction) -> dict[str, KeyConsignment]:
    """The solutions of the first variant with corrections in this order."""
    numbered = [NumberedCorrection(number, each) for number, each in enumerate(corrections, 1)]
    return {each.id: each for each in corrected(opened, numbered).key.variants["v01"].consignments}


def test_a_verdict_is_replaced_and_nothing_else(opened: OpenedPack) -> None:
    new = after(opened, correction({"verdict": "examine"}, {"verdict": "query"}))
    assert new["C01"] == msgspec.structs.replace(EXAMINE, verdict="query")
    assert [new[each.id] for each in SIX[1:]] == list(SIX[1:])


def test_the_papers_of_an_item_are_corrected_in_every_variant(opened: OpenedPack) -> None:
    numbered = [NumberedCorrection(1, correction({"verdict": "examine"}, {"verdict": "detain"}, item="item-C01"))]
    variants = corrected(opened, numbered).key.variants
    assert [each.verdict for each in variants["v01"].consignments][:2] == ["detain", "detain"]
    assert [each.verdict for each in variants["v02"].consignments] == ["detain", "release"]
    alone = [NumberedCorrection(1, correction({"verdict": "examine"}, {"verdict": "query"}))]
    variants = corrected(opened, alone).key.variants
    assert [each.verdict for each in variants["v02"].consignments] == ["examine", "release"]


def test_a_slot_is_corrected_in_every_variant_or_not_at_all(opened: OpenedPack) -> None:
    numbered = [NumberedCorrection(1, correction({"verdict": "release"}, {"verdict": "query"}, slot="S05"))]
    variants = corrected(opened, numbered).key.variants
    assert variants["v01"].consignments[4].verdict == variants["v02"].consignments[1].verdict == "query"


def test_a_verdict_that_followed_from_the_findings_follows_their_strength(opened: OpenedPack) -> None:
    weaker = correction({"strength": {"X03": "moderate"}}, {"strength": {"X03": "weak"}})
    new = after(opened, weaker)["C01"]
    assert (new.verdict, new.findings[0].strength) == ("query", "weak")
    stronger = correction({"strength": {"X03": "weak"}}, {"strength": {"X03": "strong"}})
    assert after(opened, weaker, stronger)["C01"].verdict == "detain"


def test_a_verdict_that_was_corrected_by_hand_stays(opened: OpenedPack) -> None:
    by_hand = correction({"verdict": "examine"}, {"verdict": "revenue"})
    weaker = correction({"strength": {"X03": "moderate"}}, {"strength": {"X03": "weak"}})
    assert after(opened, by_hand, weaker)["C01"].verdict == "revenue"


def test_a_finding_is_dropped(opened: OpenedPack) -> None:
    place = {"variant": "v01", "consignment": "C02"}
    new = after(opened, correction({"strength": {"G08": "strong"}}, {"strength": {"G08": None}}, **place))["C02"]
    assert ([each.indicator for each in new.findings], new.verdict) == (["P07"], "query")
    assert new.look_alikes == DETAIN.look_alikes


def test_a_finding_that_no_check_saw_is_added_with_its_boxes(opened: OpenedPack) -> None:
    new = after(
        opened,
        correction(
            {"strength": {"X01": None}, "boxes": {"X01": {"inv-16": None, "BL-15a.1": None}}},
            {"strength": {"X01": "moderate"}, "boxes": {"X01": {"inv-16": "shows", "BL-15a.1": "against"}}},
            variant="v01",
            consignment="C05",
        ),
    )["C05"]
    (finding,) = new.findings
    assert (new.verdict, finding.points_to, finding.planted) == ("query", "documentary", False)
    told = [(each.document, each.box, each.role) for each in finding.evidence]
    assert told == [("C05-invoice", "INV-16", "shows"), ("C05-bill-of-lading", "BL-15a.1", "against")]


def test_boxes_are_accepted_in_addition_and_no_longer(opened: OpenedPack) -> None:
    before, with_ = {"X03": {"BL-20": None, "INV-16": "follows"}}, {"X03": {"BL-20": "shows", "INV-16": None}}
    new = after(opened, correction({"boxes": before}, {"boxes": with_}))["C01"]
    told = {each.box: each.role for each in new.findings[0].evidence}
    assert told == {"INV-14.1": "shows", "BL-15b.1": "against", "BL-20": "shows"}
    assert new.verdict == "examine"


def test_a_box_of_a_page_that_all_share_is_accepted(opened: OpenedPack) -> None:
    boxes = {"X03": {"CARD-4a.2": None}}, {"X03": {"CARD-4a.2": "against"}}
    new = after(opened, correction({"boxes": boxes[0]}, {"boxes": boxes[1]}))["C01"]
    assert [each.document for each in new.findings[0].evidence if each.box == "CARD-4a.2"] == ["card"]


def test_boxes_of_a_look_alike_are_corrected_too(opened: OpenedPack) -> None:
    boxes = {"H06": {"BL-15a.1": "shows"}}, {"H06": {"BL-15a.1": "identifies"}}
    new = after(opened, correction({"boxes": boxes[0]}, {"boxes": boxes[1]}, variant="v01", consignment="C02"))["C02"]
    assert [each.role for each in new.look_alikes[0].evidence] == ["identifies"]


def test_a_consignment_is_left_out(opened: OpenedPack) -> None:
    new = after(opened, correction({"verdict": "examine"}, {"verdict": None}))
    assert list(new) == ["C02", "C03", "C04", "C05", "C06"]


REFUSED = {
    "another verdict": (
        {"verdict": "query"},
        {"verdict": "detain"},
        "replaces.verdict: v01 C01: the verdict is examine",
    ),
    "another strength": ({"strength": {"X03": "weak"}}, {"strength": {"X03": "strong"}}, "X03 is moderate, not weak"),
    "a finding that is not there": (
        {"strength": {"G08": "weak"}},
        {"strength": {"G08": None}},
        "there is no G08 in the key",
    ),
    "a finding that is there": ({"strength": {"X03": None}}, {"strength": {"X03": "weak"}}, "X03 is in the key already"),
    "an indicator that is none": ({"strength": {"Z9": None}}, {"strength": {"Z9": "weak"}}, "there is no indicator 'Z9'"),
    "a look-alike as a finding": ({"strength": {"H01": None}}, {"strength": {"H01": "weak"}}, "there is no indicator 'H01'"),
    "another role": (
        {"boxes": {"X03": {"INV-16": "shows"}}},
        {"boxes": {"X03": {"INV-16": None}}},
        "replaces.boxes.X03.INV-16: v01 C01: box INV-16 of X03 is follows, not shows",
    ),
    "a box that is there": (
        {"boxes": {"X03": {"INV-16": None}}},
        {"boxes": {"X03": {"INV-16": "shows"}}},
        "box INV-16 of X03 is in the key already, follows",
    ),
    "a box that is not there": (
        {"boxes": {"X03": {"BL-20": "shows"}}},
        {"boxes": {"X03": {"BL-20": None}}},
        "there is no box BL-20 of X03 in the key",
    ),
    "a box of other papers": (
        {"boxes": {"X03": {"PL-1": None}}},
        {"boxes": {"X03": {"PL-1": "shows"}}},
        "box code 'PL-1' is not on its papers; name a box",
    ),
    "half a code": (
        {"boxes": {"X03": {"BL-15": None}}},
        {"boxes": {"X03": {"BL-15": "shows"}}},
        "name one box, for example BL-15a.1",
    ),
    "a box of no finding": ({"boxes": {"G08": {"BL-20": None}}}, {"boxes": {"G08": {"BL-20": "shows"}}}, "it has X03"),
    "all that shows it": (
        {"boxes": {"X03": {"INV-14.1": "shows", "BL-15b.1": "against"}}},
        {"boxes": {"X03": {"INV-14.1": None, "BL-15b.1": "follows"}}},
        "no box would show X03",
    ),
    "a finding without a box": ({"strength": {"G08": None}}, {"strength": {"G08": "weak"}}, "no box would show G08"),
    "nothing": ({}, {}, "replaces: nothing is replaced"),
    "the same": ({"verdict": "examine"}, {"verdict": "examine"}, "with.verdict: it is examine before and after"),
    "one side alone": (
        {"verdict": "examine"},
        {"strength": {"X03": "weak"}},
        "strength.X03, verdict stands on one side",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_correction_must_find_what_it_replaces(case: str, opened: OpenedPack) -> None:
    replaces, with_, said = REFUSED[case]
    with pytest.raises(BadInput) as caught:
        after(opened, correction(replaces, with_))
    assert said in str(caught.value)
    assert str(caught.value).startswith(f"{corrections_folder(opened.folder) / '001.json'}: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ({"item": "item-C99"}, "no consignment is item 'item-C99'"),
        ({"slot": "S99"}, "no consignment is slot 'S99'"),
        ({"variant": "v01", "consignment": "C99"}, "no consignment is variant 'v01' consignment 'C99'"),
        ({"variant": "v01"}, "consignments: say which"),
        ({"item": "item-C01", "slot": "S01"}, "consignments: say which"),
    ],
)
def test_a_correction_says_which_consignments(place: dict[str, str], said: str, opened: OpenedPack) -> None:
    with pytest.raises(BadInput, match=said):
        after(opened, correction({"verdict": "examine"}, {"verdict": "query"}, **place))


def test_corrections_are_applied_in_order_each_on_those_before(opened: OpenedPack) -> None:
    first = correction({"verdict": "examine"}, {"verdict": "query"})
    second = correction({"verdict": "query"}, {"verdict": "release"})
    assert after(opened, first, second)["C01"].verdict == "release"
    with pytest.raises(BadInput, match=r"001\.json: replaces\.verdict: v01 C01: the verdict is examine, not query"):
        after(opened, second, first)


def test_what_is_left_out_cannot_be_corrected_and_something_must_stay(opened: OpenedPack) -> None:
    gone = correction({"verdict": "release"}, {"verdict": None}, item="item-C05")
    with pytest.raises(BadInput, match=r"002\.json: consignments: no consignment is item 'item-C05'"):
        after(opened, gone, gone)
    with pytest.raises(BadInput, match=r"with\.verdict: nothing of v02 would be left"):
        after(opened, gone, correction({"verdict": "examine"}, {"verdict": None}, item="item-C01"))


def write(opened: OpenedPack, folder: Path, content: dict[str, bytes]) -> OpenedPack:
    """The same pack elsewhere, with these files for corrections."""
    corrections_folder(folder).mkdir(parents=True, exist_ok=True)
    for name, each in content.items():
        (corrections_folder(folder) / name).write_bytes(each)
    return OpenedPack(folder, opened.pack, opened.key, opened.codes, opened.respondents)


GOOD = {
    "format": 1,
    "pack": "PACK1",
    "by": "Ruiz",
    "reason": "why",
    "consignments": {"item": "item-C01"},
    "replaces": {"verdict": "examine"},
    "with": {"verdict": None},
}


def test_files_are_read_in_the_order_of_their_numbers(opened: OpenedPack, tmp_path: Path) -> None:
    other = {**GOOD, "by": "Peña", "with": {"verdict": "query"}}
    content = {"010.json": json.dumps(GOOD).encode(), "002.json": json.dumps(other).encode()}
    there = write(opened, tmp_path, content | {"notes.txt": b"x", ".001.json.swp": b"x", "._001.json": b"x"})
    found = read_corrections(there)
    assert [(each.number, each.name, each.correction.by) for each in found] == [(2, "002", "Peña"), (10, "010", "Ruiz")]
    assert found[1].correction.with_.verdict is None
    assert read_corrections(opened) == ()


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("1.json", {}, "corrections are called 001.json to 999.json"),
        ("000.json", {}, "corrections are called 001.json"),
        ("001.JSON", {}, "corrections are called 001.json"),
        ("001.json", {"format": 2}, "format 2 is newer"),
        ("001.json", {"pack": "PACK2"}, "pack: the correction is for pack PACK2, this is PACK1"),
        ("001.json", {"by": ""}, "by: expected `str` of length >= 1"),
        ("001.json", {"reason": 7}, "reason: expected `str`"),
        ("001.json", {"why": "x"}, "there is no such key: `why`"),
        ("001.json", {"with": {"verdict": "inspect"}}, "with.verdict: invalid enum value 'inspect'"),
        ("001.json", {"with": {"strengths": {}}}, "with: there is no such key: `strengths`"),
        ("001.json", {"replaces": {"boxes": {"X03": ["BL-20"]}}}, "replaces.boxes"),
    ],
)
def test_files_that_are_no_corrections(
    opened: OpenedPack, tmp_path: Path, name: str, change: dict[str, Any], said: str
) -> None:
    with pytest.raises(BadInput) as caught:
        read_corrections(write(opened, tmp_path, {name: json.dumps(GOOD | change).encode()}))
    assert str(caught.value).startswith(str(corrections_folder(tmp_path) / name))
    assert said in str(caught.value)


TEXT = st.sampled_from(
    ["X03", "G08", "P07", "H06", "X01", "Z9", *BILL, *INVOICE, "BL-15", "CARD-1b", "item-C01", "v01", "C01"]
)
LEAF = st.one_of(st.none(), TEXT, st.sampled_from([*VERDICTS, "weak", "moderate", "strong", "shows", "against", "follows"]))
PART = st.one_of(
    st.fixed_dictionaries({"verdict": LEAF}),
    st.fixed_dictionaries({"strength": st.dictionaries(TEXT, LEAF, max_size=2)}),
    st.fixed_dictionaries({"boxes": st.dictionaries(TEXT, st.dictionaries(TEXT, LEAF, max_size=2), max_size=2)}),
)
FILES = st.fixed_dictionaries(
    {"format": st.just(1), "pack": st.just("PACK1"), "by": TEXT, "reason": TEXT, "replaces": PART, "with": PART},
    optional={"consignments": st.dictionaries(st.sampled_from(["item", "slot", "variant", "consignment"]), TEXT)},
)


@given(st.one_of(st.binary(max_size=80), FILES.map(lambda each: json.dumps(each).encode())))
def test_any_file_is_a_correction_or_bad_input(
    tmp_path_factory: pytest.TempPathFactory, opened: OpenedPack, content: bytes
) -> None:
    there = write(opened, tmp_path_factory.getbasetemp() / "any", {"001.json": content})
    try:
        variants = corrected(opened, read_corrections(there)).key.variants
    except BadInput:
        return
    assert variants != opened.key.variants


STRENGTHS = st.tuples(st.sampled_from(["X03", "G08", "P07", "V01"]), st.permutations(["weak", "moderate", "strong"])).map(
    lambda pair: [{"strength": {pair[0]: each}} for each in pair[1][:2]]
)
CHANGES = st.one_of(
    STRENGTHS,
    st.tuples(st.sampled_from(VERDICTS), st.sampled_from(VERDICTS)).map(lambda pair: [{"verdict": each} for each in pair]),
    st.tuples(
        st.sampled_from(["X03", "G08", "P07", "V01", "H06"]),
        st.sampled_from([*BILL, *INVOICE]),
        st.permutations([None, "shows", "against", "follows", "identifies"]),
    ).map(lambda drawn: [{"boxes": {drawn[0]: {drawn[1]: each}}} for each in drawn[2][:2]]),
)


def unordered(each: KeyConsignment) -> Any:
    findings = {one.indicator: (one.strength, frozenset(one.evidence)) for one in (*each.findings, *each.look_alikes)}
    return each.id, each.verdict, findings


@given(st.lists(st.tuples(CHANGES, st.sampled_from(["C01", "C02", "C03", "C05"])), max_size=4))
def test_what_is_taken_back_is_as_if_it_had_not_been(opened: OpenedPack, drawn: list[Any]) -> None:
    done: list[Correction] = []
    for (replaces, with_), id_ in drawn:
        try:
            one = correction(replaces, with_, variant="v01", consignment=id_)
            after(opened, *done, one)
        except BadInput:
            continue
        done.append(one)
    back = [msgspec.structs.replace(each, replaces=each.with_, with_=each.replaces) for each in reversed(done)]
    # Printed and expected of a box that was in the key are gone once it was taken out: no correction says them.
    if not any(role is None for each in done for codes in each.with_.boxes.values() for role in codes.values()):
        assert list(map(unordered, after(opened, *done, *back).values())) == list(map(unordered, SIX))


@settings(max_examples=50)
@given(st.lists(STRENGTHS, max_size=4))
def test_unless_corrected_by_hand_the_verdict_is_that_of_the_ladder(opened: OpenedPack, drawn: list[Any]) -> None:
    done: list[Correction] = []
    for replaces, with_ in drawn:
        one = correction(replaces, with_, variant="v01", consignment="C02")
        try:
            now = after(opened, *done, one)["C02"]
        except BadInput:
            continue
        done.append(one)
        assert now.verdict == verdict_of(now.findings)
