// `<lang-kinh>`: reads the article of a page, marks it without changing a node of it, and shows what is known of each mark.
//
// The class has no side effect when imported and can be imported on a server. Nothing is ever thrown into the host: what goes
// wrong is told by `langkinh-error`.

import { button, el } from "../dom.js";
import { KINDS, recordOf } from "../kinds.js";
import { Card } from "./card.js";
import { articleOf } from "./find.js";
import { canHighlight, Highlights } from "./highlight.js";
import { countsOf, drawPanel } from "./panel.js";
import { SHADOW } from "./shadow.js";
import { join } from "./shared.js";
import { makeSheet } from "./styles.js";
import { textOf } from "./text.js";
import { Watch, whenIdle } from "./watch.js";
import { fetchWords, languageOf, vietnamese } from "./words.js";

/** The longest article that is read, in UTF-16 code units: what is longer is no article. */
export const LONGEST = 65_536;

/** Attributes; properties of these names reflect them. */
const ATTRIBUTES = ["for", "kinds", "ui-lang", "published", "panel", "when", "wasm", "worker", "ignore", "marks"];
const propertyOf = (attribute) => ({ for: "htmlFor", "ui-lang": "uiLang" })[attribute] ?? attribute;

let sheet;

export class LangKinhElement extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ATTRIBUTES;

  /** The host's analysis, or the one that was made here. */
  #analysis;
  /** Whether the analysis was given and is not to be made here: as a property, or in the tag. */
  #given = false;
  /** The JSON in the tag that was read last. */
  #json;
  /** What was read last: a `PageText`. */
  #page;
  #painter;
  #watch;
  #share;
  #asking;
  #sight;
  /** Each search for the article makes what waits for it void. */
  #turn = 0;
  /** Whether there is something to draw: an analysis of the text that was read. */
  #isFit = false;
  /** There while the element is in a page; ends what listens. */
  #life;
  #card;
  #selected;
  #back;
  #shown;
  #words = vietnamese();
  /** How marks are made: `Highlights`, or `Marks` where the host asks for them. */
  #Painter = Highlights;
  #isStarted = false;
  #frame;
  #settle;
  #ready = new Promise((resolve) => (this.#settle = resolve));
  #root;
  #status;
  #controls;

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [(sheet ??= makeSheet(SHADOW))];
    this.#card = new Card({ step: (by) => this.#step(by), close: () => this.#close() });
    this.#status = el("p", { class: "sr", role: "status" });
    this.#controls = el("div", {});
    this.#root = el("div", { class: "root" }, this.#status, this.#controls);
    shadow.append(el("slot"), this.#root, this.#card.layer, this.#card.node);
  }

  /** The analysis that is shown. Set by a host that has one, the module is never loaded; it must be of this text. */
  get analysis() {
    return this.#analysis;
  }

  set analysis(analysis) {
    this.#analysis = analysis ?? undefined;
    this.#given = analysis != null;
    this.#json = undefined;
    this.#isFit = false;
    if (this.#isStarted) this.refresh();
  }

  /** The text of the article as it was read; offsets of the analysis count in it. */
  get text() {
    return this.#page?.text;
  }

  /** Settles when the article was analyzed (with the analysis) or could not be (with nothing); never rejects. */
  get ready() {
    return this.#ready;
  }

  /** Shows these kinds (an array, or a string of names) until the attribute changes; all that `kinds` allows without argument. */
  highlight(kinds) {
    this.#shown = kinds === undefined ? undefined : kindsIn(kinds);
    this.#draw();
  }

  /** Opens the card of an entity; `undefined` closes it. Gives whether there is such an entity. */
  select(id) {
    if (id === undefined || id === null) {
      this.#close();
      return true;
    }
    const entity = this.#analysis?.entities.find((each) => each.id === id);
    if (!entity || !this.#painter) {
      this.#fail("select", `there is no entity ${String(id)}`);
      return false;
    }
    this.#try(() => this.#select(entity));
    return true;
  }

  /** Reads the article again, now. */
  refresh() {
    if (!this.isConnected) return;
    const isFirst = !this.#isStarted;
    this.#isStarted = true;
    this.#try(async () => {
      if (isFirst) await this.#fetch();
      await this.#read(true);
    });
  }

  /** The analysis as schema.org; nothing where there is none. See `langkinh/json-ld`. */
  async toJsonLd(options) {
    const { toJsonLd } = await import("./json-ld.js");
    return (
      this.#analysis &&
      toJsonLd(this.#analysis, { url: this.ownerDocument.location?.href.replace(/#.*/, ""), ...options })
    );
  }

  connectedCallback() {
    if (this.#life) return;
    this.#life = new AbortController();
    // what a host set before the element was defined
    for (const name of ["analysis", ...ATTRIBUTES.map(propertyOf)]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    const options = { capture: true, signal: this.#life.signal };
    this.ownerDocument.addEventListener("scroll", this.#onMove, options);
    globalThis.addEventListener("resize", this.#onMove, options);
    // the parser, or a framework, may still be bringing what belongs to it
    if (this.ownerDocument.readyState === "loading")
      this.ownerDocument.addEventListener("DOMContentLoaded", () => this.#start(), { once: true });
    else queueMicrotask(() => this.#start());
  }

  disconnectedCallback() {
    // moved at once to another place, it goes on
    queueMicrotask(() => !this.isConnected && this.#stop());
  }

  /** `moveBefore` keeps everything. */
  connectedMoveCallback() {}

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.#life) return;
    if (name === "kinds" || name === "panel") {
      if (name === "kinds") this.#shown = undefined;
      this.#draw();
    } else if (name === "marks" || name === "ui-lang") {
      this.#try(async () => {
        await this.#fetch();
        if (name === "marks") this.#unpaint();
        this.#draw();
      });
    } else if (name !== "when" || !this.#isStarted) {
      if (!this.#given) this.#analysis = undefined;
      this.#stop();
      this.connectedCallback();
    }
  }

  /** Brings what is asked for by attributes and seldom: other words, marks. What is asked for meanwhile comes by itself. */
  async #fetch() {
    const { language, isMarked } = this.#asked;
    const words = language === this.#words.language ? this.#words : await fetchWords(language);
    const Painter = isMarked ? (await import("./marks.js")).Marks : Highlights;
    if (language === this.#asked.language) this.#words = words;
    if (isMarked === this.#asked.isMarked) this.#Painter = Painter;
  }

  get #asked() {
    return {
      language: languageOf(this.getAttribute("ui-lang")),
      isMarked: this.hasAttribute("marks") && this.getAttribute("marks") !== "false",
    };
  }

  /** The kinds that the host lets readers see. */
  get #offered() {
    return this.hasAttribute("kinds") ? kindsIn(this.getAttribute("kinds")) : KINDS;
  }

  get #panel() {
    const asked = this.getAttribute("panel");
    return asked === "" || asked === "true" ? "full" : ["none", "full"].includes(asked) ? asked : "list";
  }

  #start() {
    const turn = (this.#turn += 1);
    this.#try(async () => {
      await this.#fetch();
      if (turn !== this.#turn || this.#isStarted) return;
      const article = this.#find();
      if (!article) return;
      const begin = () => {
        this.#sight?.disconnect();
        if (!this.#life || this.#isStarted) return;
        this.#isStarted = true;
        this.#try(() => this.#read());
      };
      const when = this.getAttribute("when");
      const boxes = boxesOf(article);
      if (when === "click") this.#offer(begin);
      else if (when === "idle" || !boxes.length) whenIdle(begin);
      else {
        this.#sight = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && begin(), {
          rootMargin: "200px",
        });
        for (const box of boxes) this.#sight.observe(box);
      }
    });
  }

  #stop() {
    this.#life?.abort();
    this.#life = undefined;
    this.#isStarted = false;
    this.#turn += 1;
    this.#sight?.disconnect();
    this.#asking?.abort();
    this.#share?.leave();
    this.#share = undefined;
    this.#watch?.end();
    this.#watch = undefined;
    this.#card.close();
    this.#clear();
  }

  /**
   * Takes an analysis that stands inside the tag as JSON, of `langkinh` or `analyze`, unless it was taken already; one that was set
   * as a property goes before it. Gives why it cannot be used.
   */
  #takeInline() {
    const json = [...this.children].find(
      (child) => child.localName === "script" && child.type === "application/json",
    )?.textContent;
    if (json === this.#json || (this.#given && this.#json === undefined)) return undefined;
    this.#json = json;
    this.#given = json !== undefined; // what was meant to be given is not made here, even where it cannot be read
    this.#analysis = undefined;
    if (!this.#given) return undefined;
    try {
      const said = JSON.parse(json);
      this.#analysis = said.analysis ?? said;
      return undefined;
    } catch (error) {
      return `the JSON in the tag cannot be read (${error.message})`;
    }
  }

  /** The article; where there is none the host is told, unless it is between two of them, and it is waited for. */
  #find(isBetween = false) {
    const id = this.getAttribute("for");
    const article = articleOf(this, id);
    this.#turn += 1;
    if (article && !article.isContentEditable) return article;
    if (!article) this.#try(() => this.#wait(id));
    if (isBetween) return undefined;
    const why = id ? `there is no element with the id "${id}"` : "the page has no article; name one with for";
    this.#fail("target", article ? "what is being edited is not marked" : why);
    this.#settle();
    return undefined;
  }

  /** Goes on when there is an article. */
  async #wait(id) {
    const turn = this.#turn;
    const { waitFor } = await import("./wait.js");
    waitFor(this, () => {
      if (turn !== this.#turn) return true;
      if (!articleOf(this, id)) return false;
      if (this.#isStarted) this.#try(() => this.#read());
      else this.#start();
      return true;
    });
  }

  /** `when="click"`: a button, and what went wrong after it. */
  #offer(begin) {
    const { t, language } = this.#words;
    this.#root.lang = language;
    const click = () => {
      start.textContent = t("busy");
      begin();
    };
    const start = button(t("start"), click, { class: "start", part: "button" });
    this.#controls.replaceChildren(start);
  }

  /** Reads the page and has it analyzed, unless it says what it said before. */
  async #read(isAsked = false) {
    const article = this.#find(!isAsked && this.#watch?.article.isConnected === false);
    if (!article) return this.#clear();
    this.#asking?.abort();
    const { signal } = (this.#asking = new AbortController());
    this.#follow(article);
    const ignore = this.getAttribute("ignore") ?? "";
    let page;
    try {
      page = textOf(article, { ignore });
    } catch (error) {
      return this.#give("text", `ignore="${ignore}" is no selector`, error);
    }
    const before = this.#analysis;
    const unreadable = this.#takeInline();
    const isSame = page.text === this.#page?.text && page.element === this.#page.element && before === this.#analysis;
    this.#page = page;
    if (page.text.trim() === "") return this.#give("text", "the article has no text");
    if (page.text.length > LONGEST)
      return this.#give("text", `the article has ${page.text.length} characters, more than ${LONGEST}`);
    const start = performance.now();
    const isNew = isAsked || !isSame || !before;
    const isKept = isSame && this.#isFit;
    this.#isFit = isKept;
    if (!isKept) this.#unpaint();
    if (this.#given) {
      if (!(await this.#check(page, unreadable, signal))) return undefined;
    } else if (!isSame || !before) {
      this.#analysis = undefined;
      this.#status.textContent = this.#words.t("busy");
      const analysis = await this.#analyze(page, signal);
      if (!analysis) return undefined;
      this.#analysis = analysis;
    }
    this.#unpaint(isKept);
    this.#isFit = true;
    this.#draw(isKept);
    if (isNew)
      this.#tell("langkinh-analysis", {
        analysis: this.#analysis,
        text: page.text,
        milliseconds: performance.now() - start,
      });
    this.#settle(this.#analysis);
    return undefined;
  }

  /** Whether the host's analysis is of this text; false also where nobody wants to know any more. */
  async #check(page, unreadable, signal) {
    const { whyNot } = await import("./whose.js");
    if (signal.aborted) return false;
    const why = unreadable ?? whyNot(this.#analysis, page.text);
    if (why) this.#give("analysis", why);
    return !why;
  }

  /** Asks the page's analyzer; nothing where that failed or nobody wants it any more. */
  async #analyze(page, signal) {
    let share;
    let analyzer;
    try {
      share = this.#share ??= join({ wasm: addressOf(this, "wasm"), worker: addressOf(this, "worker") });
      analyzer = await share.analyzer;
    } catch (error) {
      if (signal.aborted) return undefined;
      share?.leave();
      this.#share = undefined;
      return this.#give("module", error.message, error);
    }
    if (analyzer.mode === "main" && !share.isTold && !signal.aborted) {
      share.isTold = true;
      this.#fail("worker", "no worker could be started; the page's own thread does the work");
    }
    try {
      const { publishedOf } = await import("./published.js");
      const published = this.getAttribute("published") ?? publishedOf(page.element);
      const analysis = await analyzer.analyze(page.text, { published: published || undefined, signal });
      return signal.aborted ? undefined : analysis;
    } catch (error) {
      return signal.aborted ? undefined : this.#give("analysis", error.message, error);
    }
  }

  /** Watches an article, and its clicks. */
  #follow(article) {
    if (this.#watch?.article === article) return;
    this.#watch?.end();
    this.#watch = new Watch(article, this, {
      changed: (node) => this.#watch.quietly(() => this.#painter?.drop(node)),
      rested: () => this.#life && this.#try(() => this.#read()),
      clicked: this.#onClick,
    });
  }

  #clear() {
    this.#isFit = false;
    this.#unpaint();
    this.#status.textContent = "";
    this.#controls.replaceChildren();
  }

  /** Takes the marks away, and unless it is kept what is selected. */
  #unpaint(isKept) {
    const painter = this.#painter;
    if (!painter) return;
    this.#painter = undefined;
    if (!isKept) {
      this.#selected = undefined;
      this.#card.close();
    }
    if (this.#watch) this.#watch.quietly(() => painter.remove());
    else painter.remove();
  }

  /** Draws marks, panel and card as things are; what is kept stands in panel and card already. */
  #draw(isKept) {
    this.#try(() => {
      if (!this.#isFit) return;
      const offered = this.#offered;
      const kinds = (this.#shown ?? offered).filter((kind) => offered.includes(kind));
      const state = { ...this.#context, panel: this.#panel, kinds, offered };
      this.#watch.quietly(() => {
        this.#painter ??= new this.#Painter(this.#page, this.#analysis);
        this.#painter.show(kinds);
      });
      if (!isKept) this.#list(state);
      if (!this.#selected) return;
      this.#light();
      if (this.#card.isOpen && !isKept) this.#open(this.#selected, true);
      this.#place();
    });
  }

  #list(state) {
    const { kinds } = state;
    drawPanel(this.#controls, state, {
      toggle: (kind) => {
        this.#shown = kinds.includes(kind) ? kinds.filter((each) => each !== kind) : [...kinds, kind];
        this.#draw();
        this.#controls.querySelector(`[data-kind=${kind}]`)?.focus();
      },
      open: (id, from) =>
        this.#try(() => {
          const entity = this.#analysis.entities.find((each) => each.id === id);
          bringIntoView(this.#painter, entity);
          this.#select(entity, undefined, from);
        }),
    });
    this.#status.textContent = countsOf(state);
  }

  /** What list and card tell of. */
  get #context() {
    return { analysis: this.#analysis, text: this.#page.text, words: this.#words };
  }

  #mentions({ kind, record }) {
    return this.#analysis.entities.filter((each) => each.kind === kind && each.record === record);
  }

  /** Fills what is selected. */
  #light() {
    const entity = this.#selected;
    const others = this.#mentions(entity).filter((each) => each !== entity);
    this.#watch.quietly(() => this.#painter.select(entity, others));
  }

  #select(entity, originalEvent, from) {
    this.#selected = entity;
    this.#light();
    this.#back = from ?? (this.#card.isOpen ? this.#back : focused(this.ownerDocument));
    const [range] = this.#page.rangesOf(entity);
    const detail = { entity, record: recordOf(this.#analysis, entity), range, originalEvent };
    const isWanted = this.#tell("langkinh-select", detail);
    if (this.#selected !== entity) return; // the host closed it, or went on to another article
    if (isWanted) this.#open(entity);
    else this.#card.close();
    this.#place();
  }

  /** Shows the card; drawn again it takes no focus. */
  #open(entity, isAgain) {
    this.#card.open(entity, this.#mentions(entity), this.#context, isAgain);
  }

  /** Brings card and boxes to where the words are. */
  #place() {
    const rects = this.#painter.rectsOf(this.#selected);
    this.#card.place(rects);
    if (!canHighlight()) this.#card.box(rects);
  }

  #step(by) {
    this.#try(() => {
      const mentions = this.#mentions(this.#selected);
      const next = mentions[(mentions.indexOf(this.#selected) + by + mentions.length) % mentions.length];
      bringIntoView(this.#painter, next);
      this.#select(next);
    });
  }

  #close() {
    if (!this.#selected) return;
    const hadFocus = this.#card.node.contains(this.shadowRoot.activeElement);
    this.#selected = undefined;
    this.#card.close();
    this.#watch?.quietly(() => this.#painter?.select());
    if (hadFocus && this.#back?.isConnected) this.#back.focus({ preventScroll: true });
    this.#back = undefined;
  }

  #onClick = (event) =>
    this.#try(() => {
      const path = event.composedPath();
      if (path.includes(this.#card.node) || path.includes(this.#root)) return;
      const entity =
        this.#painter && isPlain(event, this.#page.element)
          ? this.#painter.entityAt(event.clientX, event.clientY, path[0])
          : undefined;
      if (entity) this.#select(entity, event);
      else this.#close();
    });

  /** Scrolled or resized: card and boxes go along, once a frame. */
  #onMove = () => {
    if (!this.#selected) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#try(() => this.#selected && this.#painter && this.#place()));
  };

  #try(act) {
    const failed = (error) => {
      this.#fail("internal", error?.message ?? String(error), error);
      this.#settle();
    };
    try {
      act()?.catch?.(failed);
    } catch (error) {
      failed(error);
    }
  }

  #sorry(phase) {
    const { t } = this.#words;
    return t(phase !== "analysis" || this.#given ? `failed.${phase}` : "", {}, t("failed.other"));
  }

  /** Gives up: nothing is shown, the host is told. */
  #give(phase, sentence, cause) {
    this.#clear();
    if (!this.#given) this.#analysis = undefined;
    if (this.getAttribute("when") === "click") this.#controls.replaceChildren(el("p", {}, this.#sorry(phase)));
    this.#fail(phase, sentence, cause);
    this.#settle();
  }

  #fail(phase, sentence, cause) {
    const error = cause?.message === sentence ? cause : new Error(`langkinh: ${sentence}`, { cause });
    const message = this.#sorry(phase);
    if (this.#tell("langkinh-error", { phase, error, message }) && phase !== "worker")
      console.warn(`langkinh: ${error.message.replace(/^langkinh: /, "")}`);
  }

  /** Gives whether nobody called `preventDefault()`. */
  #tell(name, detail) {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
  }
}

/** The kinds that a list names, in the order of the contract; unknown names name none. */
function kindsIn(list) {
  const names = String(list).split(/[\s,]+/); // an array has commas
  return KINDS.filter((kind) => names.includes(kind));
}

/** The absolute address in an attribute. */
function addressOf(element, name) {
  const value = element.getAttribute(name);
  if (!value) return undefined;
  try {
    return new URL(value, element.baseURI).href;
  } catch {
    throw new Error(`langkinh: ${name}="${value}" is no address`);
  }
}

/** What of an article can come into view: itself, or where it has no box of its own (`display: contents`), what stands in it. */
function boxesOf(element) {
  return getComputedStyle(element).display === "contents" ? [...element.children].flatMap(boxesOf) : [element];
}

/** What has the focus, through shadow roots. */
function focused(root) {
  let at = root.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** Whether a click in the article means its words: not a link, not a selection, not something the host answers. */
function isPlain(event, article) {
  const [target] = event.composedPath();
  if (event.defaultPrevented || event.button || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
    return false;
  if (!article.contains(target) || !(getSelection()?.isCollapsed ?? true)) return false;
  const other = target.closest(
    "a, button, input, select, textarea, label, summary, [role=button], [role=link], [contenteditable]",
  );
  return !other || !article.contains(other);
}

/** Scrolls as little as needed. */
function bringIntoView(painter, entity) {
  const isSeen = () => {
    const [first] = painter.rectsOf(entity);
    return !first || (first.top >= 48 && first.bottom <= innerHeight - 48);
  };
  if (isSeen()) return;
  painter.placeOf(entity)?.scrollIntoView({ block: "center" });
  if (!isSeen()) scrollBy({ top: painter.rectsOf(entity)[0].top - innerHeight / 2 });
}

for (const attribute of ATTRIBUTES) {
  Object.defineProperty(LangKinhElement.prototype, propertyOf(attribute), {
    enumerable: true,
    get() {
      return attribute === "marks" ? this.hasAttribute("marks") : this.getAttribute(attribute);
    },
    set(value) {
      if (value === null || value === undefined || value === false) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value === true ? "" : Array.isArray(value) ? value.join(" ") : value);
    },
  });
}
