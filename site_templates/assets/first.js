// Read before the page is drawn, so that nothing moves under the reader's eyes: that scripts run; light or dark, as
// chosen here or as the system asks; on a phone, the control block folded to one line.
(function () {
  "use strict";

  document.documentElement.classList.add("cl-js");
  var chosen = null;
  try { chosen = localStorage.getItem("classeur-scheme"); } catch (refused) { /* a browser that keeps nothing */ }
  var isDark = chosen ? chosen === "slate" : window.matchMedia("(prefers-color-scheme: dark)").matches;
  document.body.setAttribute("data-md-color-scheme", isDark ? "slate" : "default");

  if (!window.matchMedia("(max-width: 44.9375em)").matches) { return; }
  var reading = new MutationObserver(function () {
    document.querySelectorAll("details.cl-control[open]").forEach(function (block) { block.open = false; });
  });
  reading.observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", function () { reading.disconnect(); });
})();
