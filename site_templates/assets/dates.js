// What is in force depends on the day: a page built on 31 December must not lie on 1 January.
// Each dated piece says between which days it stands (data-from, data-before); its words were written at build.
(function () {
  "use strict";

  // The day where the organisation lives, as 2027-01-01; the reader's own day where the zone is unknown.
  function today() {
    var house = window.classeurHouse || {};
    if (house.day) { return house.day; } // a site of a past day stays so
    var options = { year: "numeric", month: "2-digit", day: "2-digit", numberingSystem: "latn", calendar: "gregory" };
    var format;
    try {
      format = new Intl.DateTimeFormat("en-GB", Object.assign({ timeZone: house.timezone }, options));
    } catch (unknownZone) {
      format = new Intl.DateTimeFormat("en-GB", options);
    }
    var parts = {};
    format.formatToParts(new Date()).forEach(function (part) { parts[part.type] = part.value; });
    return parts.year.padStart(4, "0") + "-" + parts.month + "-" + parts.day;
  }

  function daysBetween(first, last) {
    return Math.round((Date.parse(last + "T00:00Z") - Date.parse(first + "T00:00Z")) / 86400000);
  }

  // 12 mars 2026, 1er janvier 2027; nothing for no day.
  function inWords(day) {
    if (!day) { return ""; }
    var lang = document.documentElement.lang || "fr";
    var told = new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day + "T00:00Z"));
    return lang.slice(0, 2) === "fr" ? told.replace(/^1 /, "1er ") : told;
  }

  function apply() {
    var day = today();
    document.querySelectorAll("[data-before]").forEach(function (piece) {
      var from = piece.dataset.from;
      var before = piece.dataset.before;
      var isOut = Boolean((from && day < from) || (before && day >= before));
      piece.toggleAttribute("data-not-today", isOut);
      piece.hidden = isOut;
    });
    document.querySelectorAll("[data-late]").forEach(function (piece) {
      piece.classList.toggle("cl-late", day >= piece.dataset.late);
    });
    document.querySelectorAll("[data-days-since]").forEach(function (piece) {
      piece.textContent = Math.max(0, daysBetween(piece.dataset.daysSince, day));
    });
    document.dispatchEvent(new Event("classeur-day"));
  }

  window.classeurToday = today;
  window.classeurInWords = inWords;
  apply();
  document.addEventListener("visibilitychange", function () { if (!document.hidden) apply(); });
  window.addEventListener("pageshow", function (event) { if (event.persisted) apply(); });
})();
