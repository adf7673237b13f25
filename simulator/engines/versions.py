"""What must be alike wherever a piece of work is done, because it shapes bytes."""

from __future__ import annotations

import zlib
from functools import lru_cache
from importlib.metadata import version

from simulator import __version__
from simulator.errors import BadInput

SHAPING = ("reportlab", "numpy", "faker", "msgspec", "python-stdnum")
"""Dependencies whose version may change the bytes of a pack."""

Versions = tuple[tuple[str, str], ...]


@lru_cache(maxsize=1)
def versions() -> Versions:
    """Return names and versions of the program, of what shapes its bytes or drawn answers (scipy), and of zlib."""
    shaping = {name: version(name) for name in (*SHAPING, "scipy")}
    return tuple({"simulator": __version__, **shaping, "zlib": zlib.ZLIB_RUNTIME_VERSION}.items())


def check_versions(wanted: Versions, given: Versions, where: str = "a worker of the cluster") -> None:
    """Raise ``BadInput`` where a worker's versions are not those of the machine that asks."""
    for (name, ours), (_, theirs) in zip(wanted, given, strict=True):
        if ours != theirs:
            problem = f"{where} has {name} {theirs} and this machine {ours}, so bytes may differ; install the same lock file"
            raise BadInput(problem, place="--cluster")
