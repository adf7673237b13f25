"""``calibration.json``: what answers of classes say of how hard consignments are and of who acts on them."""

from __future__ import annotations

import msgspec

from simulator.formats import FORMAT


class Dropped(msgspec.Struct, frozen=True):
    """A feature of the card that the model leaves out, and why."""

    feature: str
    why: str


class CalibratedPack(msgspec.Struct, frozen=True):
    """A pack and who answered it; ``mean`` is its class's ability in logits, the first pack's being 0; null unestimated."""

    pack: str
    scenario: str
    respondents: int
    answers: int
    mean: float | None = None


class SlotDifficulty(msgspec.Struct, frozen=True):
    """One slot in logits, shrunken towards what its card says, with its standard error.

    ``pack`` is the first of the packs that share the slot; ``right`` the share (0 to 1) of its ``answers``.
    """

    scenario: str
    pack: str
    slot: str
    difficulty: float
    standard_error: float
    answers: int
    right: float


class DifficultyModel(msgspec.Struct, frozen=True):
    """Being right, by the linear logistic test model with error (LLTM+e), in logits.

    ``weights`` are what each of ``features`` adds to the difficulty, "intercept" first, for the first pack's class;
    ``covariance`` is theirs, ``centres`` the means of the features over all answers. ``slot_sd`` and ``item_sd`` are errors,
    the latter null where no item was shared, or where item and slot are the same. ``spread`` is the standard deviation of
    abilities; ``predictive_error`` that of a new consignment's difficulty, with ``degrees_of_freedom``.

    ``average`` is the mean ability of all classes, each respondent counted once, and ``average_covariance`` the weights'
    when the intercept is stated for people of that ability: what is hard for the average of many classes is known better
    than what is for the first. Null in files of earlier versions.
    """

    features: tuple[str, ...]
    weights: tuple[float, ...]
    covariance: tuple[tuple[float, ...], ...]
    centres: dict[str, float]
    slot_sd: float
    item_sd: float | None
    spread: float
    predictive_error: float
    degrees_of_freedom: int
    slots: tuple[SlotDifficulty, ...]
    dropped: tuple[Dropped, ...]
    average: float = 0.0
    average_covariance: tuple[tuple[float, ...], ...] | None = None


class DetectionModel(msgspec.Struct, frozen=True):
    """Who acts, by probit, in standard deviations of the internal evidence.

    ``criterion`` and ``d_prime`` are those of an average trainee at the ``centres`` of the features; ``trainee_sd`` their
    standard deviations between people, ``correlation`` that of the two. ``weights`` and ``covariance`` follow ``features``,
    "intercept" and "signal" first.
    """

    criterion: float
    d_prime: float
    features: tuple[str, ...]
    weights: tuple[float, ...]
    covariance: tuple[tuple[float, ...], ...]
    centres: dict[str, float]
    trainee_sd: tuple[float, float]
    correlation: float
    slot_sd: float
    group_sd: float | None
    dropped: tuple[Dropped, ...]


class NotEstimated(msgspec.Struct, frozen=True):
    """A part ("difficulty" or "detection") that these answers do not tell, and why."""

    part: str
    why: str


class Calibration(msgspec.Struct, frozen=True):
    """The whole file; a part that could not be estimated is null and named in ``not_estimated``."""

    answers: int
    respondents: int
    packs: tuple[CalibratedPack, ...]
    difficulty: DifficultyModel | None
    detection: DetectionModel | None
    not_estimated: tuple[NotEstimated, ...] = ()
    format: int = FORMAT
