/* Two versions side by side: passes on to each what was scrolled in the other. */
(() => {
  "use strict";
  window.addEventListener("message", (event) => {
    if (event.origin !== location.origin) return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow !== event.source) frame.contentWindow.postMessage(event.data, location.origin);
    }
  });
})();
