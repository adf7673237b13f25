"""The data set's card: what is in it, how it came about, of whom it speaks, what it cannot tell."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.research.croissant import KEYS
from simulator.research.dictionary import TABLES, Column, dictionary
from simulator.research.naming import DESCRIPTION, NAME, Naming
from simulator.research.tables import Tables

_TYPES = {
    "text": "text",
    "level": "one of the words named",
    "flag": "1 or 0; in Parquet true or false",
    "integer": "a whole number",
    "number": "a number with a decimal point",
    "list": "words with blanks between; in Parquet a list",
}


_IDS = {
    False: """Ids of respondents and groups are those of the class's
roster: whoever has the roster can tell whose answers these are, so treat them as pseudonymous personal data.""",
    True: """Ids of respondents, groups and variants are
codes that only who has a roster and the secret can make again; treat them as pseudonymous personal data all the same.""",
}


def card(tables: Tables, files: Iterable[str], naming: Naming, *, hidden: bool = False) -> str:
    """Return the card as Markdown, with every column of every table; ``hidden`` tells whether ids are codes."""
    packs = sorted({row["pack"] for row in tables["items"]})
    scenarios = sorted({row["scenario"] for row in tables["items"] if row["scenario"]})
    rows = "\n".join(
        f"| {name} | {len(tables[name])} | {len(dictionary().of(name))} | {', '.join(KEYS[name])} |" for name in TABLES
    )
    return f"""# {NAME}
{DESCRIPTION}

| table | rows | columns | key |
|---|---:|---:|---|
{rows}

Packs: {", ".join(packs)}. Scenarios: {", ".join(scenarios) or "not named in these grades"}. Files: {", ".join(files)}.
Licence: {naming.licence}. Published: {naming.published or "not stated"}.

## How to cite
{naming.cite}

## How it came about
The papers are training specimens made by the document inspection simulator: parties, brands and shipments are invented.
Respondents decided on each consignment and flagged boxes; both were graded against the pack's key with the scoring of the
folders of grades, which is not in here. Join `responses` to `items` by pack, variant and consignment, to `trainees` by pack
and trainee, and `flags` to `responses` by pack, trainee and consignment. A consignment that was flagged and not decided on
is unanswered: it has flags, and an empty decision.

## Persons
Names, and what respondents typed in their own words, are not in here. {_IDS[hidden]} Equal ids in two packs are one person
only where both classes had one roster.

## Limits
With a variant for each respondent a consignment is answered once, so its own difficulty cannot be told from its slot's.
Whether respondents were people or simulated stands nowhere in grades; ask whoever made them.
`items` holds verdicts and indicators, that is, the key: do not hand it to a class that is still to answer the pack.

## Columns
Types: {"; ".join(f"{name}: {told}" for name, told in _TYPES.items())}.
CSV is UTF-8 with a header; Parquet has null for empty cells, and an empty list for an empty cell of lists. The same stands
in `dictionary.csv`.

{_columns()}"""


def _columns() -> str:
    return "\n".join(
        f"### {table}\n| column | type | unit or values | meaning | empty means |\n|---|---|---|---|---|\n"
        + "".join(_row(each) for each in dictionary().of(table))
        for table in TABLES
    )


def _row(column: Column) -> str:
    return f"| {column.column} | {column.type} | {column.unit} | {column.meaning} | {column.blank or 'never empty'} |\n"
