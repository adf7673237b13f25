"""Types of single values that check themselves when a data file is read."""

from __future__ import annotations

from typing import Annotated

import msgspec

Text = Annotated[str, msgspec.Meta(min_length=1)]
PRINTED_PATTERN = r"^[A-Z0-9Ñ][A-Z0-9Ñ .,'&/()-]*$"
"""Upper case as typed on bills, accents left out."""
Printed = Annotated[str, msgspec.Meta(pattern=PRINTED_PATTERN)]
Identifier = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9-]*$")]
Country = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}$")]
"""ISO 3166-1 alpha-2."""
Locode = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}[A-Z2-9]{3}$")]
"""UN/LOCODE."""
Iata = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}$")]
"""IATA code of an airport."""
PlaceCode = Annotated[str, msgspec.Meta(pattern=r"^([A-Z]{2}[A-Z2-9]{3}|[A-Z]{3})$")]
"""UN/LOCODE of a port, or IATA code of an airport."""
CustomsOffice = Annotated[str, msgspec.Meta(pattern=r"^\d{3}$")]
"""Code of an aduana: two digits of the office and one of the section (Anexo 22, Apéndice 1)."""
NumberPattern = Annotated[str, msgspec.Meta(pattern=r"^[A-Z0-9#@/ -]*[#@][A-Z0-9#@/ -]*$", max_length=20)]
"""A number's shape: # stands for any digit, @ for any capital letter, everything else for itself."""
Degrees = Annotated[float, msgspec.Meta(ge=-180, le=180)]
"""Degrees north or east."""
Heading = Annotated[str, msgspec.Meta(pattern=r"^\d{4}$")]
"""First four digits of an HS code."""
Subheading = Annotated[str, msgspec.Meta(pattern=r"^\d{6}$")]
"""Six digits of an HS code."""
Telephone = Annotated[str, msgspec.Meta(pattern=r"^\+\d{1,3} [\d() -]{6,}$")]
"""International form, as "+52 (314) 331 2040"."""
TelephonePattern = Annotated[str, msgspec.Meta(pattern=r"^\+\d{1,3} [\d()# -]*#[\d()# -]*$")]
"""A telephone number in which each # stands for any digit."""
Mail = Annotated[str, msgspec.Meta(pattern=r"^[a-z.-]+@[a-z.-]+\.example$")]
Positive = Annotated[int, msgspec.Meta(gt=0)]
Range = tuple[Positive, Positive]
"""Lowest and highest value, both included."""
Weight = Annotated[float, msgspec.Meta(gt=0)]
"""Relative frequency among its neighbours."""
