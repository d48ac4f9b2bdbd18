// `langkinh/element`: the class of `<lang-kinh>`, without registering it; can be imported on a server. Needs `lib.dom`.
import type { Analysis, Entity, Kind } from "../langkinh.js";
import type { JsonLdOptions, NewsArticle } from "./json-ld.js";

/** The longest article that is read, in UTF-16 code units. */
export const LONGEST: 65536;

/** `event.detail` of `langkinh-analysis`, told after each analysis. */
export interface AnalysisDetail {
  analysis: Analysis;
  text: string;
  /** From reading the page to the marks; the first time with loading the module. */
  milliseconds: number;
}
/** `event.detail` of `langkinh-select`; `preventDefault()` keeps the card away. */
export interface SelectDetail {
  entity: Entity;
  /** The record it stands for: `analysis.people[entity.record]` and so on. */
  record: unknown;
  /** Its first words in the page. */
  range: StaticRange | undefined;
  /** The click, where there was one. */
  originalEvent?: MouseEvent;
}
/** `event.detail` of `langkinh-error`; `preventDefault()` keeps the console clean. */
export interface ErrorDetail {
  /**
   * `target`: no such article (one that comes later is read then), or one that is edited; `text`: none, too long, or `ignore` is no selector; `module`: it
   * could not be loaded; `worker`: refused, the page's own thread does the work; `analysis`: the one given is of another text, or `published` is no day;
   * `select`: no such entity; `internal`: a fault of ours.
   */
  phase: "target" | "text" | "module" | "worker" | "analysis" | "select" | "internal";
  error: Error;
  /** A sentence for readers, in the language of `ui-lang`. */
  message: string;
}

/** The events of `<lang-kinh>`; they bubble and leave shadow roots. */
export interface LangKinhEventMap {
  "langkinh-analysis": CustomEvent<AnalysisDetail>;
  "langkinh-select": CustomEvent<SelectDetail>;
  "langkinh-error": CustomEvent<ErrorDetail>;
}

/** Attributes of `<lang-kinh>`. */
export interface LangKinhAttributes {
  /** The id of the article: in the tag's own root, then in the document. Without it: what stands inside the tag, else the page's article. */
  for?: string;
  /** The kinds that are marked, by name, separated by spaces; all without it. */
  kinds?: string;
  /** The language of legend, list and card: `vi` (the default) or `en`. */
  "ui-lang"?: "vi" | "en";
  /** The day of publication, ISO 8601; without it what the page tells machines (`article:published_time`, `datePublished`). */
  published?: string;
  /** `list` (the default): legend, and a list to open; `full`: the list open, with what is known of each; `none`: the list for keyboards and screen readers alone. */
  panel?: "none" | "list" | "full" | "";
  /** When the article is read: as it comes into view (`visible`, the default), when the browser is `idle`, or when a reader asks (`click`). */
  when?: "visible" | "idle" | "click";
  /** The address of the module; the package's own without it. */
  wasm?: string;
  /** The address of the worker; the package's own without it. */
  worker?: string;
  /** A selector of what is left out of the text. */
  ignore?: string;
  /** Marks as `<mark>` elements in the page, for static pages alone. */
  marks?: boolean | "";
}

/** The class of `<lang-kinh>`. */
export class LangKinhElement extends HTMLElement {
  /** The analysis that is shown. Set it (or put it into the tag as `<script type="application/json">`, which may be replaced later) and no module is loaded; it must be of the text of this article. */
  get analysis(): Analysis | undefined;
  set analysis(analysis: Analysis | null | undefined);
  /** The text as it was read: offsets count in it. */
  readonly text: string | undefined;
  /** Settles with the first analysis, or with nothing where the article could not be read; never rejects. */
  readonly ready: Promise<Analysis | undefined>;
  /** The attributes of these names, as properties. */
  htmlFor: string | null;
  get kinds(): string | null;
  set kinds(kinds: string | readonly Kind[] | null);
  uiLang: string | null;
  published: string | null;
  get panel(): string | null;
  set panel(panel: string | boolean | null);
  when: string | null;
  wasm: string | null;
  worker: string | null;
  ignore: string | null;
  marks: boolean;
  /** Shows these kinds, of those that `kinds` allows; all of them without argument. */
  highlight(kinds?: readonly Kind[] | string): void;
  /** Opens the card of an entity by its id; closes it for `undefined`. Gives whether there is such an entity. */
  select(id: number | undefined): boolean;
  /** Reads the article again, now. */
  refresh(): void;
  /** The analysis as schema.org; nothing where there is none. */
  toJsonLd(options?: JsonLdOptions): Promise<NewsArticle | undefined>;
  addEventListener<K extends keyof LangKinhEventMap>(type: K, listener: (this: LangKinhElement, event: LangKinhEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "lang-kinh": LangKinhElement;
  }
}
