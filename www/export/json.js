// The analysis as JSON, to keep or to pass on.

/** The analysis exactly as the analyzer gave it, indented. */
export const toJson = (analysis) => JSON.stringify(analysis, null, 2);
