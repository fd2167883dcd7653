"""The words of an evidence pack: its extracts as tables."""

from __future__ import annotations

from collections.abc import Iterator

from classeur.model.registers.rows import register_types
from classeur.views.evidence import EvidencePack, EvidenceText, Extract
from classeur.views.tables import Cell, Table
from classeur.wording.coverage import source_title
from classeur.wording.registers import cell
from classeur.wording.states import indicator_word, period_word
from classeur.wording.translator import Translator
from classeur.wording.values import worded


class EvidenceTables:
    """Makes the tables of one pack."""

    def __init__(self, pack: EvidencePack, words: Translator) -> None:
        self._pack, self._words = pack, words

    def all(self) -> Iterator[Table]:
        """The extracts of registers, then what is only counted, then the readings."""
        yield from (self._extract(each) for each in self._pack.extracts)
        if self._pack.events:
            yield self._events()
        if self._pack.complaints:
            yield self._complaints()
        if self._pack.indicators:
            yield self._indicators()
        yield self._readings()

    def _table(self, name: str, title: str, columns: tuple[str, ...], rows: tuple[tuple[Cell, ...], ...]) -> Table:
        return Table(name, title, self._pack.organisation, self._pack.on, self._words.language, columns, rows)

    def _extract(self, extract: Extract) -> Table:
        kind, language = register_types()[extract.name], self._words.language
        silence = self._words("[left out: it names somebody]")
        return self._table(
            extract.name,
            kind.title(language),
            tuple(kind.column_title(key, language) for key in extract.keys),
            tuple(
                tuple(
                    silence
                    if (number, key) in extract.silenced
                    else cell(getattr(row, kind.attribute(key)), self._words)
                    for key in extract.keys
                )
                for number, row in enumerate(extract.rows)
            ),
        )

    def _events(self) -> Table:
        words = self._words
        return self._table(
            "events",
            words("Events: counts only"),
            (words("Type"), words("Events"), words("Must be analysed"), words("Analysed"), words("Reporter answered")),
            tuple(
                (
                    worded(each.type, words) if each.type else words("no type"),
                    each.total,
                    each.severe,
                    each.analysed,
                    each.answered,
                )
                for each in self._pack.events
            ),
        )

    def _complaints(self) -> Table:
        words = self._words
        return self._table(
            "complaints",
            words("Complaints: counts only"),
            (words("Year"), words("Received"), words("Answered"), words("Answered in time")),
            tuple((str(each.year), each.received, each.answered, each.in_time) for each in self._pack.complaints),
        )

    def _indicators(self) -> Table:
        words = self._words
        columns = (words("Process"), words("Id"), words("Indicator"), words("Target"), words("Period"))
        return self._table(
            "indicators",
            source_title("indicators", words),
            (*columns, words("Last measure"), words("State")),
            tuple(
                (
                    each.process,
                    each.id,
                    each.title,
                    f"{words.number(each.target)} {each.unit}" if each.target is not None else None,
                    period_word(each.period, words) if each.period else None,
                    f"{words.number(each.value)} {each.unit}" if each.value is not None else None,
                    indicator_word(each.state, words),
                )
                for each in self._pack.indicators
            ),
        )

    def _readings(self) -> Table:
        words = self._words
        return self._table(
            "readings",
            words("Readings"),
            (
                words("Reference"),
                words("Version"),
                words("Title"),
                words("Asked to read it"),
                words("Have read it"),
                words("Share"),
            ),
            tuple(self._reading(each) for each in self._pack.texts if not each.is_confidential),
        )

    def _reading(self, each: EvidenceText) -> tuple[Cell, ...]:
        rate, block = each.reading, each.block
        known: tuple[Cell, ...] = (None, None, None)
        if rate is not None and rate.asked:
            known = (rate.asked, rate.read, f"{100 * rate.read // rate.asked} %")
        return (block.reference, block.version, block.title, *known)
