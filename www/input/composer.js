// Where text comes in: typed or pasted, dropped, picked, or a sample. What was typed stays until the reader
// clears it.

import { el, button } from "../dom.js";
import { t } from "../i18n/index.js";
import { Editor } from "./editor.js";
import { readFile, Unreadable } from "./files.js";
import { looksLikeHtml, readHtml } from "./html.js";
import { SAMPLES, readSample, warmSamples } from "./samples.js";

/** How long typing rests before the text is analyzed. */
const DEBOUNCE = 350;

export class Composer {
  /** `onText({text, published, note, name, typed})`; `onFailure(key, values)` for what could not be read. */
  constructor(root, { onText, onFailure }) {
    this.root = root;
    this.onText = onText;
    this.onFailure = onFailure;
    this.turn = 0;
    this.editor = new Editor({ onInput: (pasted) => this.typed(pasted), onAgain: () => this.give({ text: this.editor.text, typed: false }) });
    this.picker = el("input", { type: "file", id: "picker", hidden: true, accept: ".txt,.html,.htm,.xhtml,text/plain,text/html", on: { change: () => this.picked() } });
    this.listenForDrops();
  }

  warm() {
    warmSamples();
  }

  /** Draws or draws again, in the language of now; the editor itself stays. */
  draw() {
    const folded = this.details ? !this.details.open : false;
    this.editor.draw();
    this.details = el("details", { class: "editor", open: !folded },
      el("summary", {}, t("input.edit")),
      el("label", { class: "sr", htmlFor: "editor" }, t("input.label")),
      this.editor.nodes,
      el("p", { class: "acts" },
        button(t("input.pick"), () => this.picker.click(), { id: "pick", class: "primary" }),
        button(t("input.clear"), () => this.clear(), { id: "clear" }),
        el("span", { class: "hint" }, t("input.hint"))));
    this.root.replaceChildren(
      el("div", { class: "intro" },
        el("h1", { id: "heading" }, t("intro.heading")),
        el("p", {}, t("intro.what")),
        el("ol", { class: "steps" }, ["give", "read", "follow"].map((step) => el("li", {}, t(`intro.${step}`))))),
      this.details, this.picker,
      el("div", { class: "samples" },
        el("h2", { id: "samples-label" }, t("samples.label")),
        el("ul", { aria: { labelledby: "samples-label" } }, SAMPLES.map((file, i) =>
          el("li", {}, button(t(`sample.${i}`), () => this.sample(file), { class: "sample", data: { sample: String(i) } }))))),
    );
  }

  /** Makes way for the article. */
  fold() {
    this.details.open = false;
  }

  clear() {
    this.editor.text = "";
    this.details.open = true;
    this.give({ text: "", typed: true });
    this.editor.focus();
  }

  typed(pasted) {
    clearTimeout(this.timer);
    this.turn += 1;
    const { text } = this.editor;
    if (pasted && looksLikeHtml(text)) this.take(() => readHtml(text), { keepTyped: true });
    else this.timer = setTimeout(() => this.give({ text, typed: !pasted }), pasted ? 0 : DEBOUNCE);
  }

  async picked() {
    const [file] = this.picker.files;
    this.picker.value = "";
    if (file) await this.file(file);
  }

  file(file) {
    return this.take(() => readFile(file), { name: file.name.replace(/\.[^.]*$/, "") });
  }

  sample(file) {
    return this.take(async () => ({ text: await readSample(file) }), { name: file.replace(/\.txt$/, "") });
  }

  /** Reads from somewhere and hands on what came, unless something newer came in meanwhile. */
  async take(read, { name, keepTyped } = {}) {
    clearTimeout(this.timer);
    const turn = ++this.turn;
    try {
      const came = await read();
      if (turn !== this.turn) return;
      if (!keepTyped && came.text.trim()) this.editor.text = came.text;
      this.give({ ...came, name, typed: false });
    } catch (error) {
      if (turn !== this.turn) return;
      if (error instanceof Unreadable) this.onFailure(error.key, error.values);
      else this.onFailure("error.read", { message: error.message });
    }
  }

  give(came) {
    this.onText(came);
  }

  listenForDrops() {
    const page = document.documentElement;
    addEventListener("dragover", (event) => {
      event.preventDefault();
      page.classList.add("dropping");
    });
    addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) page.classList.remove("dropping");
    });
    addEventListener("drop", (event) => {
      event.preventDefault();
      page.classList.remove("dropping");
      const [file] = event.dataTransfer.files;
      const text = event.dataTransfer.getData("text/plain");
      if (file) this.file(file);
      else if (text) this.take(async () => (looksLikeHtml(text) ? readHtml(text) : { text }));
    });
  }
}
