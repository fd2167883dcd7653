/* Laid over each page of the preview: what is wrong with its text, and the page again after a save. */
(() => {
  "use strict";
  const page = document.currentScript.dataset.page;
  const framed = window.top !== window;
  const place = `apercu-${page}`;
  let build = 0;

  const make = (tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };

  const kept = sessionStorage.getItem(place);
  if (kept !== null) {
    sessionStorage.removeItem(place);
    requestAnimationFrame(() => window.scrollTo({ top: Number(kept), behavior: "instant" }));
  }

  const finding = (told) => {
    const item = make("li", "", { "data-severity": told.severity });
    item.append(make("strong", `${told.word} `), told.message, make("br"), told.remedy, make("br"));
    item.append(make("small", `${told.where} · ${told.code}`));
    return item;
  };

  const draw = (state) => {
    document.querySelectorAll(".apercu-bar, .apercu-held").forEach((old) => old.remove());
    if (state.held.length) {
      const held = make("div", "", { class: "apercu-held", role: "alert" });
      held.append(make("p", state.heldTitle), ...state.held.map((sentence) => make("p", sentence)));
      document.body.prepend(held);
    }
    if (framed) return;
    const bar = make("aside", "", { class: "apercu-bar", "aria-label": state.title });
    bar.append(make("strong", state.title));
    for (const link of [state.desk, state.beside]) {
      if (link) bar.append(make("a", link.label, { href: link.href }));
    }
    if (state.findings.length) {
      const told = make("details");
      const list = make("ul");
      list.append(...state.findings.map(finding));
      told.append(make("summary", state.some), list);
      told.open = sessionStorage.getItem("apercu-open") !== "no";
      told.addEventListener("toggle", () => sessionStorage.setItem("apercu-open", told.open ? "yes" : "no"));
      bar.append(told);
    } else if (state.concernsText) {
      bar.append(make("span", state.none));
    }
    bar.append(make("span", state.elsewhere));
    document.body.append(bar);
  };

  const ask = async () => {
    const answer = await fetch(`/_apercu/etat?page=${encodeURIComponent(page)}`);
    if (!answer.ok) return;
    const state = await answer.json();
    build = state.build;
    draw(state);
  };

  const shows = (changed) => changed.some((file) => file === page || /\.(css|js)$/.test(file) && file.startsWith("assets/"));

  let news = null;
  const listen = () => {
    news = new EventSource(`/_apercu/nouvelles?depuis=${build}`);
    news.onmessage = (event) => {
      const told = JSON.parse(event.data);
      build = told.build;
      if (shows(told.changed)) {
        sessionStorage.setItem(place, String(window.scrollY));
        location.reload();
      } else {
        ask();
      }
    };
  };

  // A page that nobody looks at keeps no line open: a browser has six for one server. Seen again, it asks what it missed.
  document.addEventListener("visibilitychange", () => {
    if (news) news.close();
    if (!document.hidden) listen();
  });

  if (framed) {
    // Two versions side by side: what is scrolled in one is scrolled in the other, in proportion.
    const height = () => document.documentElement.scrollHeight - window.innerHeight;
    let led = false;
    window.addEventListener("scroll", () => {
      if (!led && height() > 0) window.parent.postMessage({ apercu: window.scrollY / height() }, location.origin);
      led = false;
    });
    window.addEventListener("message", (event) => {
      if (event.origin !== location.origin || typeof event.data.apercu !== "number") return;
      led = true;
      window.scrollTo({ top: event.data.apercu * height(), behavior: "instant" });
    });
  }

  ask().then(listen);
})();
