// A document's page: the control block whole on paper, and what every sheet of paper says of itself.
(function () {
  "use strict";

  var page = document.documentElement;

  function blocks() { return document.querySelectorAll("details.cl-control"); }

  function printedOn() {
    return new Intl.DateTimeFormat(page.lang || "fr", { dateStyle: "long" }).format(new Date());
  }

  // A text between quotes, as a style sheet writes it.
  function quoted(text) {
    return "\"" + text.replace(/["\\\n\r\f<>]/g, function (sign) { return "\\" + sign.charCodeAt(0).toString(16) + " "; }) + "\"";
  }

  var margins = null;

  // The foot of every sheet: reference, version, and the day of printing. Browsers that know no margin boxes ignore it.
  function writeMargins(paper, day) {
    if (!paper.dataset.foot || !("adoptedStyleSheets" in document)) { return; }
    try {
      if (!margins) {
        margins = new CSSStyleSheet();
        document.adoptedStyleSheets = Array.from(document.adoptedStyleSheets).concat(margins);
      }
      margins.replaceSync("@page { @bottom-left { content: " + quoted(paper.dataset.foot.replace("{day}", day)) +
        "; font-size: 8pt; } }");
    } catch (refused) { /* the end of the document says it all the same */ }
  }

  window.addEventListener("beforeprint", function () {
    var day = printedOn();
    blocks().forEach(function (block) {
      if (!block.open) { block.dataset.folded = ""; }
      block.open = true;
    });
    document.querySelectorAll("[data-printed-on]").forEach(function (place) { place.textContent = day; });
    document.querySelectorAll(".cl-paper").forEach(function (paper) { writeMargins(paper, day); });
  });
  window.addEventListener("afterprint", function () {
    document.querySelectorAll("details.cl-control[data-folded]").forEach(function (block) {
      delete block.dataset.folded;
      block.open = false;
    });
  });
})();
