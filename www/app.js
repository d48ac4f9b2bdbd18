// The page: its parts, and which tells which. A text comes in through the composer, the session has it analyzed, and what shows it
// follows the session.

import { warm } from "./analyzer.js";
import { Desk } from "./corrections/desk.js";
import { one } from "./dom.js";
import { warmExports } from "./export/menu.js";
import { sentenceOf } from "./failure.js";
import { loadEnglish, onLanguage, setLanguage } from "./i18n/index.js";
import { Composer } from "./input/composer.js";
import { listenForKeys } from "./keys.js";
import { isModuleThere } from "./module.js";
import { workOffline } from "./offline.js";
import { openForPrint } from "./panels/index.js";
import { Reading } from "./reading.js";
import { Router } from "./router.js";
import { Session } from "./session.js";
import { offerSettings } from "./settings.js";
import { Specimen } from "./specimen.js";
import { Status } from "./status.js";
import { Toast } from "./toast.js";
import { Turns } from "./turns.js";

/** @param {string} id */
const $ = (id) => one(`#${id}`);

/**
 * @template {string} Id
 * @param {Id[]} ids
 */
const roots = (...ids) => /** @type {Record<Id, HTMLElement>} */ (Object.fromEntries(ids.map((id) => [id, $(id)])));

const toast = new Toast($("toast"));
/** @type {import("./toast.js").Say} */
const say = (key, values, action) => toast.say(key, values, action);
const status = new Status($("status"), {
  onCancel() {
    composer.stop();
    session.stop();
  },
  whatFor: () => (isModuleThere() ? "status.busy" : "status.loading"),
});
/** @type {Desk} */
const desk = new Desk(
  { menu: $("kind-menu"), button: $("selection-button") },
  {
    shown: () => session.article,
    onChange: () => session.correct(),
    onShow: (subject, span) => reading.showCorrected(subject, span),
    onLeave: () => reading.takeFocus(),
    say,
  },
);
/** @type {Session} */
const session = new Session({ desk, status, say, onStep: (step) => composer.toggle(step) });
const specimen = new Specimen($("specimen"));
const composer = new Composer($("composer"), {
  onText: (came) => session.open(came),
  onFailure: (key, values) => status.fail(key, values),
  onReading: () => status.busy(),
  onMany(sources) {
    composer.stop();
    router.readMany(sources);
  },
});
const reading = new Reading(roots("article", "card", "find", "chips", "overview", "panels"), { desk, say });
const router = new Router(roots("result", "many", "back"), {
  session,
  status,
  onArticle: () => composer.fold(),
  toSpan: (span) => reading.jump(() => reading.navigator.toSpan(span)),
});
session.follow(router, reading);

listenForKeys(reading, desk, say);
offerSettings(roots("language", "theme"), (error) => status.fail(...sentenceOf(error, "error.start")));
onLanguage(() => {
  composer.draw();
  specimen.draw();
  status.refresh();
  router.translate();
  reading.translate();
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
addEventListener("load", () => workOffline(() => !session.article && !composer.editor.text));
