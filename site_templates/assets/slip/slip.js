// The slip of a proposal: the text that the reader came from stands in the address, as PR-R2-001_1.0.
(() => {
  "use strict";
  const fill = () => {
    const [, reference, version] = /^#([\p{L}\p{N}._-]+)_([0-9.]+)$/u.exec(decodeURIComponent(location.hash)) || [];
    if (!reference) return;
    document.querySelector('[data-slip="reference"]').textContent = reference;
    document.querySelector('[data-slip="version"]').textContent = version;
  };
  fill();
  window.addEventListener("hashchange", fill);
})();
