"""The names of what makes an editorial change doubtful."""

from __future__ import annotations

from enum import StrEnum


class DoubtReason(StrEnum):
    """What a difference may have changed."""

    NUMBER = "number"
    DOSE_OR_UNIT = "dose-or-unit"
    DATE_OR_DELAY = "date-or-delay"
    NEGATION = "negation"
    MODAL = "modal"
    PERSON = "person"
    ROLE = "role"
    TELEPHONE = "telephone"
    STEP_ORDER = "step-order"
    STEP_COUNT = "step-count"
    TABLE_CELL = "table-cell"
    PICTURE = "picture"
    ATTACHMENT = "attachment"
    LINK = "link"
    WORD_ADDED = "word-added"
    WORD_REMOVED = "word-removed"
    WORD_REPLACED = "word-replaced"
