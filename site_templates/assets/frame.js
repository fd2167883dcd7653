// The frame of every page: light or dark, the menu of a phone, the passage that is being read, wide tables.
(function () {
  "use strict";

  function prepareScheme() {
    var button = document.querySelector(".cl-scheme");
    if (!button) { return; }
    function show() {
      button.setAttribute("aria-pressed", String(document.body.getAttribute("data-md-color-scheme") === "slate"));
    }
    button.hidden = false;
    show();
    button.addEventListener("click", function () {
      var scheme = document.body.getAttribute("data-md-color-scheme") === "slate" ? "default" : "slate";
      document.body.setAttribute("data-md-color-scheme", scheme);
      try { localStorage.setItem("classeur-scheme", scheme); } catch (refused) { /* for this page only, then */ }
      show();
    });
  }

  function prepareMenu() {
    var button = document.querySelector(".cl-menu-button");
    var menu = document.getElementById("cl-menu");
    if (!button || !menu) { return; }
    function open(isOpen) {
      menu.classList.toggle("is-open", isOpen);
      button.setAttribute("aria-expanded", String(isOpen));
      menu.style.top = document.querySelector(".md-header").offsetHeight + "px";
    }
    button.hidden = false;
    button.addEventListener("click", function () { open(!menu.classList.contains("is-open")); });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !menu.classList.contains("is-open")) { return; }
      open(false);
      button.focus();
    });
    document.addEventListener("click", function (event) {
      if (!menu.contains(event.target) && !button.contains(event.target)) { open(false); }
    });
    document.addEventListener("focusin", function (event) {
      if (!menu.contains(event.target) && !button.contains(event.target)) { open(false); }
    });
  }

  // The heading above the passage being read is marked in the table of contents.
  function prepareContents() {
    var links = Array.from(document.querySelectorAll(".cl-contents a"));
    if (!links.length || !window.IntersectionObserver) { return; }
    var headings = links.map(function (link) {
      return document.getElementById(decodeURIComponent(link.hash.slice(1)));
    });
    function mark() {
      var reading = -1;
      headings.forEach(function (heading, nth) {
        if (heading && heading.getBoundingClientRect().top < window.innerHeight / 3) { reading = nth; }
      });
      links.forEach(function (link, nth) {
        if (nth === reading) { link.setAttribute("aria-current", "true"); } else { link.removeAttribute("aria-current"); }
      });
    }
    var observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
    headings.forEach(function (heading) { if (heading) { observer.observe(heading); } });
  }

  // What is wider than the screen is scrolled with the arrow keys too.
  function prepareWide() {
    document.querySelectorAll(".cl-scroll, .cl-text pre, .cl-past pre").forEach(function (box) {
      if (box.hasAttribute("tabindex") || box.scrollWidth <= box.clientWidth) { return; }
      box.tabIndex = 0;
    });
  }

  prepareScheme();
  prepareMenu();
  prepareContents();
  prepareWide();
  window.addEventListener("resize", prepareWide);
})();
