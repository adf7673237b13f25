"""Pages with ground truth: boxes on their ink, no key unless asked for, splits that share no page."""

from __future__ import annotations

import io
import json
import re
import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pack.making import SEED, copied, generate, shipped
from PIL import Image

from simulator.errors import BadInput
from simulator.research.documents import Shape, document_files
from simulator.research.pages import to_pixels
from simulator.research.splits import Paper, held_out_sentence, splits

Files = dict[str, bytes]
NAMED = {
    "bill-of-lading/shipper": "SHIPPER", "manifest/consignee": "CONSIGNEE", "manifest/notify_party": "NOTIFY",
    "manifest/voyage_number": "V", "invoice/invoice_total": "USD", "invoice/unit_price": "USD", "price-guide/hs_code": "HS",
}  # fmt: skip


def made(pack: Path, shape: Shape, *, with_key: bool = False) -> Files:
    return dict(document_files(pack, shape, with_key=with_key))


@pytest.fixture(scope="module")
def funsd(first_hour: Path) -> Files:
    return made(first_hour, "funsd", with_key=True)


def read(files: Files, name: str) -> Any:
    return json.loads(files[name])


def test_points_become_pixels_from_the_top_left() -> None:
    # 72 points are 100 pixels; a page of 850 x 1100.
    assert to_pixels((72, 720, 144, 756), 850, 1100) == (100, 50, 200, 100)
    assert to_pixels((0, 0, 0.1, 0.1), 850, 1100) == (0, 1099, 1, 1100)


def test_answers_lie_on_ink_and_their_words_are_their_text(funsd: Files) -> None:
    answers = 0
    for name in [each for each in funsd if each.startswith("annotations/")]:
        image = Image.open(io.BytesIO(funsd[f"images/{Path(name).stem}.png"]))
        assert image.mode == "L"
        form = read(funsd, name)["form"]
        assert [each["id"] for each in form] == list(range(len(form)))
        for each in (one for one in form if one["label"] == "answer"):
            low, _ = image.crop(each["box"]).getextrema()
            assert low < 160, f"{name}: {each['text']!r} stands on blank paper"
            assert "".join(word["text"] for word in each["words"]) == "".join(each["text"].split()), name
            answers += 1
    assert answers > 100


def test_no_ink_of_a_word_is_cut_off_at_its_box(funsd: Files) -> None:
    """Two pixels around a typed word of an answer nothing dark stands, unless a rule or another word does."""
    cut = words = 0
    for name in [each for each in funsd if each.startswith("annotations/")][8:16]:
        image = Image.open(io.BytesIO(funsd[f"images/{Path(name).stem}.png"]))
        for each in (one for one in read(funsd, name)["form"] if one["label"] == "answer"):
            for word in each["words"]:
                left, _, right, bottom = word["box"]
                low, _ = image.crop((left, bottom + 1, right, bottom + 2)).getextrema()
                words += 1
                cut += low < 60
    assert words > 200
    assert cut / words < 0.02


def test_each_word_is_of_one_entity(funsd: Files) -> None:
    for name in [each for each in funsd if each.startswith("annotations/")]:
        words = [(*word["box"], word["text"]) for each in read(funsd, name)["form"] for word in each["words"]]
        assert len(words) == len(set(words)), name


def test_links_join_the_printed_name_of_a_box_to_what_stands_in_it(funsd: Files) -> None:
    pairs: dict[str, set[str]] = {}
    unlinked = answers = 0
    for name in [each for each in funsd if each.startswith("annotations/")]:
        form = read(funsd, name)["form"]
        for each in form:
            for question, answer in each["linking"]:
                assert (form[question]["label"], form[answer]["label"]) == ("question", "answer")
                asked, told = form[question]["box"], form[answer]["box"]
                assert asked[1] < told[1] or asked[2] <= told[0] + 5, "a name stands above its box, or left of it"
                pairs.setdefault(form[answer]["field"], set()).add(form[question]["text"].upper())
            if each["label"] == "answer":
                answers += 1
                unlinked += not each["linking"]
    assert unlinked / answers < 0.03
    for field, word in NAMED.items():
        assert all(word in text for text in pairs[field]), (field, pairs[field])


def test_without_the_key_everything_comes_from_what_is_handed_out(first_hour: Path, funsd: Files, tmp_path: Path) -> None:
    pack = copied(first_hour, tmp_path / "pack")
    for path in (pack / "instructor").iterdir():
        if path.name != "truth":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    plain = made(pack, "funsd")
    assert plain == {name: content for name, content in funsd.items() if name != "key.json"}
    words = b"".join(content for name, content in plain.items() if name.endswith(".json"))
    assert not any(each in words for each in (b'"verdict"', b'"findings"', b'"indicator"', b'"role"', b'"planted"'))
    names = {name.split("/")[-1].split(".")[0] for name in funsd}
    assert all(re.fullmatch(r"v\d\d-dossier-p\d{3}", each) for each in names - {"splits", "key"})
    split = read(funsd, "splits.json")
    ids = split["random"]["train"] + split["random"]["test"]
    assert all(
        re.fullmatch(r"v\d\d-(C\d\d-(bill-of-lading|air-waybill|invoice|packing-list)|[a-z-]+(\d+)?)", each) for each in ids
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("scenario", "language"),
    [("monterrey", "es"), ("monterrey", "en"), ("air-warehouse", "es"), ("sea-only-hard", "en"), ("low-prevalence", "es"),
     ("everything-clean", "en")],
)  # fmt: skip
def test_words_and_names_are_right_on_the_papers_of_every_scenario(scenario: str, language: str, tmp_path: Path) -> None:
    chosen = msgspec.structs.replace(shipped(scenario, trainees=1), language=language)
    files = made(generate(tmp_path / "pack", chosen, SEED), "funsd")
    answers = unlinked = 0
    for name in [each for each in files if each.startswith("annotations/")]:
        form = read(files, name)["form"]
        words = [(*word["box"], word["text"]) for each in form for word in each["words"]]
        assert len(words) == len(set(words)), name
        for each in (one for one in form if one["label"] == "answer"):
            assert "".join(word["text"] for word in each["words"]) == "".join(each["text"].split()), name
            assert len(each["linking"]) <= 1, "a value has one name"
            answers += 1
            unlinked += not each["linking"]
    assert answers > 500
    assert unlinked / answers < 0.03


def test_the_key_has_boxes_on_the_pages(funsd: Files) -> None:
    rows = [row for each in read(funsd, "key.json")["documents"] for row in each["boxes"]]
    assert {row["role"] for row in rows} >= {"shows"}
    assert all(f"images/{row['page']}.png" in funsd for row in rows)


def test_coco_and_docile_speak_of_the_same_boxes(first_hour: Path) -> None:
    coco = read(made(first_hour, "coco"), "annotations.json")
    sizes = {each["id"]: (each["width"], each["height"]) for each in coco["images"]}
    for each in coco["annotations"]:
        left, top, wide, high = each["bbox"]
        width, height = sizes[each["image_id"]]
        assert 0 <= left <= left + wide <= width
        assert 0 <= top <= top + high <= height
        assert each["area"] == wide * high > 0
    assert {each["category_id"] for each in coco["annotations"]} <= {each["id"] for each in coco["categories"]}
    files = made(first_hour, "docile")
    papers = [read(files, name) for name in files if name.startswith("annotations/")]
    found = [row for paper in papers for row in paper["field_extractions"] + paper["line_item_extractions"]]
    assert len(found) == sum(1 for each in coco["annotations"] if each["text"])
    assert all(0 <= row["bbox"][0] < row["bbox"][2] <= 1 and 0 <= row["bbox"][1] < row["bbox"][3] <= 1 for row in found)
    assert all("line_item_id" in row for paper in papers for row in paper["line_item_extractions"])


def test_no_page_and_no_held_out_style_is_on_both_sides() -> None:
    papers = [Paper(f"D{at}", "invoice", f"invoice/{'ab'[at % 2]}", (f"p{at}",)) for at in range(20)]
    papers += [Paper("K1", "card", "card/x", ("p50",)), Paper("K2", "card", "card/x", ("p50",))]
    found = splits("PACK1", papers)
    assert found == splits("PACK1", papers)
    for split in found.values():
        assert not set(split["train"]) & set(split["test"])
        assert not set(split["train_pages"]) & set(split["test_pages"])
        assert len(split["train"]) + len(split["test"]) == len(papers)
    held = found["held_out_house_style"]
    assert {paper.template for paper in papers if paper.id in held["test"]} == set(held["styles"])
    assert len(held["styles"]) == 1
    assert held["types_of_one_style"] == ["card"]
    assert held_out_sentence(held).endswith(
        f"in the house styles {held['styles'][0]}; of one style, and so never in the test: card"
    )


def test_papers_that_say_the_same_or_hang_together_by_a_third_are_drawn_together() -> None:
    papers = [Paper("A", "card", "card/x", ("p1",)), Paper("B", "card", "card/x", ("p2",)),
              Paper("C", "card", "card/x", ("p2", "p1"))]  # fmt: skip
    papers += [Paper(f"v{at}-guide", "guide", "guide/x", (f"g{at}",), "the same") for at in range(3)]
    for number in range(20):
        for side in ("train", "test"):
            drawn = set(splits(f"PACK{number}", papers)["random"][side])
            assert drawn in ({"A", "B", "C"}, {"v0-guide", "v1-guide", "v2-guide"})


def test_a_split_by_styles_that_cannot_be_made_says_so() -> None:
    held = splits("PACK1", [Paper(f"D{at}", "invoice", "invoice/a", (f"p{at}",)) for at in range(4)])["held_out_house_style"]
    assert (held["test"], held["styles"]) == ([], [])
    assert held_out_sentence(held).startswith("held out: nothing, as each kind of paper has but one house style")


def test_no_pack_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="there is no such folder"):
        made(tmp_path / "none", "coco")
