"""The staged site: every page as Markdown, every asset, the search index, the navigation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Fault, Finding
from classeur.views import addresses
from classeur.views.lists import document_rows, manual_chapters, missing_texts, shown_documents, themes
from classeur.wording.translator import Translator
from classeur.writers.search.index import SearchEntry, search_index
from classeur.writers.site.dialect import Dialect
from classeur.writers.site.engine import Stage
from classeur.writers.site.outbox import Outbox
from classeur.writers.site.pages import Pages
from classeur.writers.site.searchable import document_entry, process_entry
from classeur.writers.site.templates import Templates, assets
from classeur.writers.site.texts import PageText, TextRenderer

ASSETS = "assets/classeur"


@dataclass(frozen=True)
class Staged:
    """A staged site, the faults met while laying it out, and how many documents it shows."""

    stage: Stage
    faults: tuple[Fault, ...]
    documents: int


def write_stage(
    folder: Path,
    root: Path,
    binder: Binder,
    findings: Iterable[Finding],
    texts: Sequence[PurePosixPath],
    dialect: Dialect,
    words: Translator,
) -> Staged:
    """Lay out the whole site under `folder`, which becomes exactly that.

    Args:
        texts: the paths of all texts of the folder, read or not: the site says which ones are missing.
    """
    outbox = Outbox(folder)
    shown = shown_documents(binder)
    renderer = TextRenderer(binder, dialect, {document.reference: document for document in shown})
    pages = Pages(outbox, Templates(root, words), words, binder, document_rows(binder))
    entries, faults = _documents(pages, renderer, shown, words)
    entries += _processes(pages, renderer, binder)
    _lists(pages, binder, tuple(findings), texts)
    for name, content in search_index(entries, binder.glossary).items():
        outbox.put(f"pages/{name}", content)
    for path in sorted(renderer.files):
        outbox.copy(f"pages/f/{path}", root / path)
    styles, scripts = _assets(outbox, root)
    outbox.close()
    organisation = binder.organisation
    stage = Stage(
        pages=folder / "pages",
        overrides=folder / "overrides",
        site_name=organisation.name,
        site_url=organisation.site_url,
        language=words.language,
        nav=_navigation(words),
        styles=styles,
        scripts=scripts,
    )
    return Staged(stage, tuple(faults), len(shown))


def _documents(
    pages: Pages, renderer: TextRenderer, shown: Iterable[Document], words: Translator
) -> tuple[list[SearchEntry], list[Fault]]:
    entries: list[SearchEntry] = []
    faults: list[Fault] = []
    for document in shown:
        text = renderer.render(document, addresses.document_page(document.reference))
        faults += text.faults
        pages.document(document, text)
        entries.append(document_entry(renderer.binder, document, text, words))
    return entries, faults


def _processes(pages: Pages, renderer: TextRenderer, binder: Binder) -> list[SearchEntry]:
    entries: list[SearchEntry] = []
    for process in binder.process.values():
        sheet = renderer.shown.get(process.reference)
        page = addresses.process_page(process.code)
        text = renderer.render(sheet, page) if sheet else PageText(())
        view = pages.process(process, text)
        entries.append(process_entry(view, page))
    pages.process_map()
    return entries


def _lists(pages: Pages, binder: Binder, findings: tuple[Finding, ...], texts: Sequence[PurePosixPath]) -> None:
    missing = missing_texts(binder, findings, texts)
    grouped = themes(binder)
    pages.home(missing)
    pages.manual(manual_chapters(binder))
    pages.procedures(grouped)
    for theme in grouped:
        pages.theme(theme)
    pages.cards()
    pages.master_list()
    pages.calendar()
    pages.rules()
    pages.missing(missing)
    pages.search()


def _assets(outbox: Outbox, root: Path) -> tuple[list[str], list[str]]:
    for name, source in assets(root, "overrides").items():
        outbox.copy(f"overrides/{name}", source)
    styles: list[str] = []
    scripts: list[str] = []
    for name, source in assets(root, "assets").items():
        outbox.copy(f"pages/{ASSETS}/{name}", source)
        if name.endswith(".css"):
            styles.append(f"{ASSETS}/{name}")
        elif name.endswith(".js"):
            scripts.append(f"{ASSETS}/{name}")
    return sorted(styles), sorted(scripts)


def _navigation(words: Translator) -> list[object]:
    def page(address: str) -> str:
        return address.removesuffix(".html") + ".md"

    return [
        {words("Home"): page(addresses.HOME)},
        {words("Process map"): page(addresses.MAP)},
        {words("Manual"): page(addresses.MANUAL)},
        {words("Procedures"): page(addresses.PROCEDURES)},
        {words("Reflex cards"): page(addresses.CARDS)},
        {words("Master list"): page(addresses.MASTER_LIST)},
        {words("Reviews"): page(addresses.CALENDAR)},
        {words("Rules"): page(addresses.RULES)},
    ]
