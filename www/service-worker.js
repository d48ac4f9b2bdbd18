// The page without a network: everything it consists of is kept by the browser, version by version. The build writes this
// to www/sw.js, where it is in charge of the whole page, with the two constants filled in.

/* global VERSION, FILES */

const PREFIX = "langkinh-";
const CACHE = PREFIX + VERSION;

self.addEventListener("install", (event) => {
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

// a page that holds nothing yet asks for the new version at once; otherwise it waits until the old pages are closed
self.addEventListener("message", ({ data }) => {
  if (data === "take over") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && new URL(request.url).origin === location.origin) event.respondWith(answer(request));
});

/** Keeps all files, each as it was built; if one comes as something else (a portal's page, half of it), nothing is kept. */
async function keep() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map(([path, integrity]) => new Request(path, { cache: "no-cache", integrity })));
}

/** Drops all versions but this and the one before: a page opened with that may still ask for a part of it. */
async function takeOver() {
  const kept = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(kept.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** @param {Request} request */
async function answer(request) {
  const isPage = request.mode === "navigate" && /\/(?:index\.html)?$/.test(new URL(request.url).pathname);
  const asked = isPage ? "./" : request;
  const cache = await caches.open(CACHE);
  if (request.cache === "reload") return renewed(request, cache);
  return (await cache.match(asked)) ?? (await caches.match(asked)) ?? fetch(request);
}

/**
 * From the network, past what is kept: the page found that damaged. What comes is kept in its place.
 * @param {Request} request
 * @param {Cache} cache
 */
async function renewed(request, cache) {
  const came = await fetch(request);
  if (came.ok) await cache.put(request, came.clone());
  return came;
}
