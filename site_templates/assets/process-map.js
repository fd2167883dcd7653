/* Process map: the pointer or the focus on a process shows its arcs and says its exchanges.
   No dependency, nothing fetched, no inline code: works from file:// and under a strict Content-Security-Policy. */
(function () {
  "use strict";

  var read = new WeakMap();

  function dataOf(map) {
    if (!read.has(map)) {
      var script = map.querySelector("script.cl-map-data");
      read.set(map, script ? JSON.parse(script.textContent) : { hint: "", processes: {} });
    }
    return read.get(map);
  }

  var hovers = window.matchMedia("(hover: hover)");

  function say(map, sentences) {
    var info = map.querySelector(".cl-map-info");
    if (!info) return;
    info.textContent = "";
    sentences.forEach(function (sentence) {
      var line = document.createElement("span");
      line.textContent = sentence;
      info.appendChild(line);
    });
  }

  function show(map, code) {
    var related = {};
    related[code] = true;
    map.querySelectorAll(".cl-arc").forEach(function (arc) {
      var from = arc.getAttribute("data-from");
      var to = arc.getAttribute("data-to");
      var concerned = from === code || to === code;
      arc.classList.toggle("is-on", concerned);
      if (concerned) related[from] = related[to] = true;
    });
    map.querySelectorAll(".cl-process").forEach(function (process) {
      process.classList.toggle("is-on", related[process.getAttribute("data-code")] === true);
    });
    map.classList.add("is-focused");
    say(map, dataOf(map).processes[code] || []);
  }

  function clear(map) {
    map.classList.remove("is-focused");
    map.querySelectorAll(".is-on").forEach(function (part) {
      part.classList.remove("is-on");
    });
    say(map, hovers.matches ? [dataOf(map).hint] : []); // a finger cannot point without opening
  }

  function processAt(target) {
    return target instanceof Element ? target.closest(".cl-map .cl-process") : null;
  }

  function enter(event) {
    var process = processAt(event.target);
    if (process) show(process.closest(".cl-map"), process.getAttribute("data-code"));
  }

  function leave(event) {
    var process = processAt(event.target);
    if (!process || process.contains(event.relatedTarget)) return;
    var map = process.closest(".cl-map");
    var focused = event.type === "mouseout" ? processAt(document.activeElement) : null;
    if (focused && map.contains(focused)) show(map, focused.getAttribute("data-code"));
    else clear(map);
  }

  function prepare() {
    document.querySelectorAll(".cl-map").forEach(function (map) {
      var button = map.querySelector(".cl-map-all");
      if (button && map.querySelector(".cl-arc")) button.hidden = false;
      clear(map);
    });
  }

  document.addEventListener("mouseover", enter);
  document.addEventListener("mouseout", leave);
  document.addEventListener("focusin", enter);
  document.addEventListener("focusout", leave);
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") document.querySelectorAll(".cl-map.is-focused").forEach(clear);
  });
  document.addEventListener("click", function (event) {
    var button = event.target instanceof Element ? event.target.closest(".cl-map-all") : null;
    if (!button) return;
    var all = button.closest(".cl-map").classList.toggle("is-all");
    button.setAttribute("aria-pressed", String(all));
  });

  // Material's instant navigation replaces the page without loading this file again.
  if (window.document$ && typeof window.document$.subscribe === "function") window.document$.subscribe(prepare);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", prepare);
  else prepare();
})();
