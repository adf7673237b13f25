"""The instructor's key of one variant: an overview, then each consignment with its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.documents.types import document_types
from simulator.formats.key import Bilingual, Evidence, Finding, KeyConsignment, KeyVariant
from simulator.formats.vocabulary import Language, Paper
from simulator.pack.texts.loader import pack_texts
from simulator.render.flow import flow_pdf
from simulator.render.flow_blocks import Block, Bullets, Gap, Heading, NewPage, Paragraph
from simulator.render.flow_table import Column, Row, Table
from simulator.render.flow_text import Run

_TELLING = ("shows", "against", "follows")
"""Roles in the order in which one looks at them; what only identifies proves nothing."""


@dataclass(frozen=True, slots=True)
class _Teller:
    """The key's words in one language, with the indicators' titles."""

    language: Language
    titles: Mapping[str, Bilingual]

    def say(self, key: str, **values: object) -> str:
        return pack_texts("key_pages").get(key, self.language, **values)

    def word(self, key: str) -> str:
        return pack_texts("words").get(key, self.language)

    def title(self, indicator: str) -> str:
        """Return the indicator's title, its id where the catalogue has none."""
        found = self.titles.get(indicator)
        return found.text(self.language) if found else indicator

    def named(self, finding: Finding) -> str:
        """Return title and id, the id alone where the catalogue has no title."""
        title = self.title(finding.indicator)
        return title if title == finding.indicator else f"{title} ({finding.indicator})"


def key_pdf(
    variant_id: str,
    key_variant: KeyVariant,
    language: Language,
    paper: Paper,
    pack_id: str,
    seal: str,
    scenario_title: str,
    titles: Mapping[str, Bilingual],
) -> bytes:
    """Return one variant's key on paper; ``titles`` maps an indicator's id to its title."""
    teller = _Teller(language, titles)
    texts = pack_texts("key_pages")
    head = texts.rich("head", language, scenario=scenario_title, variant=variant_id, pack=pack_id, seal=seal)
    blocks: list[Block] = [
        Heading(f"{teller.say('title')} · {variant_id}", 1),
        Paragraph(head, before=0.0),
        Paragraph(teller.say("for_instructor"), bold=True),
        _overview(key_variant, teller),
        Gap(4.0),
        Bullets(texts.all_of("how", language), size=8.0),
    ]
    blocks.append(NewPage())
    for consignment in key_variant.consignments:
        blocks.extend(_consignment(consignment, teller))
    label = f"{pack_id} · {teller.say('title')} · {variant_id}"
    return flow_pdf(blocks, language=language, paper=paper, title=f"{teller.say('title')} {variant_id}", label=label)


def _overview(variant: KeyVariant, teller: _Teller) -> Table:
    columns = (
        Column(teller.say("consignment"), 1.25),
        Column(teller.say("verdict"), 1.6),
        Column(teller.say("findings"), 4.2),
        Column(teller.say("look_alikes"), 3.4),
    )
    rows = tuple(
        (
            (Run(each.id, bold=True),),
            teller.word(f"short.{each.verdict}"),
            "\n".join(f"{teller.named(finding)}, {_strength(finding, teller)}" for finding in each.findings) or "–",
            "\n".join(teller.named(finding) for finding in each.look_alikes) or "–",
        )
        for each in variant.consignments
    )
    return Table(columns, rows, before=8.0)


def _strength(finding: Finding, teller: _Teller) -> str:
    return teller.word(f"strength.{finding.strength}") if finding.strength else teller.word("points_to.innocent")


def _consignment(consignment: KeyConsignment, teller: _Teller) -> list[Block]:
    short, whole = (teller.word(f"{key}.{consignment.verdict}") for key in ("short", "decision"))
    verdict = Paragraph((Run(f"{teller.say('verdict')}: ", bold=True), Run(whole)), before=0.0)
    blocks: list[Block] = [
        Heading(f"{consignment.id} · {short}", 2),
        *([verdict] if whole != short else []),
        Paragraph((Run(f"{teller.say('documents')}: ", bold=True), Run(_papers(consignment, teller))), size=8.0),
    ]
    if not consignment.findings:
        blocks.append(Paragraph(teller.say("no_findings")))
    for finding in consignment.findings:
        blocks.extend(_finding(finding, teller.named(finding), teller))
    for look_alike in consignment.look_alikes:
        title = teller.say("why_lawful", title=teller.title(look_alike.indicator), id=look_alike.indicator)
        blocks.extend(_finding(look_alike, title, teller))
    return blocks


def _papers(consignment: KeyConsignment, teller: _Teller) -> str:
    parts = []
    for paper in consignment.documents:
        role = f" ({teller.word(f'document_role.{paper.role}')})" if paper.role else ""
        parts.append(f"{_paper_name(paper.document, teller)}{role} {paper.number}".rstrip())
    return "; ".join(parts)


def _paper_name(document: str, teller: _Teller) -> str:
    """Return the title of the type that a truth id ends in or contains, the id itself where it names none."""
    named = [type_ for name, type_ in document_types().items() if name in document]
    return max(named, key=lambda type_: len(type_.name)).title.text(teller.language) if named else document


def _finding(finding: Finding, title: str, teller: _Teller) -> list[Block]:
    blocks: list[Block] = [Heading(title, 3)]
    if finding.strength:
        blocks.append(Paragraph(_facts(finding, teller), size=8.0, before=0.0, grey=0.25, keep=True))
    blocks.append(Paragraph(finding.explanation.text(teller.language), keep=bool(finding.evidence)))
    return [*blocks, *evidence_blocks(finding, teller.language)]


def _facts(finding: Finding, teller: _Teller) -> str:
    facts = teller.say(
        "facts",
        strength=_strength(finding, teller),
        points_to=teller.word(f"points_to.{finding.points_to}"),
        family=teller.word(f"family.{finding.family}"),
        seen_by=", ".join(teller.word(f"seen_by.{way}") for way in finding.seen_by),
        stage=teller.word(f"stage.{finding.stage}"),
    )
    return facts if finding.planted else f"{facts} · {teller.say('not_planted')}"


def evidence_blocks(finding: Finding, language: Language) -> list[Block]:
    """Print what shows the finding first; the boxes that only tie papers together are one line below the table."""
    teller = _Teller(language, {})
    columns = (
        Column(teller.say("box"), 1.3),
        Column(teller.say("role"), 1.3),
        Column(teller.say("printed"), 3.4),
        Column(teller.say("expected" if finding.strength else "plainer"), 3.4),
    )
    telling = [each for role in _TELLING for each in finding.evidence if each.role == role]
    tying = dict.fromkeys(each.box for each in finding.evidence if each.role not in _TELLING)
    blocks: list[Block] = []
    if telling:
        rows = tuple(_evidence_row(each, teller) for each in telling)
        blocks.append(Table(columns, rows, size=7.5, before=2.0, keep=bool(tying)))
    if tying:
        blocks.append(Paragraph(teller.say("tying", boxes=", ".join(tying)), size=7.5, grey=0.25, before=2.0))
    return blocks


def _evidence_row(each: Evidence, teller: _Teller) -> Row:
    return (
        (Run(each.box, bold=True),),
        teller.word(f"role.{each.role}"),
        each.printed or teller.say("empty"),
        teller.say("same") if each.expected == each.printed else each.expected or "–",
    )
