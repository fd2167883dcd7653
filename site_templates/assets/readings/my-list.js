// « Ma liste de lecture »: one chooses one's name, or one's role and unit, once; this browser keeps the choice.
// The lists are cut into parts (part-N.js): whoever opens the page reads one of them, by script tag: no network needed.
(function () {
  "use strict";

  var KEY = "classeur-reader";
  var place = document.querySelector(".cl-mine");
  if (!place) { return; }
  var words = place.dataset;
  var choice = document.getElementById("cl-reader");
  var list = place.querySelector(".cl-mine__list");
  var parts = {};
  var documents = null;
  var reading = {};
  var shown = null;

  window.classeurReading = function (number, lists) { parts[number] = lists; };
  window.classeurReadingDocuments = function (known) { documents = known; };

  function read(name) {
    if (!reading[name]) {
      reading[name] = new Promise(function (done, fail) {
        var script = document.createElement("script");
        script.src = name;
        script.onload = done;
        script.onerror = fail;
        document.head.append(script);
      });
    }
    return reading[name];
  }

  function kept(value) {
    try {
      if (value === undefined) { return localStorage.getItem(KEY); }
      if (value) { localStorage.setItem(KEY, value); } else { localStorage.removeItem(KEY); }
    } catch (refused) { /* a browser that keeps nothing: one chooses again */ }
    return null;
  }

  function say(name, values) {
    return words[name].replace(/\{(\w+)\}/g, function (_, key) { return values[key] === undefined ? "" : values[key]; });
  }

  function element(name, text, style) {
    var made = document.createElement(name);
    if (text) { made.textContent = text; }
    if (style) { made.className = style; }
    return made;
  }

  // [reference, title, version, address, digest, minutes, summary, asked, read]
  function title(known) {
    var link = element("a");
    link.href = words.root + known[3];
    link.append(element("span", known[0], "cl-ref"), " " + known[1]);
    return link;
  }

  function facts(known, said, isLate) {
    var line = element("p", "", "cl-mine__facts");
    line.append(element("span", said, isLate ? "cl-late" : ""));
    line.append(element("span", say("version", { version: known[2] })));
    line.append(element("span", say("minutes", { n: known[5] })));
    if (known.length > 7) { line.append(element("span", say("rate", { asked: known[7], read: known[8] }))); }
    return line;
  }

  function mail(known) {
    var link = element("a", words.confirm, "cl-mine__read");
    var subject = words.subject.replace("{mark}", [known[0], known[2], known[4]].join(" "));
    link.href = "mailto:" + encodeURIComponent(words.email).replace("%40", "@") +
      "?subject=" + encodeURIComponent(subject) + "&body=" + encodeURIComponent(words.body);
    link.setAttribute("aria-label", words.confirm + " : " + known[0]);
    return link;
  }

  function toRead(task, day) {
    var known = documents[task[0]];
    var isLate = Boolean(task[1]) && task[1] < day;
    var line = element("li");
    var said = task[1] ? say(isLate ? "late" : "due", { day: window.classeurInWords(task[1]) }) : words.away;
    line.append(title(known), facts(known, said, isLate));
    if (known[6]) {
      var change = element("p", "", "cl-mine__change");
      change.append(element("strong", words.change), " " + known[6]);
      line.append(change);
    }
    if (words.email) { line.append(mail(known)); }
    return line;
  }

  function done(line) {
    var known = documents[line[0]];
    var isDay = /^\d{4}-\d\d-\d\d$/.test(line[1]);
    var said = isDay ? say("readOn", { day: window.classeurInWords(line[1]) }) : say("covered", { version: line[1] });
    var item = element("li");
    item.append(title(known), " ", element("small", say("version", { version: known[2] }) + " · " + said));
    return item;
  }

  function total(tasks) {
    var minutes = tasks.reduce(function (sum, task) { return sum + documents[task[0]][5]; }, 0);
    var hours = Math.floor(minutes / 60);
    var told = { n: tasks.length, hours: hours, minutes: hours ? String(minutes % 60).padStart(2, "0") : minutes };
    return say(hours ? "leftHours" : "left", told);
  }

  function show() {
    if (!shown) { list.replaceChildren(); return; }
    var day = window.classeurToday();
    var pieces = [element("h2", shown[0].length ? total(shown[0]) : words.nothing)];
    if (shown[0].length) {
      var tasks = element("ol", "", "cl-mine__tasks");
      shown[0].forEach(function (task) { tasks.append(toRead(task, day)); });
      pieces.push(tasks);
    }
    if (shown[1].length) {
      var past = element("details", "", "cl-mine__done");
      var rows = element("ul", "", "cl-rows");
      shown[1].forEach(function (line) { rows.append(done(line)); });
      past.append(element("summary", say("done", { n: shown[1].length })), rows);
      pieces.push(past);
    }
    list.replaceChildren.apply(list, pieces);
  }

  function choose() {
    var option = choice.selectedOptions[0];
    var key = option ? option.value : "";
    kept(key);
    shown = null;
    if (!key) { show(); return; }
    var number = option.dataset.part;
    Promise.all([read("documents.js"), read("part-" + number + ".js")]).then(function () {
      if (choice.value !== key) { return; } // another name was chosen meanwhile
      shown = parts[number] && parts[number][key];
      if (shown && documents) { show(); } else { throw new Error(key); }
    }).catch(function () { list.replaceChildren(element("p", words.noneKnown)); });
  }

  document.addEventListener("classeur-day", show);
  choice.addEventListener("change", choose);
  choice.value = kept() || "";
  if (choice.selectedIndex < 0) { choice.value = ""; } // who has left is not in the list any more
  if (choice.value) { choose(); }
})();
