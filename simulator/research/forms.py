"""Pages with ground truth in the shapes that finders of fields are trained on: COCO and DocILE.

COCO: Lin, T.-Y. et al. (2014), https://cocodataset.org/#format-data. DocILE: Simsa, S. et al. (2023),
https://github.com/rossumai/docile.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from simulator.documents.types import document_types
from simulator.formats.truth import TruthBox, TruthDocument
from simulator.research.pages import PageImage

Json = dict[str, Any]


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
