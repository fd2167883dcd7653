"""The desk: a French computer on which commands are typed."""

from __future__ import annotations

import pytest

from tests.unit.commands import Desk


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.delenv("CLASSEUR_LANG", raising=False)
    return Desk(capsys)
