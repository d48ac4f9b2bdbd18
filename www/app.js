// The page: text comes in, the analysis comes out, and everything that shows it is told.

import { analyze, cancel, warm, Canceled } from "./analyzer.js";
import { ArticleView } from "./article/view.js";
import { Light } from "./article/light.js";
import { Navigator, endFlash } from "./article/navigate.js";
import { Card } from "./card/card.js";
import { drawChips } from "./chips.js";
import { button, el } from "./dom.js";
import { copy, save } from "./export/save.js";
import { toJson } from "./export/json.js";
import { FindBar } from "./find/bar.js";
import { Composer } from "./input/composer.js";
import { currentLanguage, onLanguage, setLanguage, t } from "./i18n/index.js";
import { mentionsOf } from "./kinds.js";
import { workOffline } from "./offline.js";
import { drawOverview } from "./overview.js";
import { drawPanels, openForPrint } from "./panels/index.js";
import { Status } from "./status.js";
import { isDark, onSystemTheme, toggleTheme } from "./theme.js";
import { Stale, Turns } from "./turns.js";

const $ = (id) => document.getElementById(id);

/** The article shown: text, analysis, how long it took, and what follows from them. */
let shown = null;
let plain = false;
/** The newest text, and the newest drawing of what stands around the article: older ones end when they see it. */
let newest = 0;
let newestDrawing = 0;

const status = new Status($("status"), { onCancel: stop });
const view = new ArticleView($("article"));
const light = new Light(view);
const navigator_ = new Navigator(view, {
  onOpen: openCard,
  onPoint: (id) => shown && light.show(id ?? card.openId, shown.groups),
});
const card = new Card($("card"), {
  onJump(id) {
    const mark = navigator_.toEntity(id);
    if (mark) openCard(id, mark);
  },
  onClose: (id) => view.markOf(id)?.focus({ preventScroll: true }),
});
const find = new FindBar($("find"), view, {
  go(span) {
    card.hide();
    navigator_.toSpan(span, { focus: false });
  },
  onMark() {},
  onClose(span) {
    if (span) navigator_.toSpan(span);
    else $("chips").querySelector('[data-chip="find"]')?.focus();
  },
});
view.onDraw = () => find.lightSoon();
const composer = new Composer($("input"), {
  onText,
  onFailure: (key, values) => status.fail(key, values),
  onReading: () => status.busy(),
  onMany: () => {},
});

/** Analyzes a text that came in; `notes` say what was done to it on the way, `typed` that it came by typing. */
async function onText({ text, published, notes, name, typed }) {
  const turn = ++newest;
  if (!text.trim()) {
    cancel("replaced");
    forget();
    if (typed) status.clear();
    else status.fail("error.empty");
    return;
  }
  status.busy();
  try {
    const { analysis, milliseconds } = await analyze(text, published ? { published } : undefined);
    await show({ text, analysis, milliseconds, name }, new Turns(() => turn !== newest), typed);
    if (analysis.entities.length === 0) status.say("note.nothing");
    else if (notes.length) status.tell(notes, (step) => composer.toggle(step));
    else status.done(milliseconds, text.length);
  } catch (error) {
    if (error instanceof Stale) return;
    if (error instanceof Canceled) {
      if (error.message === "canceled") status.say("note.canceled");
    } else if (error instanceof RangeError || error.name === "RangeError") status.fail("error.tooLong");
    else status.fail("error.analysis", { message: error.message });
  }
}

/** Ends what is under way: the reading of a file, the analysis, or the showing of a long one. */
function stop() {
  newest += 1;
  composer.cancel();
  cancel();
  if ($("result").ariaBusy === "true") forget();
  status.say("note.canceled");
}

async function show(next, turns, typed) {
  next.groups = await mentionsOf(next.analysis, turns);
  shown = next;
  card.hide();
  endFlash();
  light.show(undefined);
  document.body.classList.add("has-result");
  $("result").hidden = false;
  $("result").ariaBusy = "true";
  if (!typed) composer.fold();
  drawAbove();
  await view.show(next.text, next.analysis, turns);
  navigator_.reset();
  find.refresh();
  await drawBeside().catch(unlessStale);
  $("result").ariaBusy = "false";
}

function forget() {
  shown = null;
  card.hide();
  find.close();
  document.body.classList.remove("has-result");
  $("result").hidden = true;
}

/** Draws what stands above the article. */
function drawAbove() {
  drawOverview($("overview"), { ...shown, letters: shown.text.length });
  drawSwitches();
  $("article").setAttribute("aria-label", t("article.label"));
}

/** Draws what stands beside the article. */
async function drawBeside() {
  const drawing = ++newestDrawing;
  const article = shown;
  const turns = new Turns(() => drawing !== newestDrawing || article !== shown);
  if (view.isLong) await turns.pass(); // the article is seen first
  await drawPanels($("panels"), context(), { after: [exportRow()] }, turns);
}

/** What card and panels draw from, and where their rows lead. */
function context() {
  return {
    ...shown,
    toEntity: (id) => jump(() => navigator_.toEntity(id)),
    toSpan: (span) => jump(() => navigator_.toSpan(span)),
    copy: copyText,
  };
}

function copyText(content, note) {
  copy(content).then(() => status.say(note), () => status.fail("error.copy"));
}

function exportRow() {
  return el("p", { class: "export" }, el("span", {}, t("export.label")),
    button(t("export.copy"), () => copyText(toJson(shown.analysis), "note.copied"), { id: "copy" }),
    button(t("export.download"), () => save(`${shown.name ?? "lang-kinh"}.json`, "application/json", toJson(shown.analysis)), { id: "download" }));
}

function unlessStale(error) {
  if (!(error instanceof Stale)) throw error;
}

function jump(go) {
  card.hide();
  endFlash();
  go();
}

function drawSwitches() {
  drawChips($("chips"), { analysis: shown.analysis, hidden: view.hidden, plain }, {
    onToggle(kind) {
      if (!view.hidden.delete(kind)) view.hidden.add(kind);
      card.hide();
      view.refresh();
      navigator_.reset();
      drawSwitches();
    },
    onPlain: togglePlain,
    onFind: () => find.open(),
  });
}

function togglePlain() {
  plain = !plain;
  $("article").classList.toggle("plain", plain);
  if (shown) drawSwitches();
}

function openCard(id, mark) {
  light.show(id, shown.groups);
  card.open(id, mark, { ...context(), mentions: shown.groups[id] });
}

function drawSettings() {
  $("language").textContent = currentLanguage() === "vi" ? "English" : "Tiếng Việt";
  $("language").lang = currentLanguage() === "vi" ? "en" : "vi";
  $("theme").textContent = t(isDark() ? "theme.light" : "theme.dark");
  document.title = t("page.title");
}

$("language").addEventListener("click", () => setLanguage(currentLanguage() === "vi" ? "en" : "vi"));
$("theme").addEventListener("click", () => {
  toggleTheme();
  drawSettings();
});
onSystemTheme(drawSettings);
onLanguage(() => {
  drawSettings();
  composer.draw();
  status.refresh();
  if (!shown) return;
  drawAbove();
  drawBeside().catch(unlessStale);
  view.refresh();
  navigator_.reset();
  card.refresh();
  find.refresh();
});
/** Single keys, wherever nothing is being typed. */
const KEYS = {
  m: togglePlain,
  "/": () => find.open(getSelection().toString().trim().slice(0, 200)),
};
addEventListener("keydown", (event) => {
  const act = KEYS[event.key.toLowerCase()];
  if (!act || event.altKey || event.ctrlKey || event.metaKey || !shown || event.target.closest("textarea, input, select")) return;
  event.preventDefault();
  act();
});

let closeAfterPrint = () => {};
addEventListener("beforeprint", () => (closeAfterPrint = openForPrint($("panels"))));
addEventListener("afterprint", () => closeAfterPrint());

setLanguage("vi");
warm();
composer.warm();
addEventListener("load", () => workOffline(() => !shown && !composer.editor.text));
