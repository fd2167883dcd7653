// Sorting and filtering of the long lists, in the page, with no library and no network.
(function () {
  "use strict";

  var collator = new Intl.Collator(document.documentElement.lang || "fr", { numeric: true, sensitivity: "base" });

  function folded(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  // A cell may hold several states, of which one is today's (see dates.js).
  function shownText(cell) {
    return Array.from(cell.childNodes)
      .filter(function (piece) { return !piece.hidden; })
      .map(function (piece) { return piece.textContent; }).join("").trim();
  }

  function valueOf(row, column) {
    var cell = row.cells[column];
    var typed = cell.getAttribute("data-sort");
    return typed === null ? shownText(cell) : typed;
  }

  function sort(table, header, column) {
    var down = header.getAttribute("aria-sort") === "ascending";
    var rows = Array.from(table.tBodies[0].rows);
    rows.sort(function (a, b) {
      var one = valueOf(a, column);
      var other = valueOf(b, column);
      if (!one !== !other) { return one ? -1 : 1; } // empty values stay at the end
      return (down ? -1 : 1) * collator.compare(one, other);
    });
    Array.from(table.tHead.rows[0].cells).forEach(function (each) { each.removeAttribute("aria-sort"); });
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    table.tBodies[0].append.apply(table.tBodies[0], rows);
  }

  function makeSortable(table) {
    Array.from(table.tHead.rows[0].cells).forEach(function (header, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.append.apply(button, Array.from(header.childNodes));
      header.append(button);
      button.addEventListener("click", function () { sort(table, header, column); });
    });
  }

  function makeFilterable(list) {
    var table = list.querySelector("table");
    var count = list.querySelector(".cl-list__count");
    var filter = list.querySelector(".cl-list__filter");
    var choices = Array.from(list.querySelectorAll(".cl-list__choice"));
    var rows = read();

    function read() {
      return Array.from(table.tBodies[0].rows).map(function (row) {
        return { row: row, words: folded(Array.from(row.cells).map(shownText).join(" ")) };
      });
    }

    function apply() {
      var words = folded(filter.value).split(/\s+/).filter(Boolean);
      var shown = 0;
      var standing = rows.filter(function (each) { return !each.row.hasAttribute("data-not-today"); });
      standing.forEach(function (each) {
        var fits = words.every(function (word) { return each.words.includes(word); }) &&
          choices.every(function (choice) {
            return !choice.value || shownText(each.row.cells[Number(choice.dataset.column)]) === choice.value;
          });
        each.row.hidden = !fits;
        shown += fits ? 1 : 0;
      });
      count.textContent = shown === standing.length ? "" :
        shown ? list.dataset.shown.replace("{shown}", shown).replace("{all}", standing.length) : list.dataset.none;
    }

    filter.addEventListener("input", apply);
    choices.forEach(function (choice) { choice.addEventListener("change", apply); });
    document.addEventListener("classeur-day", function () { rows = read(); apply(); });
  }

  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("table.cl-sortable").forEach(makeSortable);
    document.querySelectorAll(".cl-list").forEach(makeFilterable);
  });
})();
