// Exports, each copied or saved. What makes them is loaded behind the page's own start.

import { button, el } from "../dom.js";
import { sentenceOf } from "../failure.js";
import { t } from "../i18n/index.js";
import { panel } from "../panels/parts.js";
import { TABLE_KEYS } from "./keys.js";
import { copy, save } from "./save.js";

const FORMATS = ["json", "csv", "html", "markdown", "annotations"];
const load = () => import("./formats.js");

/** Fetches what makes the exports before anybody asks, so that exporting needs no network. */
export const warmExports = () => load().catch(() => {});

let table = "people";

/** @import { Links } from "../reading.js" */

/** @param {Pick<Links, "source"|"say">} context */
export function exports({ source: sourceOf, say }) {
  return panel(
    "export",
    1,
    () => {
      warmExports();
      return [
        el("p", { class: "legend" }, t("export.about")),
        el(
          "ul",
          { class: "exports" },
          FORMATS.map((format) => row(format, sourceOf, say)),
        ),
      ];
    },
    { tally: "" },
  );
}

/**
 * @param {string} format
 * @param {Links["source"]} sourceOf
 * @param {Links["say"]} say
 */
function row(format, sourceOf, say) {
  const chosen = () => (format === "csv" ? table : undefined);
  const act = (/** @type {() => Promise<void>} */ take) => async () => {
    try {
      await take();
    } catch (error) {
      say(...sentenceOf(error, "export.failed"));
    }
  };
  /**
   * @param {string} which
   * @param {string|undefined} of the table, of CSV
   */
  const made = async (which, of) => (await load()).make(which, sourceOf(), of);
  /**
   * @param {string} which
   * @param {() => string|undefined} of
   */
  const saveAs = (which, of) =>
    act(async () => {
      const { name, type, content } = await made(which, of());
      save(name, type, content);
    });
  const copyAs = act(async () => {
    const { content } = await made(format, chosen());
    // a blob is only ever saved
    await copy(/** @type {string} */ (content)).then(
      () => say("export.copied", { format: t(`export.${format}`) }),
      () => say("error.copy"),
    );
  });
  const label = t(`export.${format}`);
  return el(
    "li",
    { data: { format } },
    el(
      "div",
      { class: "what" },
      el("b", {}, label),
      el("small", {}, t(`export.${format}.about`)),
      format === "csv" && choose(),
    ),
    el(
      "div",
      { class: "acts" },
      button(t("export.copy"), copyAs, {
        id: `copy-${format}`,
        aria: { label: t("export.copyAs", { format: label }) },
      }),
      button(t("export.save"), saveAs(format, chosen), {
        id: `save-${format}`,
        aria: { label: t("export.saveAs", { format: label }) },
      }),
      format === "csv" &&
        button(
          t("export.all"),
          saveAs("zip", () => undefined),
          { id: "save-zip", title: t("export.allAbout") },
        ),
    ),
  );
}

function choose() {
  /** @type {HTMLSelectElement} */
  const select = el(
    "select",
    { id: "csv-table", aria: { label: t("export.table") }, on: { change: () => (table = select.value) } },
    TABLE_KEYS.map((key) => el("option", { value: key, selected: key === table }, t(`table.${key}`))),
  );
  return select;
}
