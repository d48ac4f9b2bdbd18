// Working without a network: the service worker, and when a new version of the page takes over.

import { scriptUrl } from "./policy.js";

/**
 * Starts the service worker. A new version takes over at once where `isIdle()` says that a reload loses nothing, else
 * when the page is opened next.
 * @param {() => boolean} isIdle
 */
export async function workOffline(isIdle) {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  let asked = false;
  serviceWorker.addEventListener("controllerchange", () => asked && location.reload());
  let registration;
  try {
    registration = await serviceWorker.register(scriptUrl(new URL("../sw.js", import.meta.url)));
  } catch {
    return; // the page works all the same, as long as there is a network
  }
  const renew = () => {
    if (!registration.waiting || !serviceWorker.controller || !isIdle()) return;
    asked = true;
    registration.waiting.postMessage("take over");
  };
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", renew));
  renew();
}
