"""Gains: the mean difference of those who answered both, its interval, and files that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.errors import BadInput
from simulator.grading.gain import gains, read_results

HEADER = "trainee,answered,score,decision_score,evidence_score,d_prime,criterion"


def results(folder: Path, *rows: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "results.csv").write_text("\n".join([HEADER, *rows]) + "\n")
    return folder


def test_worked_by_hand(tmp_path: Path) -> None:
    before = results(tmp_path / "a", "T1,6,50,.5,.5,,", "T2,6,60,.6,.6,,", "T3,6,70,.7,.7,1.0,0", "T4,6,10,.1,.1,,")
    after = results(tmp_path / "b", "T3,6,70,.7,.7,1.5,0", "T2,6,66,.6,.8,,", "T1,6,62,.6,.7,,", "T5,6,99,1,1,,")
    found = {each.measure: each for each in gains(read_results(before), read_results(after))}
    assert set(found) == {"score", "decision_score", "evidence_score"}, "d' has one pair only"
    score = found["score"]
    assert (score.pairs, score.before, score.after, score.rose) == (3, 60, 66, 2)
    assert score.gain == pytest.approx(6)
    assert score.sd == pytest.approx(6)
    assert 0 <= score.interval[0] <= 6 <= score.interval[1] <= 12


def test_the_interval_narrows_with_more_people_and_repeats(tmp_path: Path) -> None:
    widths = []
    for count in (8, 128):
        early = results(tmp_path / f"a{count}", *(f"T{n},6,{50 + n % 7},.5,.5,," for n in range(count)))
        late = results(tmp_path / f"b{count}", *(f"T{n},6,{55 + n % 5},.5,.5,," for n in range(count)))
        found = gains(read_results(early), read_results(late))[0]
        assert found == gains(read_results(early), read_results(late))[0]
        widths.append(found.interval[1] - found.interval[0])
    assert widths[1] < widths[0] / 2


def test_who_sent_nothing_has_no_gain(tmp_path: Path) -> None:
    early = read_results(results(tmp_path / "a", "T1,0,0,0,0,,", "T2,6,50,.5,.5,,"))
    assert set(early) == {"T2"}


def test_people_who_do_not_match_are_refused(tmp_path: Path) -> None:
    early = read_results(results(tmp_path / "a", "T1,6,50,.5,.5,,"))
    late = read_results(results(tmp_path / "b", "X1,6,50,.5,.5,,"))
    with pytest.raises(BadInput, match="same ids"):
        gains(early, late)


def test_files_that_are_none_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"no results\.csv"):
        read_results(tmp_path)
    with pytest.raises(BadInput, match="no such file"):
        read_results(tmp_path / "none.csv")
    with pytest.raises(BadInput, match="line 3: T1 stands here twice"):
        read_results(results(tmp_path / "twice", "T1,6,50,.5,.5,,", "T1,6,50,.5,.5,,"))
    with pytest.raises(BadInput, match="line 2, score: 'much' is no number"):
        read_results(results(tmp_path / "word", "T1,6,much,.5,.5,,"))
    with pytest.raises(BadInput, match="line 2, score: '1e308' is no number from -1000 to 1000"):
        read_results(results(tmp_path / "huge", "T1,6,1e308,.5,.5,,"))
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    with pytest.raises(BadInput, match="the header lacks"):
        read_results(tmp_path / "other.csv")
