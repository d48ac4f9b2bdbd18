// `langkinh/dom`: the text of an element of the page with the way back, and marks that change no node. Needs `lib.dom`.
import type { Analysis, Entity, Kind, Span } from "../langkinh.js";

/** The text of an element as its readers see it; what `textOf` gives. */
export interface PageText {
  readonly element: Element;
  /**
   * Runs of white space are one space, blocks and `<br>` begin a new line, no line is empty, cells of a row are apart by a tab. So it is
   * the text that a server has of the same article, whatever the page's source looks like.
   */
  readonly text: string;
  /** Where a stretch of the text stands: one range for each text node, without what was left out between them. */
  rangesOf(span: Span): StaticRange[];
  /** The offset in the text of a place in the page, in UTF-16 code units; nothing where that is no part of the text. */
  offsetOf(node: Node, offset: number): number | undefined;
}

/**
 * Reads an element without touching it. Left out: what is not displayed or not visible, scripts, styles, templates, frames, drawings,
 * fields and buttons, readings of ruby, marks of footnotes, `aria-hidden`, `[data-langkinh=off]`, and what `ignore` selects.
 */
export function textOf(element: Element, options?: { ignore?: string }): PageText;

/** What is painted for one article. */
export interface Marking {
  readonly page: PageText;
  readonly analysis: Analysis;
  /** False where the browser has no Custom Highlight API: then nothing is painted. */
  readonly supported: boolean;
  readonly kinds: readonly Kind[];
  /** Shows these kinds and no other. */
  show(kinds: readonly Kind[]): void;
  /** Fills one entity, and fainter some others (its other mentions); nothing for none. */
  select(entity: Entity | undefined, mentions?: readonly Entity[]): void;
  /** Forgets a text node that changed: a painted range does not follow changes. Call it from a `MutationObserver`. */
  drop(node: Node): void;
  /** The innermost shown entity at a point of the window; `element` is the innermost element there (`event.composedPath()[0]`). */
  entityAt(x: number, y: number, element: Element): Entity | undefined;
  /** Where an entity stands in the window, line by line. */
  rectsOf(entity: Entity): DOMRect[];
  /** The element that holds the beginning of an entity. */
  placeOf(entity: Entity): Element | null | undefined;
  /** Takes away what was painted, and nothing else. */
  remove(): void;
}

/**
 * Marks an analysis in an element, or in what `textOf` read, by the Custom Highlight API: highlights named `langkinh-person`,
 * `langkinh-person-1` (around another stretch) …, which several articles share, and an adopted style sheet. The page's nodes stay as they
 * are. Throws a `RangeError` where the analysis is of another text.
 */
export function highlight(page: Element | PageText, analysis: Analysis, options?: { kinds?: readonly Kind[] }): Marking;

/** Whether this browser can paint without touching the page. */
export function canHighlight(): boolean;

/** Why an analysis cannot be used with a text, as an English sentence; nothing where it can. */
export function whyNot(analysis: unknown, text: string): string | undefined;
