"""Write ``lanes.csv``: the lanes of a plan with their distances by sea.

Needs PyPI ``searoute`` 1.6.0 in an environment of its own; the product does not need it at run time:

    python -m venv searoute-venv && searoute-venv/bin/pip install searoute==1.6.0
    searoute-venv/bin/python tools/write_lanes.py --ports simulator/reference/data/ports.csv \\
        --plan tools/lanes_plan.csv --out simulator/reference/data/lanes.csv

Distances are nautical miles of searoute's shortest way (all canals open), rounded to whole miles; the way by a hub is
the sum of its two legs.
"""

from __future__ import annotations

import argparse
import csv
import itertools
from pathlib import Path

import searoute

Place = tuple[float, float]
HEADER = """# Sea lanes with distances in nautical miles, the whole way; days of waiting at the hub.
# Source: distances computed with PyPI searoute 1.6.0 (Apache-2.0) by tools/write_lanes.py; the choice of lanes and
# hubs and the days of waiting are invented for this product.
"""
COLUMNS = ("origin", "destination", "via", "nautical_miles", "hub_days", "main")


def main() -> None:
    """Read ports and plan, write the lanes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--ports", "--plan", "--out"):
        parser.add_argument(name, type=Path, required=True)
    arguments = parser.parse_args()
    places = {row["locode"]: (float(row["longitude"]), float(row["latitude"])) for row in rows(arguments.ports)}
    with arguments.out.open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER)
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for lane in rows(arguments.plan):
            writer.writerow({**lane, "nautical_miles": whole_way(lane, places)})


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file whose first lines are comments."""
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


def whole_way(lane: dict[str, str], places: dict[str, Place]) -> int:
    """Return the length of a lane in nautical miles, by way of its hub where it has one."""
    stops = [places[code] for code in (lane["origin"], lane["via"], lane["destination"]) if code]
    legs = itertools.pairwise(stops)
    return round(sum(searoute.searoute(a, b, units="naut").properties["length"] for a, b in legs))


if __name__ == "__main__":
    main()
