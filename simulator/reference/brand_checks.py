"""What must hold of one brand's file: its cross references, its licensees' numbers, its prices."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from simulator.numbers import is_rfc
from simulator.reference.companies import tax_letters
from simulator.reference.goods import goods
from simulator.reference.lanes import lanes
from simulator.reference.ports import ports
from simulator.reference.states import check_place
from simulator.reference.tables import fault, keyed, require

if TYPE_CHECKING:
    from simulator.reference.brands import Brand, BrandLine, Licensee

LAST_FOUNDATION = 7
"""Companies of a scenario of 2009 were founded by 2007 (two digits of the year; 50 and above are 19xx)."""


def check_brand(brand: Brand, path: Path, folder: Path) -> None:
    """Raise ``BrokenData`` where a brand disagrees with itself or with the other data files."""
    for line in brand.lines:
        _check_line(line, path, folder)
    for licensee in brand.licensees:
        _check_licensee(licensee, path, folder)
    _check_makers(brand, path, folder)
    _check_lanes(brand, path, folder)


def _check_line(line: BrandLine, path: Path, folder: Path) -> None:
    kind = goods(folder).get(line.goods)
    if kind is None:
        raise fault(path, line.goods, "there are no such goods")
    require(kind.brandable, path, line.goods, "these goods are not brandable")
    require(1.2 <= line.price_cents[1] / line.price_cents[0] <= 3, path, line.goods, "the band is not 1.2 to 3 wide")
    require(line.price_cents[0] >= kind.price_cents[0], path, line.goods, "it is cheaper than a plain one")
    require(len(set(line.models)) == len(line.models), path, line.goods, "a model stands here twice")


def _check_licensee(licensee: Licensee, path: Path, folder: Path) -> None:
    place, letters = licensee.name, tax_letters(licensee.name)
    require(is_rfc(licensee.rfc), path, place, f"the check character of RFC {licensee.rfc} is wrong")
    require(licensee.rfc.startswith(letters), path, place, f"its RFC must begin with {letters}")
    year = int(licensee.rfc[3:5])
    require(year >= 50 or year <= LAST_FOUNDATION, path, place, "it must have been founded before the scenario")
    check_place(licensee.address, licensee.city, licensee.state, path, place, folder)


def _check_makers(brand: Brand, path: Path, folder: Path) -> None:
    known = {port.country for port in ports(folder).values() if port.role == "origin"}
    codes = [*(maker.code for maker in brand.makers), *(maker.code for maker in brand.contract_makers)]
    keyed(codes, str, path)
    require(set(brand.origins) <= known, path, "makers", f"makers stand in {', '.join(sorted(known))} only")
    require(len(brand.origins) >= 4, path, "makers", "a brand is made in four countries or more")
    for contract in brand.contract_makers:
        require(contract.country in brand.origins, path, contract.code, "it stands outside the countries of production")


def _check_lanes(brand: Brand, path: Path, folder: Path) -> None:
    served = {(lane.origin, lane.destination) for lane in lanes(folder)}
    for pair in brand.lanes:
        require(pair in served, path, "-".join(pair), "there is no such lane in lanes.csv")
        require(ports(folder)[pair[0]].country in brand.origins, path, "-".join(pair), "the brand is not made there")
    reached = {ports(folder)[origin].country for origin, _ in brand.lanes}
    require(reached == set(brand.origins), path, "lanes", "each country of production needs a lane")
