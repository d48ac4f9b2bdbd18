// ISO 8601 as people write it: `21/5/2018` in Vietnamese, `21 May 2018` in English.

/**
 * A day, month or year in the words of a language; anything else (intervals, quarters) with a real dash.
 * @param {string} iso
 * @param {string} language
 */
export function dayWording(iso, language) {
  const date = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(iso);
  if (!date) return iso.replace("/", " – ").replace(/T(?=\d)/g, " ");
  const [, year, month, day] = date;
  if (language === "vi") return [day, month, year].filter(Boolean).map(Number).join("/");
  /** @type {Intl.DateTimeFormatOptions} */
  const look = {
    year: "numeric",
    month: month ? "long" : undefined,
    day: day ? "numeric" : undefined,
    timeZone: "UTC",
  };
  return new Intl.DateTimeFormat("en-GB", look).format(
    Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)),
  );
}
