"""The same work gives the same results in this process, in several, and on a cluster, and what goes wrong is told."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator

import pytest

from engines.clusters import dask_cluster
from engines.work import alone, dies_of_three, drawn, refuses_three, square
from simulator.engines.engine import ONE_CORE, Engine
from simulator.engines.running import as_done, in_order
from simulator.engines.versions import check_versions, versions
from simulator.errors import BadInput, WorkerLost

TWO = Engine(jobs=2)


@pytest.fixture(scope="module")
def dask() -> Iterator[Engine]:
    with dask_cluster() as address:
        yield Engine("dask", None, address)


def pieces(count: int) -> Iterator[tuple[int]]:
    return ((number,) for number in range(count))


def test_results_come_in_order_and_are_the_same_on_every_engine(dask: Engine) -> None:
    here = list(in_order(drawn, pieces(50)))
    assert len(set(here)) == 50
    assert list(in_order(drawn, pieces(50), TWO)) == here
    assert list(in_order(drawn, pieces(50), Engine(jobs=None))) == here
    assert list(in_order(drawn, pieces(50), dask)) == here


def test_results_as_they_are_done_are_all_of_them(dask: Engine) -> None:
    for engine in (ONE_CORE, TWO, dask, Engine("dask", 1, dask.cluster)):
        assert sorted(as_done(square, pieces(40), engine)) == [number * number for number in range(40)]


def test_nothing_to_do_is_done(dask: Engine) -> None:
    for engine in (ONE_CORE, TWO, dask):
        assert list(in_order(square, iter(()), engine)) == []


def test_threads_of_a_worker_take_turns(dask: Engine) -> None:
    assert all(in_order(alone, pieces(60), dask))


def test_a_cluster_is_sent_no_more_than_can_wait(dask: Engine) -> None:
    """Whoever takes results slowly does not fill memory: pieces are made as results are taken."""
    made: list[int] = []

    def counted() -> Iterator[tuple[int]]:
        for number in range(500):
            made.append(number)
            yield (number,)

    found = in_order(square, counted(), dask)
    assert next(found) == 0
    assert len(made) <= 2 * 8


def test_what_is_refused_on_a_worker_is_refused_here(dask: Engine) -> None:
    for engine in (ONE_CORE, TWO, dask):
        with pytest.raises(BadInput, match=r"^numbers\.csv: line 3: three is none$") as refused:
            list(in_order(refuses_three, pieces(10), engine))
        assert (refused.value.source, refused.value.place) == ("numbers.csv", "line 3")


def test_a_process_that_dies_is_told_of() -> None:
    with pytest.raises(WorkerLost, match="ended while it worked"):
        list(in_order(dies_of_three, pieces(10), TWO))


@pytest.mark.slow
def test_a_worker_that_dies_is_told_of() -> None:
    with dask_cluster() as address, pytest.raises(WorkerLost, match="ended while it worked"):
        list(in_order(dies_of_three, pieces(10), Engine("dask", None, address)))


def test_kind_and_address_must_go_together() -> None:
    with pytest.raises(BadInput, match="--cluster: an address is of use with --engine dask or ray only"):
        Engine("local", 1, "tcp://127.0.0.1:8786")
    for kind, example in (("dask", "tcp://127.0.0.1:8786"), ("ray", "auto")):
        for address in (None, ""):
            with pytest.raises(BadInput, match=f"--engine {kind} needs the address of a cluster, such as {example}"):
                Engine(kind, 1, address)  # type: ignore[arg-type]


@pytest.fixture
def silent() -> int:
    """A port that nobody listens on."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


@pytest.mark.parametrize("written", ["nowhere", "tcp://127.0.0.1", "http://127.0.0.1:{port}", "127.0.0.1:{port}"])
def test_an_address_where_no_scheduler_answers(written: str, silent: int, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("simulator.engines.on_dask._PATIENCE", 1)
    address = written.format(port=silent)
    with pytest.raises(BadInput, match=f"--cluster: no Dask scheduler answers at {address}; start one"):
        list(in_order(square, pieces(3), Engine("dask", None, address)))


def test_a_scheduler_without_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr("simulator.engines.on_dask._PATIENCE", 1)
    with (
        distributed.LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address=None) as cluster,
        pytest.raises(BadInput, match="has no workers; start some: dask worker"),
    ):
        list(in_order(square, pieces(3), Engine("dask", None, cluster.scheduler_address)))


@pytest.mark.parametrize(("kind", "module", "extra"), [("dask", "distributed", "scale"), ("ray", "ray", "ray")])
def test_what_is_not_installed_is_named_with_its_extra(
    kind: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(BadInput, match=f'not installed; install the extra "{extra}"'):
        list(in_order(square, pieces(3), Engine(kind, None, "127.0.0.1:1")))  # type: ignore[arg-type]


def test_a_worker_with_other_versions_is_refused() -> None:
    ours = dict(versions())
    assert {"simulator", "reportlab", "numpy", "zlib"} <= set(ours)
    check_versions(versions(), versions())
    theirs = tuple({**ours, "numpy": "1.0"}.items())
    with pytest.raises(BadInput, match=rf"worker 7 has numpy 1\.0 and this machine {ours['numpy']}"):
        check_versions(versions(), theirs, "worker 7")


@pytest.mark.slow
def test_ray_gives_the_same_results() -> None:
    ray = pytest.importorskip("ray")
    paths = {"PYTHONPATH": os.pathsep.join(sys.path)}
    ray.init("local", num_cpus=2, include_dashboard=False, log_to_driver=False, runtime_env={"env_vars": paths})
    try:
        engine = Engine("ray", 2, "auto")
        assert list(in_order(drawn, pieces(40), engine)) == list(in_order(drawn, pieces(40)))
        assert sorted(as_done(square, pieces(40), engine)) == [number * number for number in range(40)]
        with pytest.raises(BadInput, match="three is none"):
            list(in_order(refuses_three, pieces(10), engine))
    finally:
        ray.shutdown()
