"""A pack as it was made has no difference; whatever was changed in it is named, and what cannot be read is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pack.making import copied, index, key_of, reseal, rewrite

from simulator.errors import BadInput
from simulator.verify.run import verify_pack


@pytest.fixture
def pack(first_hour: Path, tmp_path: Path) -> Path:
    return copied(first_hour, tmp_path / "pack")


def dossiers(pack: Path) -> tuple[Path, Path]:
    """The dossiers that verification reads: the first reader's of v01 and of v02."""
    first = {each.variant: each.id for each in reversed(index(pack).trainees)}
    return (pack / "trainee" / first["v01"] / "dossier.pdf", pack / "trainee" / first["v02"] / "dossier.pdf")


def change_key(pack: Path, change: Callable[[Any], None], variant: str = "v01") -> None:
    rewrite(pack / "instructor" / "key.json", lambda key: change(key["variants"][variant]["consignments"]))


def differences(pack: Path, variant: str | None = "v01") -> tuple[str, ...]:
    return verify_pack(pack, variant).differences


def guilty(consignments: list[Any]) -> Any:
    return next(each for each in consignments if each["findings"])


def test_a_fresh_pack_has_no_difference(pack: Path) -> None:
    told: list[tuple[int, int]] = []
    result = verify_pack(pack, None, lambda done, of: told.append((done, of)))
    solved = [each for variant in key_of(pack).variants.values() for each in variant.consignments]
    assert result.differences == ()
    assert (result.consignments, result.findings) == (len(solved), sum(len(each.findings) for each in solved))
    assert told == [(1, 2), (2, 2)]


def test_one_variant_alone(pack: Path) -> None:
    result = verify_pack(pack, "v02")
    assert (result.differences, result.consignments) == ((), 6)
    with pytest.raises(BadInput, match=r"no variant 'v09'; this pack has v01, v02"):
        verify_pack(pack, "v09")


def test_a_byte_more_in_a_dossier_is_named(pack: Path) -> None:
    name = dossiers(pack)[1]
    name.write_bytes(name.read_bytes() + b"\n")
    trainee = name.parent.name
    assert differences(pack) == (f"trainee/{trainee}/dossier.pdf: the file was changed after the pack was made",)


def test_a_missing_sheet_is_named(pack: Path) -> None:
    (pack / "trainee" / "T002" / "answer-sheet.pdf").unlink()
    assert differences(pack) == ("trainee/T002/answer-sheet.pdf: the file is missing",)


@pytest.mark.parametrize("swapped", [0, 1])
def test_another_variants_papers_in_their_place_are_found_by_what_they_print(pack: Path, swapped: int) -> None:
    files = dossiers(pack)
    files[swapped].write_bytes(files[1 - swapped].read_bytes())
    reseal(pack)
    variant = f"v0{swapped + 1}"
    found = differences(pack, variant)
    assert all(each.startswith(f"{variant}: ") for each in found)
    assert any("is in the key and not on the papers" in each for each in found)
    assert any("is on the papers and not in the key" in each for each in found)
    assert any("is printed where truth has" in each for each in found)


def test_a_key_that_was_changed_is_named(pack: Path) -> None:
    key = pack / "instructor" / "key.json"
    key.write_bytes(key.read_bytes() + b"\n")
    assert differences(pack) == ("instructor/key.json: the key was changed after the pack was made",)


def test_a_finding_taken_out_of_the_key_is_named(pack: Path) -> None:
    gone: list[str] = []

    def change(consignments: Any) -> None:
        target = guilty(consignments)
        gone.extend((target["id"], target["findings"].pop(0)["indicator"]))

    change_key(pack, change)
    reseal(pack)
    assert f"v01: {gone[0]}: {gone[1]} is on the papers and not in the key" in differences(pack)


def test_a_finding_that_nobody_can_see_is_named(pack: Path) -> None:
    def change(consignments: Any) -> None:
        lawful = next(each for each in consignments if not each["findings"])
        lawful["findings"].append(guilty(consignments)["findings"][0])

    lawful = next(each for each in key_of(pack).variants["v01"].consignments if not each.findings)
    indicator = next(each for each in key_of(pack).variants["v01"].consignments if each.findings).findings[0].indicator
    change_key(pack, change)
    reseal(pack)
    assert f"v01: {lawful.id}: {indicator} is in the key and not on the papers" in differences(pack)


@pytest.mark.parametrize("part", ["printed", "box", "document"])
def test_evidence_that_was_changed_is_named(pack: Path, part: str) -> None:
    changed: dict[str, str] = {}

    def change(consignments: Any) -> None:
        target = guilty(consignments)
        box = next(each for each in target["findings"][0]["evidence"] if each["role"] == "shows")
        changed.update(id=target["id"], indicator=target["findings"][0]["indicator"], **box)
        box[part] = "INV-99" if part == "box" else "something else"

    change_key(pack, change)
    reseal(pack)
    found = differences(pack)
    where = f"v01: {changed['id']}: {changed['indicator']}: "
    assert f"{where}{changed['box']} shows {changed['printed']!r} and is not so in the key" in found
    assert sum("and not so on the papers" in each for each in found) == 1
    assert len(found) == 2


def test_a_verdict_that_was_changed_is_named(pack: Path) -> None:
    lawful = next(each for each in key_of(pack).variants["v02"].consignments if each.verdict == "release")

    def change(consignments: Any) -> None:
        next(each for each in consignments if each["id"] == lawful.id)["verdict"] = "detain"

    change_key(pack, change, "v02")
    reseal(pack)
    assert differences(pack, "v02") == (f"v02: {lawful.id}: the papers come to release, the key says detain",)


def test_a_consignment_taken_out_of_the_key_is_named(pack: Path) -> None:
    change_key(pack, lambda consignments: consignments.pop(2))
    reseal(pack)
    assert differences(pack) == ("v01: C03 is on the desk and not in the key",)


@pytest.mark.parametrize("moved", ["into the void", "onto its neighbours", "to a side that the file does not have"])
def test_a_frame_that_was_moved_is_named(pack: Path, moved: str) -> None:
    box: dict[str, Any] = {}

    def change(truth: Any) -> None:
        bill = next(each for each in truth["documents"] if each["type"] == "bill-of-lading")
        target = next(each for each in bill["boxes"] if each["field"] == "voyage_number")
        x0, y0, x1, y1 = target["frame"]
        if moved == "into the void":
            target["frame"] = [0, 0, 5, 5]
        elif moved == "onto its neighbours":
            target["frame"] = [x0, y0 - 60, x1, y1 - 60]
        else:
            target["page"] = 999
        box.update(document=bill["id"], code=target["box"])

    rewrite(pack / "instructor" / "truth" / "v01.json", change)
    assert any(each.startswith(f"v01: {box['document']}: {box['code']}: ") for each in differences(pack, "v01"))
    assert differences(pack, "v02") == ()


def test_truth_that_says_other_words_than_the_print_is_named(pack: Path) -> None:
    def change(truth: Any) -> None:
        invoice = next(each for each in truth["documents"] if each["type"] == "invoice")
        next(each for each in invoice["boxes"] if each["field"] == "invoice_number")["text"] = "X-1"

    rewrite(pack / "instructor" / "truth" / "v01.json", change)
    (only,) = differences(pack, "v01")
    assert "is printed where truth has 'X-1'" in only


def not_a_pdf(pack: Path) -> str:
    dossiers(pack)[0].write_bytes(b"%PDF-1.4 and then nothing")
    return r"dossier\.pdf: this is not a PDF"


def without_dossier(pack: Path) -> str:
    dossiers(pack)[0].unlink()
    return r"dossier\.pdf: there is no such file"


def without_key(pack: Path) -> str:
    (pack / "instructor" / "key.json").unlink()
    return r"key\.json: there is no such file"


def without_truth(pack: Path) -> str:
    (pack / "instructor" / "truth" / "v02.json").unlink()
    return r"v02\.json: there is no such file"


def newer_key(pack: Path) -> str:
    rewrite(pack / "instructor" / "key.json", lambda key: key.update(format=2))
    return r"key\.json: format: format 2 is newer"


def half_a_key(pack: Path) -> str:
    path = pack / "instructor" / "key.json"
    path.write_bytes(path.read_bytes()[:5000])
    return r"key\.json: this is not JSON"


def a_verdict_of_no_kind(pack: Path) -> str:
    change_key(pack, lambda consignments: consignments[0].update(verdict="guilty"))
    return r"key\.json: .*verdict: .*'guilty'"


def an_unknown_paper(pack: Path) -> str:
    rewrite(pack / "instructor" / "truth" / "v01.json", lambda truth: truth["documents"][0].update(type="menu"))
    return r"v01\.json: contents: there is no document type 'menu'"


def an_unknown_template(pack: Path) -> str:
    rewrite(pack / "instructor" / "truth" / "v01.json", lambda truth: truth["documents"][0].update(template="menu/a"))
    return r"v01\.json: contents: there is no template 'menu/a'"


def a_frame_of_three_numbers(pack: Path) -> str:
    def change(truth: Any) -> None:
        truth["documents"][0]["boxes"][0]["frame"] = [0, 0, 5]

    rewrite(pack / "instructor" / "truth" / "v01.json", change)
    return r"v01\.json: .*frame"


def nobody_for_a_variant(pack: Path) -> str:
    rewrite(pack / "pack.json", lambda data: data.update(trainees=[t for t in data["trainees"] if t["variant"] != "v02"]))
    return r"pack\.json: trainees: nobody has variant v02"


def not_utf8(pack: Path) -> str:
    (pack / "pack.json").write_bytes(b'{"format": 1, "pack": "\xff"}')
    return r"pack\.json: byte 24 is not UTF-8"


UNREADABLE = (
    not_a_pdf,
    without_dossier,
    without_key,
    without_truth,
    newer_key,
    half_a_key,
    a_verdict_of_no_kind,
    an_unknown_paper,
    an_unknown_template,
    a_frame_of_three_numbers,
    nobody_for_a_variant,
    not_utf8,
)


@pytest.mark.parametrize("spoil", UNREADABLE, ids=lambda each: each.__name__)
def test_what_cannot_be_read_is_refused_with_file_and_place(pack: Path, spoil: Callable[[Path], str]) -> None:
    with pytest.raises(BadInput, match=spoil(pack)):
        verify_pack(pack)


def test_a_folder_that_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="there is no such folder; name a pack"):
        verify_pack(tmp_path / "nowhere")
    with pytest.raises(BadInput, match=r"pack\.json: there is no such file"):
        verify_pack(tmp_path)
