"""The releases as an Atom feed (RFC 4287)."""

from __future__ import annotations

import datetime as dt
import re

from lxml import etree
from lxml.builder import ElementMaker

from classeur.views.addresses import HOME, RELEASES_FEED, relative
from classeur.views.feeds import FeedEntry, ReleaseFeed
from classeur.wording.states import change_word
from classeur.wording.translator import Translator

_NAMESPACE = "http://www.w3.org/2005/Atom"
_MAKE = ElementMaker(namespace=_NAMESPACE, nsmap={None: _NAMESPACE})
_REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def atom(feed: ReleaseFeed, words: Translator) -> bytes:
    """The feed's file. Addresses are whole when the site has one, else written as seen from the file."""
    document = _MAKE.feed(
        _MAKE.id(feed.id.urn),
        _MAKE.title(_clean(words("{organisation}: what is new", organisation=feed.organisation))),
        _MAKE.updated(_stamp(feed.at or _NEVER)),
        _MAKE.author(_MAKE.name(_clean(feed.organisation) or "classeur")),
        _MAKE.link(rel="alternate", type="text/html", href=_address(feed, HOME)),
        *([_MAKE.link(rel="self", href=_address(feed, RELEASES_FEED))] if feed.root else []),
        *(_entry(feed, entry, words) for entry in feed.entries),
    )
    document.set("{http://www.w3.org/XML/1998/namespace}lang", words.language)
    return etree.tostring(document, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _entry(feed: ReleaseFeed, entry: FeedEntry, words: Translator) -> etree._Element:
    title = words("{reference} version {version}: {title}", **_told(entry))
    day = words("In force from {day}.", day=words.date(entry.effective_from))
    return _MAKE.entry(
        _MAKE.id(entry.id.urn),
        _MAKE.title(_clean(title)),
        _MAKE.updated(_stamp(entry.at)),
        _MAKE.link(rel="alternate", type="text/html", href=_address(feed, entry.address)),
        _MAKE.category(term=entry.change.value, label=change_word(entry.change, words)),
        _MAKE.summary(_clean(f"{entry.summary} {day}".strip())),
    )


def _told(entry: FeedEntry) -> dict[str, str]:
    return {"reference": entry.reference, "version": entry.version, "title": entry.title}


def _address(feed: ReleaseFeed, address: str) -> str:
    return feed.root + address if feed.root else relative(address, RELEASES_FEED)


def _stamp(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _clean(text: str) -> str:
    """The text without the few signs that XML cannot hold."""
    return _REFUSED.sub("", text)
