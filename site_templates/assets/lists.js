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

  // The lines of a group, without its title.
  function linesOf(body) {
    return Array.from(body.rows).filter(function (row) { return !row.classList.contains("cl-group"); });
  }

  function sort(table, header, column) {
    var down = header.getAttribute("aria-sort") === "ascending";
    Array.from(table.tBodies).forEach(function (body) {
      var rows = linesOf(body);
      rows.sort(function (a, b) {
        var one = valueOf(a, column);
        var other = valueOf(b, column);
        if (!one !== !other) { return one ? -1 : 1; } // empty values stay at the end
        return (down ? -1 : 1) * collator.compare(one, other);
      });
      body.append.apply(body, rows);
    });
    Array.from(table.tHead.rows[0].cells).forEach(function (each) { each.removeAttribute("aria-sort"); });
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
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
    if (!table) { return; }
    var count = list.querySelector(".cl-list__count");
    var filter = list.querySelector(".cl-list__filter");
    var choices = Array.from(list.querySelectorAll(".cl-list__choice"));
    var rows = read();

    function read() {
      return Array.from(table.tBodies).flatMap(function (body) {
        return linesOf(body).map(function (row) {
          return { row: row, words: folded(Array.from(row.cells).map(shownText).join(" ")) };
        });
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
      Array.from(table.tBodies).forEach(function (body) {
        body.hidden = linesOf(body).every(function (row) { return row.hidden || row.hasAttribute("data-not-today"); });
      });
      count.textContent = shown === standing.length ? "" :
        shown ? list.dataset.shown.replace("{shown}", shown).replace("{all}", standing.length) : list.dataset.none;
    }

    apply();
    filter.addEventListener("input", apply);
    choices.forEach(function (choice) { choice.addEventListener("change", apply); });
    document.addEventListener("classeur-day", function () { rows = read(); apply(); });
  }

  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("table.cl-sortable").forEach(makeSortable);
    document.querySelectorAll(".cl-list").forEach(makeFilterable);
  });
})();
