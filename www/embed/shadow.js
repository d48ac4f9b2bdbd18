// The style of what the element shows itself. Nothing is inherited from the host page but color scheme and language, so that
// no reset of the host reaches it; hosts set `--langkinh-*` and `::part()`.

export const SHADOW = `
:host { display: block; }
:host([hidden]) { display: none; }
.root, .card, .layer { all: initial; direction: ltr; color-scheme: inherit; font: 400 max(0.9375rem, 14px)/1.5 var(--langkinh-font, system-ui, sans-serif); color: var(--langkinh-color, inherit); }
.root { display: block; }
*, ::before, ::after { box-sizing: border-box; }
button { all: unset; box-sizing: border-box; cursor: pointer; }
button:focus-visible, summary:focus-visible, .card:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; border-radius: 4px; }
.sr, .quiet:not(:focus-within) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.start { padding: 0.4em 0.9em; border: 1px solid; border-radius: 8px; }
.legend { display: flex; flex-wrap: wrap; gap: 0.3em 1.1em; margin: 0.3em 0; }
.legend button, summary { min-height: 24px; }
.legend button[aria-pressed=false] { opacity: 0.75; }
.legend button[aria-pressed=false] .line { text-decoration-color: transparent; }
details { margin: 0.3em 0; }
summary { width: fit-content; cursor: pointer; }
ol { list-style: none; margin: 0.3em 0; padding: 0; max-height: var(--langkinh-list-height, 22em); overflow: auto; }
li button { display: block; width: 100%; padding: 0.3em 0.1em; min-height: 24px; overflow-wrap: anywhere; }
.close:hover, .steps button:hover, li button:hover { background: rgb(128 128 128 / 0.15); }
li .kind, .known, .by, .card .kind { opacity: 0.8; font-size: 0.87em; }
.known { display: block; }
.card { display: none; position: fixed; width: var(--langkinh-card-width, 23em); max-width: calc(100vw - 24px); max-height: min(28em, 70vh); overflow: auto; padding: 0.8em 1em 0.9em; z-index: 2147483647;
  background: var(--langkinh-card-background, Canvas); color: var(--langkinh-card-color, CanvasText); border: var(--langkinh-card-border, 1px solid rgb(128 128 128 / 0.5)); border-radius: var(--langkinh-card-radius, 8px); box-shadow: 0 10px 28px rgb(0 0 0 / 0.25); }
.card.open { display: block; }
h2 { margin: 0.1em 2em 0.5em 0; font-size: 1.1em; line-height: 1.35; overflow-wrap: anywhere; }
p { margin: 0; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.2em 1em; margin: 0; font-size: 0.93em; }
dt { grid-column: 1; opacity: 0.8; }
dd { grid-column: 2; margin: 0; overflow-wrap: anywhere; }
.close { position: absolute; right: 0.4em; top: 0.4em; }
.close, .steps button { width: 2em; height: 2em; text-align: center; border-radius: 4px; }
.steps { display: flex; align-items: center; gap: 0.5em; margin-top: 0.5em; font-size: 0.93em; }
.layer { display: none; position: fixed; inset: 0; overflow: hidden; pointer-events: none; z-index: 2147483646; }
.layer.open { display: block; }
.layer i { position: absolute; background: var(--langkinh-selected, oklch(0.75 0.12 90 / 0.45)); border-bottom: 2px solid currentColor; }
@media (max-width: 40rem) {
  .card { inset: auto 0 0 0 !important; width: auto; max-width: none; max-height: 55vh; border-radius: 12px 12px 0 0; padding-bottom: max(0.9em, env(safe-area-inset-bottom)); }
}
@media (forced-colors: active) { .layer i { background: none; outline: 2px solid Highlight; } .legend button[aria-pressed=true] { text-decoration: underline; } }
@media print { .root, .card, .layer { display: none !important; } }
`;
