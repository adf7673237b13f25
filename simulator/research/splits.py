"""Which papers to train on and which to test on: at random, and by house styles that were never seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simulator.randomness import Stream

TEST_SHARE = 0.2
"""Share of the sheets that are drawn for the test at random (rounded, at least one where there are two)."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper to be split: its id, type, house style, and the pages on which it stands.

    ``content`` is a digest of what it says: papers that say the same in several variants are drawn together.
    """

    id: str
    type: str
    template: str
    pages: tuple[str, ...]
    content: str = ""


def splits(pack: str, papers: Iterable[Paper]) -> dict[str, dict[str, list[str]]]:
    """Return ``random`` and ``held_out_house_style``: each with documents and pages of train and test.

    Papers that share a page or say the same are drawn together, so that nothing is in both. Drawn from the pack's public
    id, so equal packs are split alike. A held-out style is one of each document type that has at least two;
    ``types_of_one_style`` are trained on alone.
    """
    known = tuple(papers)
    sheets = _sheets(known)
    order = Stream(pack, "splits", "random").shuffled(sorted(sheets))
    count = min(max(1, round(TEST_SHARE * len(order))), len(order) - 1)
    drawn = {each.id for name in order[:count] for each in sheets[name]}
    by_type = _styles(known)
    styles = _held_out(pack, by_type)
    held = {each.id for papers_ in sheets.values() if any(one.template in styles for one in papers_) for each in papers_}
    return {
        "random": _sides(known, drawn),
        "held_out_house_style": {
            **_sides(known, held),
            "styles": sorted(styles),
            "types_of_one_style": sorted(type_ for type_, found in by_type.items() if len(found) == 1),
        },
    }


def held_out_sentence(split: Mapping[str, list[str]]) -> str:
    """Return what a split by house styles holds, in one sentence."""
    styles, alone = split["styles"], split["types_of_one_style"]
    if not styles:
        return "held out: nothing, as each kind of paper has but one house style here; add packs, or split at random"
    kept = f"; of one style, and so never in the test: {', '.join(alone)}" if alone else ""
    return f"held out: {len(split['test'])} papers in the house styles {', '.join(styles)}{kept}"


def _sheets(papers: Iterable[Paper]) -> Mapping[str, list[Paper]]:
    """Return papers by the first page of those that are bound together, by shared pages or by equal content."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while (above := parent.setdefault(name, name)) != name:
            name = above
        return name

    sheets: dict[str, list[Paper]] = defaultdict(list)
    known = tuple(papers)
    for paper in known:
        for each in (*paper.pages, *((f"={paper.content}",) if paper.content else ())):
            parent[root(each)] = root(paper.pages[0])
    for paper in known:
        sheets[root(paper.pages[0])].append(paper)
    return sheets


def _styles(papers: Iterable[Paper]) -> dict[str, set[str]]:
    styles: dict[str, set[str]] = defaultdict(set)
    for paper in papers:
        styles[paper.type].add(paper.template)
    return styles


def _held_out(pack: str, styles: Mapping[str, set[str]]) -> set[str]:
    stream = Stream(pack, "splits", "style")
    return {stream.at(type_).pick(sorted(found)) for type_, found in styles.items() if len(found) > 1}


def _sides(papers: Iterable[Paper], test: set[str]) -> dict[str, list[str]]:
    sides: dict[str, list[str]] = {"train": [], "test": [], "train_pages": [], "test_pages": []}
    for paper in papers:
        side = "test" if paper.id in test else "train"
        sides[side].append(paper.id)
        sides[f"{side}_pages"] += [page for page in paper.pages if page not in sides[f"{side}_pages"]]
    return sides
