// The page: text comes in, the analysis comes out, and everything that shows it is told.

import { analyze, cancel, warm } from "./analyzer.js";
import { Light } from "./article/light.js";
import { endFlash, Navigator } from "./article/navigate.js";
import { ArticleView } from "./article/view.js";
import { Card } from "./card/card.js";
import { drawChips } from "./chips.js";
import { subjectOf } from "./corrections/apply.js";
import { Desk } from "./corrections/desk.js";
import { button, el } from "./dom.js";
import { exportPanel, warmExports } from "./export/menu.js";
import { copy } from "./export/save.js";
import { sentenceOf } from "./failure.js";
import { FindBar } from "./find/bar.js";
import { currentLanguage, loadEnglish, onLanguage, setLanguage, t } from "./i18n/index.js";
import { Composer } from "./input/composer.js";
import { mentionsOf } from "./kinds.js";
import { isModuleThere } from "./module.js";
import { workOffline } from "./offline.js";
import { drawOverview } from "./overview.js";
import { drawPanels, openForPrint } from "./panels/index.js";
import { Canceled } from "./service.js";
import { Specimen } from "./specimen.js";
import { Status } from "./status.js";
import { isDark, onSystemTheme, toggleTheme } from "./theme.js";
import { Toast } from "./toast.js";
import { Stale, Turns } from "./turns.js";

const $ = (id) => document.getElementById(id);

/** The article shown: text, analysis, how long it took, and what follows from them. */
let shown = null;
let plain = false;
/** The newest text, and the newest drawing of what stands around the article: older ones end when they see it. */
let newest = 0;
let newestDrawing = 0;

const status = new Status($("status"), {
  onCancel: stop,
  whatFor: () => (isModuleThere() ? "status.busy" : "status.loading"),
});
const toast = new Toast($("toast"));
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
  onMark: (span) => desk.offer(span, $("find").getBoundingClientRect()),
  onClose(span) {
    if (span) navigator_.toSpan(span);
    else $("chips").querySelector('[data-chip="find"]')?.focus();
  },
});
view.onDraw = () => {
  find.lightSoon();
  light.renew();
};
view.onReach = (position) => navigator_.toPosition(position);
const desk = new Desk(
  { menu: $("kind-menu"), button: $("selection-button") },
  {
    shown: () => shown,
    onChange: redraw,
    onShow: showCorrected,
    onLeave: () => (find.isOpen ? $("find-mark") : $("article")).focus({ preventScroll: true }),
    say: (key, values, action) => toast.say(key, values, action),
  },
);
const specimen = new Specimen($("specimen"));
const composer = new Composer($("composer"), {
  onText,
  onFailure: (key, values) => status.fail(key, values),
  onReading: () => status.busy(),
  onMany: readMany,
});

/** The tables over many articles, once they are asked for: a part of the page of its own. */
let many = null;

/** Reads several files, or all samples, and shows the tables over them. */
async function readMany(sources) {
  composer.cancel();
  cancel("replaced");
  newest += 1;
  status.clear();
  try {
    many ??= await loadMany();
  } catch (error) {
    status.fail(...sentenceOf(error, "error.start"));
    return;
  }
  forget();
  composer.fold();
  showMany();
  many.read(sources);
}

async function loadMany() {
  const style = el("link", { rel: "stylesheet", href: new URL("./many.css", import.meta.url).href });
  const styled = new Promise((resolve, reject) => {
    style.addEventListener("load", resolve);
    style.addEventListener("error", () => reject(new Error("many.css")));
  });
  document.head.append(style);
  const [{ ManyView }] = await Promise.all([import("./many/view.js"), styled]);
  return new ManyView($("many"), { status, onOpen: openFromMany });
}

function showMany() {
  document.body.classList.add("has-result");
  $("many").hidden = false;
  $("back").hidden = true;
}

/** Shows an article that a cell of the tables leads to; the browser's own way back leads back too. */
async function openFromMany(came, span) {
  if (history.state?.article !== true) history.pushState({ article: true }, "");
  await onText({ ...came, typed: false });
  if (span && shown?.text === came.text) jump(() => navigator_.toSpan(span));
  else scrollTo({ top: 0, behavior: "instant" });
}

addEventListener("popstate", () => {
  if (!many?.batch || !$("many").hidden) return;
  newest += 1;
  cancel("replaced");
  forget();
  status.clear();
  showMany();
  many.restore();
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
    } else status.fail(...sentenceOf(error, "error.analysis"));
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
  next.found = next.analysis;
  const isBrought = await desk.begin(next.found, next.text);
  next.analysis = desk.correct(next.found, next.text);
  next.groups = await mentionsOf(next.analysis, turns);
  shown = next;
  card.hide();
  endFlash();
  light.show(undefined);
  document.body.classList.add("has-result");
  $("many").hidden = true;
  $("back").hidden = !many?.batch;
  $("result").hidden = false;
  $("result").ariaBusy = "true";
  if (!typed) composer.fold();
  drawAbove();
  await view.show(next.text, next.analysis, turns);
  navigator_.reset();
  find.refresh();
  await drawBeside().catch(unlessStale);
  $("result").ariaBusy = "false";
  if (isBrought) toast.say("corrections.brought");
}

/** After a correction: the same article, drawn from the analysis as corrected. */
async function redraw() {
  const turn = newest;
  const turns = new Turns(() => turn !== newest);
  try {
    const analysis = desk.correct(shown.found, shown.text);
    const groups = await mentionsOf(analysis, turns);
    shown = { ...shown, analysis, groups };
    light.show(undefined);
    await view.update(analysis, turns);
    navigator_.reset();
    drawSwitches();
    find.refresh();
    await drawBeside();
  } catch (error) {
    unlessStale(error);
  }
}

/** Leads to what was corrected: the mark of a subject with its card if that was open, or the place where one was. */
function showCorrected(subject, span) {
  const entity = subject !== undefined && shown.analysis.entities.find((each) => subjectOf(each) === subject);
  if (!entity) {
    card.hide();
    return navigator_.toSpan(span);
  }
  if (view.hidden.has(entity.kind)) toggleKind(entity.kind);
  const wasOpen = card.openId !== undefined;
  const mark = wasOpen ? view.markOf(entity.id) : navigator_.toEntity(entity.id);
  if (wasOpen) openCard(entity.id, mark);
}

/** From an article back to the tables. */
function goBack() {
  if (history.state?.article) history.back();
  else {
    forget();
    showMany();
    many.restore();
  }
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
  await drawPanels(
    $("panels"),
    context(),
    {
      before: [desk.panel(context())].filter(Boolean),
      after: [exportPanel(source, (key, values) => toast.say(key, values))],
    },
    turns,
  );
}

/** What card and panels draw from, and where their rows lead. */
function context() {
  return {
    ...shown,
    toEntity: (id) => jump(() => navigator_.toEntity(id)),
    toSpan: (span) => jump(() => navigator_.toSpan(span)),
    copy: copyText,
    editor: (entity) => desk.editor(entity),
  };
}

function copyText(content, note) {
  copy(content).then(
    () => toast.say(note),
    () => toast.say("error.copy"),
  );
}

/** What an export is made from. */
function source() {
  return { ...shown, corrections: desk.corrections.list, name: shown.name ?? "lang-kinh" };
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
  drawChips(
    $("chips"),
    { analysis: shown.analysis, hidden: view.hidden, plain },
    {
      onToggle(kind) {
        card.hide();
        toggleKind(kind);
      },
      onPlain: togglePlain,
      onFind: () => find.open(),
    },
  );
}

function toggleKind(kind) {
  if (!view.hidden.delete(kind)) view.hidden.add(kind);
  view.refresh();
  navigator_.reset();
  drawSwitches();
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

$("language").addEventListener("click", () => {
  setLanguage(currentLanguage() === "vi" ? "en" : "vi").catch((error) =>
    status.fail(...sentenceOf(error, "error.start")),
  );
});
$("theme").addEventListener("click", () => {
  toggleTheme();
  drawSettings();
});
onSystemTheme(drawSettings);
onLanguage(() => {
  drawSettings();
  composer.draw();
  specimen.draw();
  status.refresh();
  many?.draw();
  $("back").replaceChildren(button(t("back"), goBack));
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
  e: correctHere,
  delete: () => {
    const mark = document.activeElement.closest("#article mark");
    if (mark) desk.remove(subjectOf(shown.analysis.entities[mark.dataset.id]));
  },
};

/** Marks what is selected, or opens the tools for the mark with the focus. */
function correctHere() {
  if (desk.offerSelected()) return;
  const mark = document.activeElement.closest("#article mark");
  if (!mark) return toast.say("corrections.select");
  desk.isEditing = true;
  openCard(Number(mark.dataset.id), mark);
  $("edit-kind").focus({ preventScroll: true });
}

addEventListener("keydown", (event) => {
  const act = KEYS[event.key.toLowerCase()];
  if (!shown || event.target.closest("textarea, input, select") || event.altKey) return;
  if (event.ctrlKey || event.metaKey) {
    const isRedo = event.key === "y" || (event.key.toLowerCase() === "z" && event.shiftKey);
    // the browser's own search sees only what is on the page
    if (event.key === "f" && view.isLong) {
      event.preventDefault();
      KEYS["/"]();
    }
    if (isRedo) desk.redo();
    else if (event.key === "z") desk.undo();
    return;
  }
  if (!act) return;
  event.preventDefault();
  act();
});

let closeAfterPrint = () => {};
addEventListener("beforeprint", () => (closeAfterPrint = openForPrint($("panels"))));
addEventListener("afterprint", () => closeAfterPrint());

setLanguage("vi");
warm(specimen.text).then((analysis) => {
  specimen.show(analysis);
  status.refresh();
});
// what the first view does not need, once it stands
new Turns().pass().then(() => {
  composer.warm();
  loadEnglish().catch(() => {}); // the switch asks again, and says so
  warmExports();
});
addEventListener("load", () => workOffline(() => !shown && !composer.editor.text));
