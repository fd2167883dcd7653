"""The HTML that the site keeps. The rule that warns writers and the site's sanitiser use the same lists."""

from __future__ import annotations

from collections.abc import Mapping

ALLOWED_TAGS = frozenset({
    # what Markdown itself writes
    "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "a", "img", "em", "strong", "del", "ins",
    "blockquote", "pre", "code", "span", "div",
    # short marks inside a sentence
    "b", "i", "u", "s", "small", "abbr", "kbd", "mark", "sub", "sup", "cite", "q", "dfn", "var", "samp", "time",
    # tables, definitions, figures, folded parts
    "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "dl", "dt", "dd", "figure",
    "figcaption", "details", "summary", "section",
    # task lists and tabs
    "input", "label",
})  # fmt: skip

ALLOWED_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "*": frozenset({"id", "class", "title", "lang", "dir", "align", "role", "aria-label", "aria-hidden"}),
    "a": frozenset({"href", "name", "target"}),
    "abbr": frozenset({"title"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "details": frozenset({"open"}),
    "div": frozenset({"data-tabs"}),
    "img": frozenset({"src", "alt", "width", "height", "loading"}),
    "input": frozenset({"type", "checked", "disabled", "id", "name"}),
    "label": frozenset({"for"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"start", "type", "reversed"}),
    "td": frozenset({"colspan", "rowspan", "headers"}),
    "th": frozenset({"colspan", "rowspan", "headers", "scope", "abbr"}),
    "time": frozenset({"datetime"}),
}
"""By tag; `*` is for all of them. `style` and every `on…` attribute stay out."""

ALLOWED_INPUTS = frozenset({"checkbox", "radio"})
"""The kinds of `input` that Markdown writes: task lists and tabs."""

ALLOWED_SCHEMES = frozenset({"http", "https", "mailto", "tel", "sms"})

DROPPED_WITH_CONTENT = frozenset({"script", "style", "iframe", "object", "embed", "noscript", "template"})
"""Tags whose content goes with them: it is no text for a reader."""
