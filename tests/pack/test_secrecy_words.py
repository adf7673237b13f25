"""Nothing under ``trainee/`` names what only an instructor may know: not in print, in metadata, or in a file's bytes."""

from __future__ import annotations

import csv
import io
import re
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from pack.making import SCENARIOS, SEED, generate, hashes, index, key_of, shipped, streams
from simulator.indicators.catalogue import catalogue
from simulator.pack.generate import generate_pack
from simulator.pack.worked_example import solved_example
from simulator.reference.tables import DATA
from simulator.shipped import shipped_folder

WORDS = (
    *("planted", "plant", "verdict", "signal", "slot", "variant", "look-alike", "lookalike", "twin"),
    *("indicator", "seed", "difficulty", "subtlety", "answer key", "false alarm"),
    *("sembrado", "plantado", "variante", "señal", "semilla", "gemelo", "dificultad", "sutileza"),
)
"""Words of the instructor's side in both languages."""
OF_THE_BRIEFING = {"first-hour": {"answer key"}, "monterrey": set()}
"""What the briefing says itself: which file the printed seal belongs to."""


@pytest.fixture(params=SCENARIOS)
def pack(request: pytest.FixtureRequest, first_hour: Path, monterrey: Path) -> Path:
    return {"first-hour": first_hour, "monterrey": monterrey}[request.param]


@cache
def everything_in(path: Path) -> str:
    """All that can be read out of a file: print, metadata, every stream that is text, the bytes outside streams."""
    content = path.read_bytes()
    if path.suffix == ".csv":
        return content.decode()
    document = pypdfium2.PdfDocument(content)
    printed = [page.get_textpage().get_text_bounded() for page in document]
    readable = [each.decode("latin-1") for each in streams(content) if each.isascii()]
    bare = re.sub(rb"stream\r?\n.*?endstream", b"", content, flags=re.DOTALL).decode("latin-1")
    bookmarks = [each.get_title() for each in document.get_toc()]
    return "\n".join([*printed, *readable, bare, *document.get_metadata_dict().values(), *bookmarks])


def files(pack: Path) -> list[Path]:
    return sorted(path for path in (pack / "trainee").rglob("*") if path.is_file())


def test_no_word_of_the_instructors_side(pack: Path) -> None:
    for path in files(pack):
        text = " ".join(everything_in(path).split()).casefold()
        allowed = OF_THE_BRIEFING[index(pack).scenario] if path.name == "briefing.pdf" else set()
        # A pack that is for practice says so, and why; this one is not.
        found = {word for word in WORDS if re.search(rf"\b{word}s?\b", text)} - allowed
        assert not found, f"{path.name}: {found}"


def test_no_data_or_template_has_such_a_word_to_print() -> None:
    """Goods and labels that a pack of the tests does not happen to draw must not have one either."""
    secret = re.compile(rf"\b({'|'.join(WORDS)})s?\b", re.IGNORECASE)
    paths = [*DATA.rglob("*.toml"), *DATA.rglob("*.csv"), *shipped_folder("templates").rglob("*.toml")]
    lines = [line for path in paths for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert len(lines) > 5000
    assert not [line for line in lines if secret.search(line)]


def test_no_slot_variant_indicator_or_seed(pack: Path) -> None:
    key = key_of(pack)
    slots = {each.slot for variant in key.variants.values() for each in variant.consignments}
    items = {each.item for variant in key.variants.values() for each in variant.consignments}
    told = {*slots, *items, *key.variants, *catalogue(), "S00", "worked-example", index(pack).content_sha256}
    assert len(told) > 20
    secret = re.compile("|".join(rf"(?<![\w-]){re.escape(each)}(?![\w-])" for each in sorted(told)), re.IGNORECASE)
    for path in files(pack):
        text = everything_in(path)
        # A group of the class may be called as an indicator is; the label before it says which is meant.
        assert not secret.findall(re.sub(r"\b(?:Group|Grupo)\s+G[0-9]{2}\b", "", text)), path.name
        assert SEED not in text
        assert SEED.encode().hex() not in text


def test_the_briefing_shows_sixteen_digits_of_the_keys_digest_and_no_more(pack: Path) -> None:
    whole = index(pack).key_sha256
    text = everything_in(pack / "trainee" / "briefing.pdf")
    assert whole[:16] in text
    assert whole[:17] not in text
    assert not any(whole[:16] in everything_in(path) for path in files(pack) if path.name != "briefing.pdf")


def test_folders_and_files_are_those_of_the_contract_and_nothing_else(pack: Path) -> None:
    own = ("answer-form.pdf", "answer-sheet.pdf", "answers.csv", "dossier.pdf")
    nobodys = ("answer-form.pdf", "answer-sheet.pdf", "answer-sheet-large.pdf", "box-codes.pdf")
    wanted = {f"trainee/{each.id}/{name}" for each in index(pack).trainees for name in own}
    wanted |= {f"trainee/_blank/{name}" for name in nobodys}
    wanted |= {"trainee/briefing.pdf", "trainee/_print/answer-sheets.pdf"}
    given = {name for name in hashes(pack) if name.startswith("trainee/")}
    assert given == wanted
    assert index(pack).files == {name: digest for name, digest in hashes(pack).items() if name in given}


def test_files_have_one_title_a_kind_and_no_other_metadata(pack: Path) -> None:
    titles: dict[str, set[str]] = {}
    for path in files(pack):
        if path.suffix == ".pdf":
            info = pypdfium2.PdfDocument(path).get_metadata_dict()
            titles.setdefault(path.name, set()).add(info.pop("Title"))
            if path.name == "answer-form.pdf":  # which pack and whose it is, as printed below every page
                whose = "" if path.parent.name == "_blank" else path.parent.name
                assert info.pop("Keywords") == f"DIS-FORM1/{index(pack).pack}/{whose}"
            assert set(info.values()) <= {"", "simulator", "D:20000101000000+00'00'"}, path.name
            assert b"/Metadata" not in path.read_bytes(), path.name
    assert all(len(each) == 1 for each in titles.values())


def test_empty_answers_hold_the_consignments_in_their_order_and_nothing_else(pack: Path) -> None:
    key = key_of(pack)
    for each in index(pack).trainees:
        content = (pack / "trainee" / each.id / "answers.csv").read_text(encoding="utf-8")
        header, *rows = csv.reader(io.StringIO(content))
        ids = [solved.id for solved in key.variants[each.variant].consignments]
        assert header == ["trainee", "consignment", "decision", "confidence", "flags", "reasons", "refer_to", "minutes"]
        assert rows == [[each.id, id_, *[""] * 6] for id_ in ids]
        assert ids == [f"C{place:02d}" for place in range(1, len(ids) + 1)]


def test_those_who_share_a_variant_have_the_same_papers_and_others_do_not(pack: Path) -> None:
    by_variant: dict[str, set[bytes]] = {}
    for each in index(pack).trainees:
        by_variant.setdefault(each.variant, set()).add((pack / "trainee" / each.id / "dossier.pdf").read_bytes())
    assert all(len(dossiers) == 1 for dossiers in by_variant.values())
    assert len(set().union(*by_variant.values())) == len(by_variant)


def test_the_index_has_no_material_of_the_key(pack: Path) -> None:
    text = (pack / "pack.json").read_text(encoding="utf-8")
    key = key_of(pack)
    consignments = [each for variant in key.variants.values() for each in variant.consignments]
    secrets = {SEED, *(each.item for each in consignments), *(f'"{each.slot}"' for each in consignments)}
    secrets |= {"verdict", "finding", "release", "detain", "evidence", *(f'"{each}"' for each in catalogue())}
    without_groups = re.sub(r'"group": ?"G[0-9]{2}"', "", text)
    assert not [each for each in secrets if each in without_groups]
    assert "instructor/" not in text


def test_the_index_says_whether_the_seed_can_be_guessed(tmp_path: Path) -> None:
    scenario = shipped("first-hour", trainees=1)
    for seed, given, practice in (("x" * 15, True, True), ("x" * 16, True, False), ("short", False, False)):
        made = generate_pack(tmp_path / f"{len(seed)}{given}", scenario, seed, given=given)
        assert made.pack.practice is practice


def test_the_order_of_consignments_is_another_in_every_variant(tmp_path: Path) -> None:
    scenario = shipped("first-hour", trainees=6, variants="trainee")
    key = key_of(generate(tmp_path / "pack", scenario, SEED))
    orders = [[each.slot for each in variant.consignments] for variant in key.variants.values()]
    assert len({tuple(order) for order in orders}) > 3
    # Where signals stand is drawn: no place of the dossier has them in every variant.
    signals = [[each.verdict in ("examine", "detain") for each in variant.consignments] for variant in key.variants.values()]
    assert not any(all(column) for column in zip(*signals, strict=True))


@pytest.mark.parametrize("seed", ["one", "other"])
def test_the_worked_example_is_no_consignment_of_the_class(seed: str, tmp_path: Path) -> None:
    scenario = shipped("first-hour", trainees=2, variants=2)
    example = solved_example(scenario, seed).solution
    solved = [each for v in key_of(generate(tmp_path / "pack", scenario, seed)).variants.values() for each in v.consignments]
    assert example.item not in {each.item for each in solved}
    numbers = {document.number for each in solved for document in each.documents if document.document.startswith(each.id)}
    assert not numbers & {each.number for each in example.documents if each.document.startswith(example.id)}
