"""Documents as boxes with values: what a field is, what a paper holds, what lies on one desk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Any, Generic, TypeVar, cast

import msgspec

from simulator.documents.codecs import Codec
from simulator.documents.printing import Printing
from simulator.formats.key import Bilingual
from simulator.formats.vocabulary import BoxKind, EvidenceRole, Mode

Value = TypeVar("Value")
Place = tuple[str, int | None]
"""A field's name and its row (from 1), None where the field has no lines."""

BOTH_MODES: frozenset[Mode] = frozenset({"sea", "air"})
SEA: frozenset[Mode] = frozenset({"sea"})


@dataclass(frozen=True, slots=True)
class Field(Generic[Value]):
    """One kind of box of a document type.

    ``name`` follows DCSA where it has one; ``number`` is the box's number with its letter ("15b"); ``lines`` names the
    table whose rows repeat the box, None for a single box; ``kind`` other than ``text`` is drawn and has no value.
    ``modes`` are those of carriage for which a form of the type has the box.
    """

    name: str
    number: str
    title: Bilingual
    codec: Codec[Value]
    lines: str | None = None
    kind: BoxKind = "text"
    modes: frozenset[Mode] = BOTH_MODES


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of paper: its fields in the order of their codes. ``shared`` ones belong to no single consignment."""

    name: str
    prefix: str
    title: Bilingual
    fields: tuple[Field[Any], ...]
    shared: bool = False
    reference: bool = False
    _by_name: dict[str, Field[Any]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {each.name: each for each in self.fields})

    def field(self, name: str) -> Field[Any]:
        """Return the field of that name; raise ``KeyError`` when the type has none."""
        return self._by_name[name]

    def has(self, name: str) -> bool:
        """Tell whether the type has a field of that name."""
        return name in self._by_name


class Sight(msgspec.Struct, frozen=True):
    """One box that a check looked at: truth id of the paper, field, row, and what the box does in the finding."""

    document: str
    field: str
    row: int | None
    role: EvidenceRole

    @property
    def box(self) -> tuple[str, Place]:
        """The box without its role."""
        return self.document, (self.field, self.row)


@dataclass(frozen=True, slots=True)
class Document:
    """One paper: typed values by place. A box without a value is printed empty.

    ``prefix`` is that of its box codes ("INV", or "CARD3" where one desk holds several), ``template`` the house style.
    ``owners`` tells which rows of a shared paper speak of one consignment of the desk.
    """

    id: str
    type: DocumentType
    prefix: str
    template: str
    printing: Printing
    values: Mapping[Place, Any]
    consignments: tuple[str, ...] = ()
    role: str | None = None
    owners: Mapping[int, str] = field(default_factory=dict)
    _columns: dict[str, tuple[tuple[int, Any], ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def owner(self, row: int | None) -> str | None:
        """Return the consignment of which a box speaks, None when it speaks of several or of none."""
        if not self.type.shared:
            return next(iter(self.consignments), None)
        return None if row is None else self.owners.get(row)

    def get(self, wanted: Field[Value], row: int | None = None) -> Value | None:
        """Return the box's value, None when it is empty."""
        return cast("Value | None", self.values.get((wanted.name, row)))

    def named(self, name: str, row: int | None = None) -> Any:
        """Return the value of the field of that name, for checks that read papers of several types alike."""
        return self.values.get((name, row))

    def rows(self, wanted: Field[Value]) -> Iterator[tuple[int, Value]]:
        """Yield row and value of each filled box of a field with lines, in order."""
        return iter(self._by_column().get(wanted.name, ()))

    def row_numbers(self, lines: str) -> tuple[int, ...]:
        """Return the rows of a table of lines, in order, whichever of their boxes are filled."""
        columns = self._by_column()
        names = (each.name for each in self.type.fields if each.lines == lines and each.name in columns)
        return tuple(sorted({row for name in names for row, _ in columns[name]}))

    def _by_column(self) -> Mapping[str, tuple[tuple[int, Any], ...]]:
        """Return rows and values of each field with lines, in order; sorted out once, checks read them again and again."""
        if not self._columns:
            found: dict[str, list[tuple[int, Any]]] = {}
            for (name, row), value in self.values.items():
                if row is not None:
                    found.setdefault(name, []).append((row, value))
            for name, column in found.items():
                self._columns[name] = tuple(sorted(column, key=itemgetter(0)))
        return self._columns

    def code(self, name: str, row: int | None = None) -> str:
        """Return the whole code of a box, for example "BL-15b.2"."""
        number = self.type.field(name).number
        return f"{self.prefix}-{number}" if row is None else f"{self.prefix}-{number}.{row}"

    def printed(self, name: str, row: int | None = None) -> str:
        """Return what stands in a box, "" when it is empty; lines that mean something are joined by a newline."""
        value = self.values.get((name, row))
        return "" if value is None else self.type.field(name).codec.write(value, self.printing)

    def only(self, places: frozenset[Place]) -> Document:
        """Return this paper with every other box empty."""
        return replace(self, values={place: value for place, value in self.values.items() if place in places})

    def sight(self, role: EvidenceRole, name: str, row: int | None = None) -> Sight:
        """The box of the field of that name in a role."""
        return Sight(self.id, name, row, role)

    def shows(self, wanted: Field[Any], row: int | None = None) -> Sight:
        """The box that departs from lawful trade."""
        return Sight(self.id, wanted.name, row, "shows")

    def against(self, wanted: Field[Any], row: int | None = None) -> Sight:
        """The box that the departing one contradicts."""
        return Sight(self.id, wanted.name, row, "against")

    def identifies(self, wanted: Field[Any], row: int | None = None) -> Sight:
        """The box by which papers or lines are tied together."""
        return Sight(self.id, wanted.name, row, "identifies")


@dataclass(frozen=True, slots=True)
class Papers:
    """Everything on one trainee's desk, in the order of the dossier."""

    documents: tuple[Document, ...]
    _by_type: dict[str, tuple[Document, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        sorted_out: dict[str, tuple[Document, ...]] = {}
        for document in self.documents:
            sorted_out[document.type.name] = (*sorted_out.get(document.type.name, ()), document)
        object.__setattr__(self, "_by_type", sorted_out)

    def of(self, consignment: str, type_: DocumentType) -> Document | None:
        """Return the consignment's paper of a type, None when it is not on the desk."""
        return next((document for document in self.all(type_) if consignment in document.consignments), None)

    def all(self, type_: DocumentType) -> tuple[Document, ...]:
        """Return every paper of a type, in the order of the desk."""
        return self._by_type.get(type_.name, ())

    def document(self, id_: str) -> Document:
        """Return the paper with that truth id; raise ``KeyError`` when there is none."""
        for document in self.documents:
            if document.id == id_:
                return document
        raise KeyError(id_)
