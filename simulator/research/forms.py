"""Pages with ground truth in the shapes that document readers are trained on: FUNSD, COCO, DocILE.

FUNSD: Jaume, G. et al. (2019), https://guillaumejaume.github.io/FUNSD/. COCO: Lin, T.-Y. et al. (2014),
https://cocodataset.org/#format-data. DocILE: Simsa, S. et al. (2023), https://github.com/rossumai/docile.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from simulator.documents.types import document_types
from simulator.formats.truth import TruthBox, TruthDocument
from simulator.research.pages import PageImage, Pixels, Word

Json = dict[str, Any]


def funsd(page: PageImage) -> Json:
    """Return a page as FUNSD: values are answers, their fields' printed names questions, all else stands under other.

    A name is linked to the values below it; links are pairs of ids. Where a name is comes from its place, not from truth.
    """
    form: list[Json] = []
    taken: set[int] = set()
    for paper, box in page.boxes:
        if box.text and box.bbox:
            inside = _inside(page.words, page.pixels(box.frame))
            taken |= inside
            form.append(
                _entity(len(form), box.text, page.pixels(box.bbox), "answer", [page.words[at] for at in sorted(inside)])
            )
            form[-1] |= {"field": f"{paper.type}/{box.field}", "code": box.box, "document": paper.id}
    rest = [word for at, word in enumerate(page.words) if at not in taken]
    for line in _lines(rest):
        text = " ".join(word.text for word in line)
        form.append(_entity(len(form), text, _around([word.box for word in line]), "other", line))
    _link(form, page)
    return {"form": form}


def coco(pages: Sequence[PageImage]) -> Json:
    """Return pages as COCO: a category a field, an annotation a printed box with bbox x, y, width, height in pixels."""
    fields = [(type_.name, field.name) for type_ in document_types().values() for field in type_.fields]
    numbers = {place: number for number, place in enumerate(fields, 1)}
    annotations: list[Json] = []
    for image, page in enumerate(pages, 1):
        for paper, box in page.boxes:
            if box.bbox and (paper.type, box.field) in numbers:
                left, top, right, bottom = page.pixels(box.bbox)
                wide, high = right - left, bottom - top
                annotations.append({
                    "id": len(annotations) + 1, "image_id": image, "category_id": numbers[paper.type, box.field],
                    "bbox": [left, top, wide, high], "area": wide * high, "iscrowd": 0,
                    "text": box.text, "code": box.box, "document": paper.id,
                })  # fmt: skip
    return {
        "info": {"description": "Training specimens of shipping documents; all parties are invented."},
        "images": [
            {"id": number, "file_name": f"images/{page.name}.png", "width": page.width, "height": page.height}
            for number, page in enumerate(pages, 1)
        ],
        "annotations": annotations,
        "categories": [
            {"id": number, "name": "/".join(place), "supercategory": place[0]} for place, number in numbers.items()
        ],
    }


def docile(paper: TruthDocument, pages: Iterable[PageImage]) -> Json:
    """Return a paper as DocILE: boxes as shares of the page (left, top, right, bottom), rows of tables as line items."""
    found: tuple[list[Json], list[Json]] = ([], [])
    names = []
    for number, page in enumerate(each for each in pages if any(paper.id == one.id for one, _ in each.boxes)):
        names.append(f"images/{page.name}.png")
        for one, box in page.boxes:
            if one.id == paper.id and box.text and box.bbox:
                found[box.row is not None].append(_extraction(box, page, number))
    return {
        "metadata": {"document_type": paper.type, "template": paper.template, "images": names, "page_count": len(names)},
        "field_extractions": found[False],
        "line_item_extractions": found[True],
    }


def _extraction(box: TruthBox, page: PageImage, number: int) -> Json:
    left, top, right, bottom = page.pixels(box.bbox or box.frame)
    shares = [left / page.width, top / page.height, right / page.width, bottom / page.height]
    made: Json = {"page": number, "bbox": [round(each, 6) for each in shares], "fieldtype": box.field, "text": box.text}
    return made if box.row is None else {**made, "line_item_id": box.row}


def _entity(id_: int, text: str, box: Pixels, label: str, words: Sequence[Word]) -> Json:
    told = [{"text": word.text, "box": list(word.box)} for word in words]
    return {"id": id_, "text": text, "box": list(box), "label": label, "words": told, "linking": []}


def _inside(words: Sequence[Word], frame: Pixels) -> set[int]:
    """Return the places of words whose middle lies in a frame."""
    left, top, right, bottom = frame
    return {
        at
        for at, word in enumerate(words)
        if left <= (word.box[0] + word.box[2]) / 2 <= right and top <= (word.box[1] + word.box[3]) / 2 <= bottom
    }


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    """Return words that follow each other on one line without a gap wider than they are high."""
    lines: list[list[Word]] = []
    for word in words:
        last = lines[-1][-1].box if lines else None
        high = word.box[3] - word.box[1]
        level = last is not None and min(last[3], word.box[3]) - max(last[1], word.box[1]) > 0
        if last and level and -2 <= word.box[0] - last[2] <= max(high, 8):
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _around(boxes: Sequence[Pixels]) -> Pixels:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _link(form: list[Json], page: PageImage) -> None:
    """Make the nearest line above a value's frame its question, and link the two; values of one column share it.

    Box codes are printed above values too; they are no names. A row may stand far below the head of its column.
    """
    places = {(paper.id, box.box): (page.pixels(box.frame), box.row) for paper, box in page.boxes}
    codes = {box.box for _, box in page.boxes}
    lines = [each for each in form if each["label"] != "answer" and each["text"] not in codes]
    for answer in [each for each in form if each["label"] == "answer"]:
        (left, top, right, _), row = places[answer["document"], answer["code"]]
        reach = 24 if row is None else page.height // 3
        above = [
            each
            for each in lines
            if each["box"][0] < right and each["box"][2] > left and -2 <= top - each["box"][3] <= reach
        ]
        if above:
            question = max(above, key=lambda each: (each["box"][3], -each["box"][0]))
            question["label"] = "question"
            pair = [question["id"], answer["id"]]
            question["linking"].append(pair)
            answer["linking"].append(pair)
