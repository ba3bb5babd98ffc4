const KNOWN = new Set(Object.values(FILES).flat());

async function keep(files) {
  const cache = await caches.open(VERSION);
  const kept = new Set((await cache.keys()).map((request) => request.url));
  const missing = files.map((file) => new URL(file, registration.scope).href).filter((url) => !kept.has(url));
  await cache.addAll(missing.map((url) => new Request(url, { cache: "no-cache" })));
}

function file(request) {
  const url = new URL(request.url);
  url.search = url.hash = "";
  const path = url.href.slice(registration.scope.length);
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

async function answer(request) {
  const path = file(request);
  const cache = await caches.open(VERSION);
  const kept = await cache.match(new URL(path, registration.scope).href);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok && KNOWN.has(path)) await cache.put(new URL(path, registration.scope).href, fresh.clone());
  return fresh;
}

addEventListener("install", (event) => {
  event.waitUntil(keep(FILES[""]).then(() => skipWaiting()));
});
addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("kokko-") && name !== VERSION;
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))).then(() => clients.claim()),
  );
});
addEventListener("message", (event) => {
  const files = FILES[event.data && event.data.keep];
  if (files) event.waitUntil(keep(files));
});
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(registration.scope)) event.respondWith(answer(request));
});
