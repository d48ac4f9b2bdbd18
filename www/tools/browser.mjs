// The browsers that tests and tools drive. One driver for both of them: Puppeteer, for Playwright cannot drive an installed Firefox.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** @typedef {"chromium" | "firefox"} BrowserName */

/** The word by which `.tools.sh` finds each. */
const FINDS = { chromium: "find-browser", firefox: "find-firefox" };

/** Chromium has no sandbox for root; the other flags keep it from calling home. */
const FLAGS = {
  chromium: [
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
  ],
  firefox: [],
};

/**
 * Starts an installed browser (`CHROME_PATH` or `FIREFOX_PATH`, else what the system has); fails with a sentence where there is none.
 * @param {BrowserName} [name]
 * @param {{timeout?: number}} [options] `timeout`: milliseconds that it may take to start
 */
export async function launch(name = "chromium", options = {}) {
  const executablePath = execFileSync("bash", [`${ROOT}.tools.sh`, FINDS[name]], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
  return puppeteer.launch({
    browser: name === "firefox" ? "firefox" : "chrome",
    executablePath,
    args: FLAGS[name],
    ...options,
  });
}

/**
 * The address at which a server of this machine listens, without a slash at its end.
 * @param {import("node:net").Server} server
 */
export const originOf = (server) =>
  `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
