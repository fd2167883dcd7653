// « Ma feuille est-elle à jour ? »: reads what a sheet of paper carries, and says what this site knows of it.
// The list of references is cut into parts (v/part-N.js); one check reads one part, by script tag: no network needed.
(function () {
  "use strict";

  var place = document.querySelector(".cl-check");
  if (!place) { return; }
  var words = place.dataset;
  var parts = {};
  var waiting = {};

  window.classeurSheets = function (number, records) { parts[number] = records; };

  function folded(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  // FNV-1a over the folded reference, as `views/sheet_check.py` does.
  function partOf(reference) {
    var seal = 0x811c9dc5;
    new TextEncoder().encode(folded(reference)).forEach(function (byte) {
      seal = Math.imul(seal ^ byte, 0x01000193) >>> 0;
    });
    return seal % Number(words.parts);
  }

  function read(number) {
    if (!waiting[number]) {
      waiting[number] = new Promise(function (done, fail) {
        var script = document.createElement("script");
        script.src = "part-" + number + ".js";
        script.onload = function () { if (parts[number]) { done(parts[number]); } else { fail(); } };
        script.onerror = fail;
        document.head.append(script);
      });
    }
    return waiting[number];
  }

  // The three things that a sheet carries, in a hash (#PR-R2-001/1.0/9f9f…) or as somebody typed them.
  function sheetIn(typed) {
    var pieces = typed.trim().replace(/^.*#/, "").split(/[\s\/,;]+/).filter(Boolean).map(function (piece) {
      try { return decodeURIComponent(piece); } catch (broken) { return piece; }
    });
    pieces = pieces.filter(function (piece) { return !/^v(ersion)?\.?$/i.test(piece); });
    if (pieces.length < 2 || !/^v?\d+(\.\d+){0,2}$/i.test(pieces[1])) { return null; }
    return {
      reference: pieces[0],
      version: pieces[1].replace(/^v/i, ""),
      digest: pieces.slice(2).join("").toLowerCase().replace(/[^0-9a-f]/g, "")
    };
  }

  // 2, 2.0 and 2.0.0 are one version.
  function same(one, other) {
    function numbers(text) {
      var list = text.split(".").map(Number);
      while (list.length < 3) { list.push(0); }
      return list.join(".");
    }
    return numbers(one) === numbers(other);
  }

  function say(name, values) {
    return words[name].replace(/\{(\w+)\}/g, function (_, key) { return values[key] === undefined ? "" : values[key]; });
  }

  function spanOn(record, day) {
    return record.s.filter(function (span) { return (!span[2] || span[2] <= day) && (!span[3] || day < span[3]); })[0];
  }

  // The tone, the sentence, then what may be read instead.
  function answer(sheet, record, day) {
    var version = Object.keys(record.v).filter(function (each) { return same(each, sheet.version); })[0];
    var told = { reference: sheet.reference, version: sheet.version, digest: sheet.digest };
    if (!version) { return { tone: "stop", text: say("noVersion", told) }; }
    told.version = version;
    var known = record.v[version];
    var compared = sheet.digest.slice(0, known.length);
    if (compared.length >= 6 && known.indexOf(compared) !== 0) {
      told.known = known;
      return { tone: "stop", text: say("different", told) };
    }
    var found = inForce(version, record, day, told);
    if (compared.length < 6) { found.notes = (found.notes || []).concat(say("noDigest", told)); }
    return found;
  }

  function inForce(version, record, day, told) {
    var span = spanOn(record, day) || record.s[record.s.length - 1];
    var state = span[0];
    told.day = window.classeurInWords(span[4]);
    told.current = span[1];
    if (!span[1]) {
      var gone = state === "superseded" ? "others" : "withdrawn";
      return { tone: "stop", text: say(told.day ? gone : gone + "Undated", told), links: span[5] };
    }
    var coming = record.s.filter(function (each) { return each[2] && each[2] > day && each[1] === version; })[0];
    if (span[1] !== version) {
      if (!coming) { return { tone: "stop", text: say("replaced", told), read: true }; }
      told.day = window.classeurInWords(coming[2]);
      return { tone: "note", text: say("coming", told), read: true };
    }
    if (state === "approved") {
      return { tone: "note", text: say("early", told), read: true };
    }
    if (state === "suspended") { return { tone: "stop", text: say("suspended", told), read: true }; }
    var next = record.s.filter(function (each) { return each[2] && each[2] > day && each[1] && each[1] !== version; })[0];
    return {
      tone: "go", text: say("current", told), read: true,
      notes: next ? [say("next", { current: next[1], day: window.classeurInWords(next[2]) })] : []
    };
  }

  function link(address, text) {
    var made = document.createElement("a");
    made.href = "../" + address;
    made.textContent = text;
    return made;
  }

  function show(found, record) {
    var box = place.querySelector(".cl-check__answer");
    var strong = document.createElement("p");
    strong.className = "cl-check__told cl-check__told--" + found.tone;
    strong.textContent = found.text;
    box.replaceChildren(strong);
    if (record && record.n) { (found.notes = found.notes || []).push(say("renumbered", { reference: record.n })); }
    (found.notes || []).forEach(function (note) {
      var line = document.createElement("p");
      line.textContent = note;
      box.append(line);
    });
    var ways = (found.links || []).map(function (each) { return link(each[1], each[0]); });
    if (record && found.read) { ways.unshift(link(record.a, (record.n || record.r) + " " + record.t)); }
    if (ways.length) {
      var line = document.createElement("p");
      ways.forEach(function (way, number) { line.append(number ? ", " : "", way); });
      box.append(line);
    }
  }

  function check(typed) {
    var sheet = sheetIn(typed);
    if (!sheet) { show({ tone: "note", text: say("unclear", {}) }); return; }
    read(partOf(sheet.reference)).then(function (records) {
      var name = Object.keys(records).filter(function (each) { return folded(each) === folded(sheet.reference); })[0];
      if (!name) { show({ tone: "stop", text: say("unknown", { reference: sheet.reference }) }); return; }
      sheet.reference = name;
      var record = Object.assign({ r: name }, records[name]);
      show(answer(sheet, record, window.classeurToday()), record);
    }, function () { show({ tone: "note", text: say("unread", {}) }); });
  }

  function fromHash() {
    if (window.location.hash.length < 2) { return; }
    var sheet = sheetIn(window.location.hash);
    if (sheet) {
      place.querySelector("input").value = [sheet.reference, sheet.version, sheet.digest].join(" ").trim();
      check(window.location.hash);
    }
  }

  document.addEventListener("DOMContentLoaded", function () {
    place.querySelector("form").addEventListener("submit", function (event) {
      event.preventDefault();
      check(place.querySelector("input").value);
    });
    window.addEventListener("hashchange", fromHash);
    fromHash();
  });
})();
