"""What may be given as ``--seed``."""

from __future__ import annotations


def check_seed(seed: str | None) -> None:
    """Raise ``BadInput`` for a seed that is empty or no text."""
    from simulator.errors import BadInput

    if seed == "":
        raise BadInput("--seed is empty; give a text, or leave it out for a random one")
    try:
        (seed or "").encode()
    except UnicodeEncodeError:
        raise BadInput("--seed is not UTF-8 text; use letters and digits") from None
