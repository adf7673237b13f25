"""Pages with ground truth: boxes on their ink, no key unless asked for, splits that share no page."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from simulator.errors import BadInput
from simulator.research.documents import Shape, document_files
from simulator.research.pages import to_pixels
from simulator.research.splits import Paper, splits

Files = dict[str, bytes]


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
    answers = whole = 0
    for name in [each for each in funsd if each.startswith("annotations/")]:
        image = Image.open(io.BytesIO(funsd[f"images/{Path(name).stem}.png"]))
        assert image.mode == "L"
        form = read(funsd, name)["form"]
        assert [each["id"] for each in form] == list(range(len(form)))
        for each in (one for one in form if one["label"] == "answer"):
            low, _ = image.crop(each["box"]).getextrema()
            assert low < 160, f"{name}: {each['text']!r} stands on blank paper"
            answers += 1
            whole += "".join(word["text"] for word in each["words"]) == "".join(each["text"].split())
    assert answers > 100
    assert whole / answers > 0.98


def test_links_join_a_question_and_an_answer(funsd: Files) -> None:
    pairs = []
    for name in [each for each in funsd if each.startswith("annotations/")]:
        form = read(funsd, name)["form"]
        for each in form:
            for question, answer in each["linking"]:
                assert (form[question]["label"], form[answer]["label"]) == ("question", "answer")
                assert form[question]["box"][1] < form[answer]["box"][1]
                pairs.append((form[question]["text"].upper(), form[answer]["field"]))
    assert any("SHIPPER" in text and field.endswith("/shipper") for text, field in pairs)


def test_the_key_comes_only_when_asked_for(first_hour: Path, funsd: Files) -> None:
    plain = made(first_hour, "funsd")
    assert set(funsd) - set(plain) == {"key.json"}
    assert all(plain[name] == funsd[name] for name in plain)
    words = b"".join(content for name, content in plain.items() if name.endswith(".json"))
    assert not any(each in words for each in (b'"verdict"', b'"findings"', b'"indicator"', b'"role"', b'"planted"'))
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


def test_no_pack_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="there is no such folder"):
        made(tmp_path / "none", "coco")
