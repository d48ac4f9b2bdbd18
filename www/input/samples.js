// The five articles the project began with; the build copies them from `seeds/`. They are fetched when the page
// opens, so that a click asks for nothing.

/** File names; the wording of the buttons is `sample.N` in the dictionaries. */
export const SAMPLES = [
  "000_18ef7176b3a358b8.txt",
  "001_0ee65da128ce3816.txt",
  "002_03101006a328a728.txt",
  "003_343212376214e453.txt",
  "004_ddf2c8ae31e28274.txt",
];

/** @type {Map<string, Promise<string>>} */
const texts = new Map();

/**
 * The text of a sample.
 * @param {string} file
 */
export function readSample(file) {
  const text = texts.get(file) ?? load(file);
  texts.set(file, text);
  return text;
}

/** Fetches all samples ahead; what fails is asked for again by the click. */
export function warmSamples() {
  for (const file of SAMPLES) readSample(file).catch(() => texts.delete(file));
}

/** @param {string} file */
async function load(file) {
  const answer = await fetch(new URL(`../dist/samples/${file}`, import.meta.url));
  if (!answer.ok) throw new Error(`${answer.status} ${file}`);
  return answer.text();
}
