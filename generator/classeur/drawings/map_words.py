"""The sentences of the process map, in the reader's language."""

from __future__ import annotations

import json

from classeur.model.processes import Family, IndicatorState
from classeur.views.process_map import MapProcess, ProcessMap
from classeur.wording.states import family_title, indicator_word
from classeur.wording.translator import Translator


def band_role(family: Family, words: Translator) -> str:
    """What a band is for, in a few words."""
    return {
        Family.MANAGEMENT: words("steer, decide, improve"),
        Family.CORE: words("deliver the expected service"),
        Family.SUPPORT: words("provide the resources"),
    }[family]


def band_gives(family: Family, words: Translator) -> str:
    """What management and support bring to the core band."""
    if family is Family.MANAGEMENT:
        return words("Directions, objectives, improvement actions")
    return words("Skills, means, information")


def legend(words: Translator) -> tuple[tuple[IndicatorState, str], ...]:
    """Each mark with its meaning."""
    return (
        (IndicatorState.ON_TARGET, words("Indicators on target")),
        (IndicatorState.WATCH, words("Indicators to watch")),
        (IndicatorState.OFF_TARGET, words("Indicators off target")),
        (IndicatorState.UNKNOWN, words("No measure")),
    )


def pilot(process: MapProcess, words: Translator) -> str:
    """Who pilots the process."""
    return words("Pilot: {name}", name=process.pilot) if process.pilot.strip() else words("Pilot: to be named")


def feedback(code: str, words: Translator) -> str:
    """What comes back from satisfaction to the process that listens."""
    return words("Feedback to {code}: surveys, complaints, adverse events", code=code)


def process_label(process: MapProcess, words: Translator) -> str:
    """A card as a screen reader says it."""
    name = words("{code}: {title}", code=process.code, title=process.title)
    return f"{name}. {pilot(process, words)}. {_measures(process, words)}"


def description(shown: ProcessMap, words: Translator) -> str:
    """The whole map in a paragraph."""
    total = words.count(
        "{n} process in three families, between needs and satisfaction.",
        "{n} processes in three families, between needs and satisfaction.",
        len(shown.processes),
    )
    return " ".join([total, *_ends(shown, words), *_bands(shown, words), *_exchanges(shown, words)])


def script_data(shown: ProcessMap, words: Translator) -> str:
    """What the script says of each process when the pointer or the focus is on it, as JSON safe inside `<script>`."""
    titles = {process.code: process.title for process in shown.processes}
    told: dict[str, list[str]] = {
        process.code: [" ".join(filter(None, (f"{process_label(process, words)}.", process.purpose)))]
        for process in shown.processes
    }
    for flow in shown.flows:
        if flow.source in told and flow.target in told:
            to, from_ = f"{flow.target} {titles[flow.target]}", f"{flow.source} {titles[flow.source]}"
            told[flow.source].append(words("Gives to {party}: {what}", party=to, what=flow.what))
            told[flow.target].append(words("Receives from {party}: {what}", party=from_, what=flow.what))
    hint = words("Point at a process, or reach it with the Tab key, to see what it exchanges.")
    text = json.dumps({"hint": hint, "processes": told}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    # Inside <script> only these letters could end the element or start a comment; JSON reads the escapes back.
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _measures(process: MapProcess, words: Translator) -> str:
    if not process.measured:
        return words("No indicator measured")
    reached = words.count(
        "{n} indicator of {total} on target",
        "{n} indicators of {total} on target",
        process.on_target,
        total=process.measured,
    )
    return f"{reached}, {indicator_word(process.state, words)}"


def _ends(shown: ProcessMap, words: Translator) -> list[str]:
    told = []
    if shown.needs:
        told.append(words("Needs and expectations of: {parties}.", parties=", ".join(shown.needs)))
    if shown.satisfaction:
        told.append(words("Satisfaction of: {parties}.", parties=", ".join(shown.satisfaction)))
    if shown.feedback:
        told.append(feedback(shown.feedback, words) + ".")
    return told


def _bands(shown: ProcessMap, words: Translator) -> list[str]:
    told = []
    for band in shown.bands:
        listed = ", ".join(f"{p.code} {p.title} ({indicator_word(p.state, words)})" for p in band.processes)
        name = family_title(band.family, words)
        told.append(words("{name}: {listed}.", name=name, listed=listed or words("none")))
    return told


def _exchanges(shown: ProcessMap, words: Translator) -> list[str]:
    if not shown.flows:
        return []
    listed = "; ".join(
        words("{source} to {target}: {what}", source=f.source, target=f.target, what=f.what) for f in shown.flows
    )
    return [words("Exchanges: {listed}.", listed=listed)]
