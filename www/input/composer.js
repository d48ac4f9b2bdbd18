// Where text comes in: typed or pasted, dropped, picked, or a sample. What was typed stays until the reader
// clears it.

import { button, el } from "../dom.js";
import { sentenceOf } from "../failure.js";
import { t } from "../i18n/index.js";
import { droppedFiles, pickedFiles } from "./drop.js";
import { Editor } from "./editor.js";
import { Reader } from "./reader.js";
import { readSample, SAMPLES, warmSamples } from "./samples.js";

/** @import { Values } from "../i18n/index.js" */
/** @import { Came } from "../session.js" */

/**
 * @typedef {{text?: string, file?: File, sample?: string}} Source one of them: a text, a file, the name of a sample
 * @typedef {{name?: string, typed?: boolean, keep?: boolean}} How `keep` leaves the editor as it is
 */

/** How long typing rests before the text is analyzed. */
const DEBOUNCE = 350;

export class Composer {
  /**
   * @param {HTMLElement} root
   * @param {object} acts
   * @param {(came: Came) => void} acts.onText
   * @param {(key: string, values?: Values) => void} acts.onFailure for what could not be read
   * @param {() => void} acts.onReading when reading begins
   * @param {(sources: (File|string)[]) => void} acts.onMany for several files, a folder, or all samples
   */
  constructor(root, { onText, onFailure, onReading, onMany }) {
    this.root = root;
    this.onText = onText;
    this.onFailure = onFailure;
    this.onReading = onReading;
    this.onMany = onMany;
    this.reader = new Reader();
    /** @type {Set<string>} steps of the reading that are left out */
    this.leave = new Set();
    /** @type {[Source, How]|undefined} what was read last */
    this.last = undefined;
    /** @type {ReturnType<typeof setTimeout>|undefined} until typing rests */
    this.timer = undefined;
    /** @type {AbortController|undefined} of the reading under way */
    this.work = undefined;
    /** @type {HTMLDetailsElement|undefined} once it is drawn */
    this.details = undefined;
    this.editor = new Editor({
      onInput: (pasted) => this.typed(pasted),
      onAgain: () => this.take({ text: this.editor.text }, { keep: true }),
    });
    /** @type {HTMLInputElement} */
    this.picker = el("input", {
      type: "file",
      id: "picker",
      hidden: true,
      multiple: true,
      accept: ".txt,.text,.md,.html,.htm,.xhtml,.docx,.pdf,text/plain,text/html",
      on: { change: () => this.picked(this.picker) },
    });
    /** @type {HTMLInputElement} */
    this.folder = el("input", {
      type: "file",
      id: "folder-picker",
      hidden: true,
      multiple: true,
      webkitdirectory: true,
      on: { change: () => this.picked(this.folder) },
    });
    this.listenForDrops();
  }

  warm() {
    warmSamples();
    this.reader.warm();
  }

  /** Draws or draws again, in the language of now; the editor itself stays. */
  draw() {
    const folded = this.details ? !this.details.open : false;
    this.editor.draw();
    this.details = el(
      "details",
      { class: "editor", open: !folded },
      el("summary", {}, t("input.edit")),
      el("label", { class: "sr", htmlFor: "editor" }, t("input.label")),
      this.editor.nodes,
      el(
        "p",
        { class: "acts" },
        button(t("input.pick"), () => this.picker.click(), { id: "pick", class: "primary" }),
        button(t("input.pickFolder"), () => this.folder.click(), { id: "pick-folder" }),
        button(t("input.clear"), () => this.clear(), { id: "clear" }),
        el("span", { class: "hint" }, t("input.hint")),
      ),
    );
    this.root.replaceChildren(
      this.details,
      this.picker,
      this.folder,
      el(
        "div",
        { class: "samples" },
        el("h2", { id: "samples-label" }, t("samples.label")),
        el(
          "ul",
          { aria: { labelledby: "samples-label" } },
          SAMPLES.map((file, i) =>
            el(
              "li",
              {},
              button(t(`sample.${i}`), () => this.sample(file), { class: "sample", data: { sample: String(i) } }),
            ),
          ),
          el(
            "li",
            {},
            button(t("samples.all"), () => this.onMany(SAMPLES), { class: "sample", id: "all-samples" }),
          ),
        ),
      ),
    );
  }

  /** Makes way for the article. */
  fold() {
    if (this.details) this.details.open = false;
  }

  clear() {
    this.editor.text = "";
    if (this.details) this.details.open = true;
    this.stop();
    this.leave.clear();
    this.onText({ text: "", notes: [], typed: true });
    this.editor.focus();
  }

  /** @param {boolean} pasted */
  typed(pasted) {
    this.stop();
    const { text } = this.editor;
    if (!text) this.leave.clear();
    this.timer = setTimeout(() => this.take({ text }, { typed: !pasted, keep: true }), pasted ? 0 : DEBOUNCE);
  }

  /** @param {HTMLInputElement} input */
  picked(input) {
    const isFolder = input === this.folder;
    const files = pickedFiles(input.files ?? [], isFolder);
    input.value = "";
    if (files.length || isFolder) this.files(files, isFolder);
  }

  /**
   * One file is read, several are read one after another; a folder always is several.
   * @param {File[]} files
   * @param {boolean} [isFolder]
   */
  files(files, isFolder = false) {
    if (files.length === 1 && !isFolder) this.file(files[0]);
    else if (files.length) this.onMany(files);
    else this.onFailure(isFolder ? "error.emptyFolder" : "error.drop");
  }

  /** @param {File} file */
  file(file) {
    this.leave.clear();
    return this.take({ file }, { name: file.name.replace(/\.[^.]*$/, "") });
  }

  /** @param {string} file */
  sample(file) {
    this.leave.clear();
    return this.take({ sample: file }, { name: file.replace(/\.txt$/, "") });
  }

  /**
   * Leaves out a step of the reading that was taken, or takes it again, and reads anew.
   * @param {string} step
   */
  toggle(step) {
    if (!this.leave.delete(step)) this.leave.add(step);
    if (this.last) this.take(...this.last);
  }

  /** Ends the reading under way. */
  stop() {
    clearTimeout(this.timer);
    this.work?.abort();
  }

  /**
   * Reads from somewhere and hands on what came, unless something newer came in meanwhile.
   * @param {Source} source
   * @param {How} [how]
   */
  async take(source, how = {}) {
    this.stop();
    this.work = new AbortController();
    const { signal } = this.work;
    this.last = [source, how];
    this.onReading();
    try {
      const came = source.sample
        ? { text: await readSample(source.sample), notes: [] }
        : await this.reader.read(source, this.leave, signal);
      if (signal.aborted) return;
      if (!how.keep && came.text.trim()) this.editor.text = came.text;
      this.onText({ ...came, name: how.name, typed: how.typed ?? false });
    } catch (error) {
      if (signal.aborted) return;
      this.onFailure(
        ...(source.file
          ? sentenceOf(error, "error.read", { name: source.file.name })
          : sentenceOf(error, source.sample ? "error.start" : "error.text")),
      );
    }
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
      const data = event.dataTransfer;
      if (!data) return;
      const text = data.getData("text/plain");
      if (data.types.includes("Files")) this.dropped(data);
      else if (text) {
        this.leave.clear();
        this.take({ text });
      }
    });
  }

  /** @param {DataTransfer} data */
  async dropped(data) {
    const isFolder = [...data.items].some((item) => item.webkitGetAsEntry?.()?.isDirectory);
    try {
      this.files(await droppedFiles(data), isFolder);
    } catch (error) {
      this.onFailure(...sentenceOf(error, "error.drop"));
    }
  }
}
