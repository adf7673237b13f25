"""Which sheet of a pack a page's code means."""

from __future__ import annotations

from pathlib import Path

from simulator.errors import BadInput
from simulator.formats.pack import Pack
from simulator.formats.reading import read_json
from simulator.formats.sheets import Sheets
from simulator.sheets.model import Sheet
from simulator.sheets.of_pack import check_layout, personal_sheet, unnamed_sheet
from simulator.sheets.page_code import PageCode


class SheetFinder:
    """Opens a pack's index and its sheets; raise ``BadInput`` when they cannot be read or another version printed them."""

    def __init__(self, folder: Path) -> None:
        index = read_json(folder / "pack.json", Pack)
        place = folder / "instructor" / "sheets.json"
        if not place.is_file():
            raise BadInput(
                "there is no such file, so scans of this pack cannot be read; it was made before sheets could be scanned",
                source=place,
            )
        self._record = read_json(place, Sheets)
        self._trainees = index.trainees
        if self._record.pack != index.pack:
            raise BadInput(f"it belongs to pack {self._record.pack}, pack.json to {index.pack}", source=place, place="pack")
        lost = next((each.variant for each in self._trainees if each.variant not in self._record.variants), None)
        if lost is not None:
            problem = f"the sheets of variant {lost} are missing; put back the file that was made with this pack"
            raise BadInput(problem, source=place, place="variants")
        check_layout(self._record, len(self._trainees), str(place))
        self.pack = index.pack
        self.layout = self._record.layout

    def __call__(self, code: PageCode) -> Sheet | None:
        """Return the sheet of a code; None when the pack has no such respondent or page."""
        sheet = self._sheet(code)
        return sheet if sheet is not None and 1 <= code.page <= len(sheet.pages) else None

    def own(self, number: int) -> Sheet:
        """Return the own sheet of the respondent at a place of the list, from 1."""
        return personal_sheet(self._record, self._trainees[number - 1].variant, len(self._trainees))

    def _sheet(self, code: PageCode) -> Sheet | None:
        if code.kind != "personal":
            return unnamed_sheet(self._record, code.kind, len(self._trainees)) if code.number == 0 else None
        return self.own(code.number) if 1 <= code.number <= len(self._trainees) else None
