"""The search of the site: an index made at build, asked in the browser without network."""

from classeur.writers.search.index import GlossaryTerm, SearchEntry, SearchPassage, search_index

__all__ = ["GlossaryTerm", "SearchEntry", "SearchPassage", "search_index"]
