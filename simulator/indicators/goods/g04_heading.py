"""An HS code whose heading does not cover the words.

The invoice describes one thing and classes it under a heading of another. Where duties, quotas or permits differ this is
a question of contributions first.

Source: practitioners' knowledge and commercial guides (LOGI); catalogue number G04.
"""

from __future__ import annotations

from simulator.documents import invoice, tariff_extract
from simulator.documents.model import Document, Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.randomness import Stream
from simulator.reference.goods import goods
from simulator.reference.tariff import TariffWords, empty_headings
from simulator.reference.trades import chapters
from simulator.trade.departures import ALL, Departure
from simulator.trade.facts import Consignment, GoodsLine, World
from simulator.wording import is_vague, significant_words

CARD = Card(
    id="G04",
    title=Bilingual("Heading does not cover the words", "La partida no comprende lo descrito"),
    family="goods",
    points_to="revenue",
    strength="moderate",
    seen_by=("comparison",),
    stage="dossier",
    subtleties=(3, 2),
    apart=frozenset({"H20"}),
    explanation=Bilingual(
        "The heading of the stated HS code covers other goods than those described: wrongly classified, with duties to be "
        "settled. By itself this is no matter of rights.",
        "La partida del código del SA declarado comprende otra mercancía que la descrita: clasificación incorrecta, con "
        "contribuciones por aclarar. Por sí solo no es asunto de marcas.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Class one line elsewhere in its own chapter, or in another chapter of the buyer's trade; the words stay."""
    line = stream.below(len(consignment.goods))
    told = consignment.goods[line]
    allowed = {told.hs[:2]} if subtlety == 3 else set(chapters(consignment.buyer_trade)) - {told.hs[:2]}
    offered = [each for each in empty_headings() if each.heading[:2] in allowed and not _shares(told, each)]
    if not offered:
        return None
    return (Departure(CARD.id, consignment.id, ALL, f"goods[{line}].hs", stream.pick(offered).code),)


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Compare each description on the invoice with what the extract says that the heading of its code covers."""
    paper = papers.of(consignment, invoice.TYPE)
    if paper is None:
        return ()
    sights: list[Sight] = []
    for row, code in paper.rows(invoice.GOODS_HS_CODE):
        words = paper.get(invoice.DESCRIPTION, row)
        if words is None or is_vague(words):
            continue
        for page in papers.all(tariff_extract.TYPE):
            for line, heading in page.rows(tariff_extract.TARIFF_HEADING):
                if heading == code[:4] and not significant_words(words) & _covered(page, line):
                    sights += [paper.shows(invoice.GOODS_HS_CODE, row), paper.shows(invoice.DESCRIPTION, row)]
                    sights += [page.against(tariff_extract.WORDS_EN, line), page.against(tariff_extract.WORDS_ES, line)]
                    sights.append(page.identifies(tariff_extract.TARIFF_HEADING, line))
    return tuple(dict.fromkeys(sights))


def _covered(page: Document, line: int) -> frozenset[str]:
    """Return the words in which the extract says, in either language, what a heading covers."""
    english, spanish = page.get(tariff_extract.WORDS_EN, line), page.get(tariff_extract.WORDS_ES, line)
    return significant_words(english or "") | significant_words(spanish or "")


def _shares(told: GoodsLine, heading: TariffWords) -> bool:
    """Tell whether any words for the goods, or the remark behind them, stand in the heading too."""
    covered = significant_words(f"{heading.en} {heading.es}")
    kind = goods()[told.goods]
    said = [told.description, kind.other_words, *((told.quality_note,) if told.quality_note else ())]
    return any(covered & significant_words(words.text(language)) for words in said for language in ("en", "es"))
