"""Write ``air_lanes.csv``: the lanes of a plan with their distances by air.

    python tools/write_air_lanes.py --airports simulator/reference/data/airports.csv \\
        --plan tools/air_lanes_plan.csv --out simulator/reference/data/air_lanes.csv

Distances are great circles on a sphere of the Earth's mean radius (haversine), rounded to whole kilometres; the way by
a hub is the sum of its two legs.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import math
from pathlib import Path

EARTH_KILOMETRES = 6371.0088
"""Mean radius of the Earth (IUGG)."""
Place = tuple[float, float]
HEADER = """# Lanes by air with distances in kilometres, the whole way; hours of waiting at the hub.
# Source: great circles between the places of airports.csv, computed by tools/write_air_lanes.py; the choice of lanes
# and hubs and the hours of waiting are invented for this product.
"""
COLUMNS = ("origin", "destination", "via", "kilometres", "hub_hours", "main")


def main() -> None:
    """Read airports and plan, write the lanes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--airports", "--plan", "--out"):
        parser.add_argument(name, type=Path, required=True)
    arguments = parser.parse_args()
    places = {row["iata"]: (float(row["latitude"]), float(row["longitude"])) for row in rows(arguments.airports)}
    with arguments.out.open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER)
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for lane in rows(arguments.plan):
            writer.writerow({**lane, "kilometres": whole_way(lane, places)})


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file whose first lines are comments."""
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


def whole_way(lane: dict[str, str], places: dict[str, Place]) -> int:
    """Return the length of a lane in kilometres, by way of its hub where it has one."""
    stops = [places[code] for code in (lane["origin"], lane["via"], lane["destination"]) if code]
    return round(sum(great_circle(a, b) for a, b in itertools.pairwise(stops)))


def great_circle(one: Place, other: Place) -> float:
    """Return the kilometres between two places (degrees north and east) over the ground."""
    (north, east), (other_north, other_east) = (map(math.radians, place) for place in (one, other))
    half = math.sin((other_north - north) / 2) ** 2
    half += math.cos(north) * math.cos(other_north) * math.sin((other_east - east) / 2) ** 2
    return 2 * EARTH_KILOMETRES * math.asin(math.sqrt(half))


if __name__ == "__main__":
    main()
