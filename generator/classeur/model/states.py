"""A document's state: computed from signatures, ledger and date, never typed."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where a document stands between its first draft and its withdrawal."""

    DRAFT = "draft"
    IN_VALIDATION = "in_validation"
    IN_APPROVAL = "in_approval"
    REFUSED = "refused"
    APPROVED = "approved"
    APPLICABLE = "applicable"
    SUSPENDED = "suspended"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    ABANDONED = "abandoned"
