// How far apart the ten kinds look to readers who see colors otherwise: their hues (styles/theme.css) as full deficiencies
// show them (Machado, Oliveira and Fernandes 2009), and the distance in OKLab of the nearest pairs. Lines differ
// in shape for this reason; kinds that share a style of line must differ in hue for every sight, and a test holds them to it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const THEME = readFileSync(new URL("../styles/theme.css", import.meta.url), "utf8");
const LOOKS = { light: [0.56, 0.135], dark: [0.76, 0.115] };
/**
 * Rows of each matrix, on linear RGB.
 * @type {Record<string, number[][]>}
 */
const SEEN = {
  "all colors": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const kinds = [...THEME.matchAll(/\.kind-(\w+) \{\s*--angle: (\d+);\s*--line: (\w+);\s*--thick: ([\d.]+)em/g)].map(
  ([, kind, angle, line, thick]) => ({ kind, angle: Number(angle), line, thick }),
);
/** @typedef {(typeof kinds)[number]} Drawn how a kind is drawn */
/** @typedef {{look: string, sight: string, a: Drawn, b: Drawn, distance: number, alike: boolean}} Pair `alike`: of one style of line */

if (kinds.length !== 10) throw new Error(`theme.css: ${kinds.length} kinds`);

const multiply = (/** @type {number[][]} */ matrix, /** @type {number[]} */ vector) =>
  matrix.map((row) => row.reduce((sum, each, i) => sum + each * vector[i], 0));

function linear(/** @type {number} */ lightness, /** @type {number} */ chroma, /** @type {number} */ angle) {
  const radians = (angle * Math.PI) / 180;
  const a = chroma * Math.cos(radians);
  const b = chroma * Math.sin(radians);
  const cones = [
    lightness + 0.3963377774 * a + 0.2158037573 * b,
    lightness - 0.1055613458 * a - 0.0638541728 * b,
    lightness - 0.0894841775 * a - 1.291485548 * b,
  ].map((each) => each ** 3);
  const rgb = multiply(
    [
      [4.0767416621, -3.3077115913, 0.2309699292],
      [-1.2684380046, 2.6097574011, -0.3413193965],
      [-0.0041960863, -0.7034186147, 1.707614701],
    ],
    cones,
  );
  return rgb.map((each) => Math.min(1, Math.max(0, each)));
}

function oklab(/** @type {number[]} */ rgb) {
  const cones = multiply(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  ).map((each) => Math.cbrt(Math.max(0, each)));
  return multiply(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}

/**
 * Every pair of kinds as each sight has it in each look, nearest first.
 * @returns {Pair[]}
 */
export function pairs() {
  return Object.entries(LOOKS)
    .flatMap(([look, [lightness, chroma]]) =>
      Object.entries(SEEN).flatMap(([sight, matrix]) => {
        const seen = kinds.map((each) => ({
          ...each,
          at: oklab(multiply(matrix, linear(lightness, chroma, each.angle))),
        }));
        return seen.flatMap((a, i) =>
          seen.slice(i + 1).map((b) => ({
            look,
            sight,
            a,
            b,
            alike: a.line === b.line,
            distance: Math.hypot(...a.at.map((each, j) => each - b.at[j])),
          })),
        );
      }),
    )
    .sort((a, b) => a.distance - b.distance);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const look of Object.keys(LOOKS)) {
    for (const sight of Object.keys(SEEN)) {
      const here = pairs().filter((pair) => pair.look === look && pair.sight === sight);
      const nearest = (/** @type {Pair} */ { a, b, distance }) =>
        `${distance.toFixed(3)} ${a.kind} (${a.line} ${a.thick}) – ${b.kind} (${b.line} ${b.thick})`;
      console.log(
        `${look}, ${sight}: nearest ${nearest(here[0])}; of one style of line ${nearest(here.filter(({ alike }) => alike)[0])}`,
      );
    }
  }
}
