"""Numbers in words, as the last line of an invoice writes its total."""

from __future__ import annotations

# fmt: off
_ENGLISH = [
    "ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN", "ELEVEN", "TWELVE",
    "THIRTEEN", "FOURTEEN", "FIFTEEN", "SIXTEEN", "SEVENTEEN", "EIGHTEEN", "NINETEEN",
]
_ENGLISH_TENS = ["", "", "TWENTY", "THIRTY", "FORTY", "FIFTY", "SIXTY", "SEVENTY", "EIGHTY", "NINETY"]
_SPANISH = [
    "CERO", "UNO", "DOS", "TRES", "CUATRO", "CINCO", "SEIS", "SIETE", "OCHO", "NUEVE", "DIEZ", "ONCE", "DOCE", "TRECE",
    "CATORCE", "QUINCE", "DIECISEIS", "DIECISIETE", "DIECIOCHO", "DIECINUEVE", "VEINTE", "VEINTIUNO", "VEINTIDOS",
    "VEINTITRES", "VEINTICUATRO", "VEINTICINCO", "VEINTISEIS", "VEINTISIETE", "VEINTIOCHO", "VEINTINUEVE",
]
_SPANISH_TENS = ["", "", "", "TREINTA", "CUARENTA", "CINCUENTA", "SESENTA", "SETENTA", "OCHENTA", "NOVENTA"]
_SPANISH_HUNDREDS = [
    "", "CIENTO", "DOSCIENTOS", "TRESCIENTOS", "CUATROCIENTOS", "QUINIENTOS", "SEISCIENTOS", "SETECIENTOS",
    "OCHOCIENTOS", "NOVECIENTOS",
]
# fmt: on


def dollars_in_words(cents: int, language: str) -> str:
    """Return an amount below a thousand million dollars in words, cents as a fraction of a hundred."""
    dollars, rest = divmod(cents, 100)
    if language == "es":
        words = _spanish(dollars)
        # Before a noun UNO loses its O (UN DOLAR, VEINTIUN DOLARES).
        words = words[:-1] if words.endswith("UNO") else words
        link = " DE" if dollars and dollars % 1_000_000 == 0 else ""
        noun = "DOLAR" if dollars == 1 else "DOLARES"
        return f"SON: {words}{link} {noun} {rest:02d}/100 USD"
    return f"SAY US DOLLARS {_english(dollars)} AND {rest:02d}/100 ONLY"


def _english(number: int) -> str:
    for size, name in ((1_000_000, "MILLION"), (1000, "THOUSAND"), (100, "HUNDRED")):
        if number >= size:
            head, rest = divmod(number, size)
            return f"{_english(head)} {name}" + (f" {_english(rest)}" if rest else "")
    if number < 20:
        return _ENGLISH[number]
    tens, unit = divmod(number, 10)
    return _ENGLISH_TENS[tens] + (f"-{_ENGLISH[unit]}" if unit else "")


def _spanish(number: int) -> str:
    if number >= 1_000_000:
        head, rest = divmod(number, 1_000_000)
        millions = "UN MILLON" if head == 1 else f"{_shortened(_spanish(head))} MILLONES"
        return millions + (f" {_spanish(rest)}" if rest else "")
    if number >= 1000:
        head, rest = divmod(number, 1000)
        thousands = "MIL" if head == 1 else f"{_shortened(_spanish(head))} MIL"
        return thousands + (f" {_spanish(rest)}" if rest else "")
    if number >= 100:
        head, rest = divmod(number, 100)
        return "CIEN" if number == 100 else _SPANISH_HUNDREDS[head] + (f" {_spanish(rest)}" if rest else "")
    if number < 30:
        return _SPANISH[number]
    tens, unit = divmod(number, 10)
    return _SPANISH_TENS[tens] + (f" Y {_SPANISH[unit]}" if unit else "")


def _shortened(words: str) -> str:
    return words[:-1] if words.endswith("UNO") else words
