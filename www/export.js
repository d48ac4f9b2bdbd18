// The analysis as JSON, to keep or to pass on.

/** The analysis exactly as the analyzer gave it, indented. */
export const toJson = (analysis) => JSON.stringify(analysis, null, 2);

/** Offers the analysis as a file. */
export function download(analysis, name) {
  const address = URL.createObjectURL(new Blob([toJson(analysis)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Puts the analysis on the clipboard. */
export function copy(analysis) {
  return navigator.clipboard.writeText(toJson(analysis));
}
