// What a site can do beyond its pages where it is served: be installed, and be read without a connection.
"use strict";
(() => {
  if (!/^https?:$/.test(location.protocol)) return;
  const page = document.documentElement;
  const manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = `${page.dataset.root}${page.dataset.site}/site.webmanifest`;
  document.head.append(manifest);
  if (!("serviceWorker" in navigator)) return;
  addEventListener("load", async () => {
    try {
      await navigator.serviceWorker.register(`${page.dataset.root}sw.js`);
      const ready = await navigator.serviceWorker.ready;
      ready.active.postMessage({ keep: page.dataset.site });
    } catch {
      // Private windows and some frames forbid it; the pages need none.
    }
  });
})();
