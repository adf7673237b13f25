"""Write ``unit_values.csv``: the observed unit values of the headings that the goods' price bands were set from.

    python tools/write_unit_values.py --table usd_per_kg_by_hs4_baci2021.csv \\
        --goods simulator/reference/data/goods --out simulator/reference/data/unit_values.csv

The table holds quantiles over trade flows by heading (columns h4, flows, p10, p25, p50, p75, p90), made from CEPII
BACI 2021, whose codes are those of HS 1992.
"""

from __future__ import annotations

import argparse
import csv
import tomllib
from pathlib import Path

HEADER = """# Observed unit values by heading (HS 1992), USD of 2021 a net kilogram: quantiles over trade flows.
# Source: CEPII BACI 2021, imports of South Africa and Afghanistan only (Licence Ouverte Etalab 2.0); written by
# tools/write_unit_values.py for the headings that the goods name.
"""
COLUMNS = ("heading", "flows", "p10", "p25", "p50", "p75", "p90")


def main() -> None:
    """Read table and goods, write the rows that the goods name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--table", "--goods", "--out"):
        parser.add_argument(name, type=Path, required=True)
    arguments = parser.parse_args()
    wanted = headings(arguments.goods)
    with arguments.table.open(encoding="utf-8", newline="") as table:
        found = [{"heading": row["h4"], **row} for row in csv.DictReader(table) if row["h4"] in wanted]
    with arguments.out.open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER)
        writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)


def headings(folder: Path) -> set[str]:
    """Return the headings with which the goods' ``price_basis`` begins."""
    files = (tomllib.loads(path.read_text("utf-8")) for path in folder.glob("*.toml"))
    return {kind["price_basis"][:4] for file in files for kind in file["goods"]}


if __name__ == "__main__":
    main()
