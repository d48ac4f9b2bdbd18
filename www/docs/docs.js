// The documentation's own script: try it, copy, the bookmarklet's address, light and dark.

import { toggleTheme } from "../theme.js";

const $ = (selector) => document.querySelector(selector);
const words = document.documentElement.dataset;

$("#theme").addEventListener("click", toggleTheme);

for (const figure of document.querySelectorAll(".snippet")) {
  const button = figure.querySelector(".copy");
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(figure.querySelector("code").textContent);
      button.textContent = words.copied;
    } catch {
      button.textContent = words.refused;
    }
    setTimeout(() => (button.textContent = words.copy), 2000);
  });
}

const tag = $("lang-kinh");
const article = $("#bai");
const form = $("#settings");

/** The article as typed, a paragraph a line; the tag notices by itself. */
function show() {
  const lines = $("#text")
    .value.split("\n")
    .filter((line) => line.trim());
  article.replaceChildren(...lines.map((line) => Object.assign(document.createElement("p"), { textContent: line })));
}

/** The tag as chosen, on the page and to copy. */
function choose() {
  const kinds = [...form.elements.kind].filter(({ checked }) => checked).map(({ value }) => value);
  const chosen = {
    kinds: kinds.length === form.elements.kind.length ? null : kinds.join(" "),
    panel: form.elements.panel.value,
    "ui-lang": form.elements.language.value,
  };
  for (const [name, value] of Object.entries(chosen)) {
    if (value === null) tag.removeAttribute(name);
    else tag.setAttribute(name, value);
  }
  const written = Object.entries(chosen).filter(
    ([name, value]) => value !== null && value !== { panel: "list", "ui-lang": "vi" }[name],
  );
  $("#made").textContent =
    `<lang-kinh for="bai"${written.map(([name, value]) => ` ${name}="${value}"`).join("")}></lang-kinh>`;
}

let typing;
$("#text").addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(show, 200);
});
form.addEventListener("change", choose);
tag.addEventListener("langkinh-analysis", ({ detail }) => {
  const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
  $("#measured").textContent = words.measured
    .replace("{ms}", number.format(detail.milliseconds))
    .replace("{n}", number.format(detail.text.length));
});
choose();

const link = $("#bookmarklet-link");
link.href = link.dataset.code.replaceAll("HERE", new URL("..", location.href).href.replace(/\/$/, ""));
link.addEventListener("click", (event) => event.preventDefault()); // it is for dragging; here the policy forbids it
$("#bookmarklet-code").textContent = link.href;
