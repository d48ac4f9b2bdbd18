// What a Vietnamese syllable may look like. Wrongly decoded text is made of letters too, but hardly ever of syllables:
// counting them tells encodings apart, and a hyphen inside a word from one between words.

const ONSET = "(?:b|ch?|d|đ|g[hi]?|h|kh?|l|m|ngh?|nh?|ph?|qu?|r|s|th?|tr|v|x)?";
/** Rimes that end open, in a semivowel or in a nasal: any tone. */
const OPEN =
  "a[imnouy]?|ang|anh|ă[mn]|ăng|â[mnuy]|âng|e[mno]?|eng|ê[mnu]?|ênh|i[amnu]?|ing|inh|iê[mnu]|iêng|" +
  "o[aeimn]?|ong|oong|oa[imnoy]|oang|oanh|oă[mn]|oăng|oe[no]|ô[imn]?|ông|ơ[imn]?|" +
  "u[aimny]?|ung|uâ[ny]|uâng|uê|uênh|uơ|uô[imn]|uông|uy[anu]|uynh|uyê[n]|ư[aimnu]?|ưng|ươ[imnu]|ương|" +
  "y|yn|ynh|yê[mnu]|yêng";
/** Rimes that end in a stop: only sắc and nặng. */
const STOPPED =
  "a[cpt]|ach|ă[cpt]|â[cpt]|e[cpt]|ê[pt]|êch|i[pt]|ich|iê[cpt]|o[cpt]|ooc|oa[ct]|oach|oă[ct]|oet|ô[cpt]|ơ[pt]|" +
  "u[cpt]|uât|uêch|uô[ct]|uyt|uych|uyêt|ư[ct]|ươ[cpt]|yt|ych|yêt";
const ANY_TONE = new RegExp(`^${ONSET}(?:${OPEN})$`);
const STOP_TONE = new RegExp(`^${ONSET}(?:${STOPPED})$`);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * Whether a word, in any case and normalization form, is a syllable that Vietnamese could have.
 * @param {string} word
 */
export function isSyllable(word) {
  const spread = word.toLowerCase().normalize("NFD");
  const tones = spread.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const toneless = spread.replace(TONES, "").normalize("NFC");
  return (
    ANY_TONE.test(toneless) ||
    (STOP_TONE.test(toneless) && (!tones[0] || tones[0] === "\u0301" || tones[0] === "\u0323"))
  );
}

/** How many words the verdict is taken from: the beginning of a long text tells enough. */
const ENOUGH = 2000;

/**
 * How Vietnamese the marked words of a text are. Words of plain ASCII say nothing and are not counted.
 * @param {string} text
 * @returns {{words: number, syllables: number, share: number}}
 */
export function plausibility(text) {
  let words = 0;
  let syllables = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{M}\u0080-\u009f\u00a1-\u00bf\u00d7\u00f7ƒ‚„†‡ˆ‰‹›™€\ufffd]+/gu)) {
    if (/^[a-zA-Z]*$/.test(word) || /^[^\p{L}]*$/u.test(word)) continue;
    words += 1;
    if (isSyllable(word)) syllables += 1;
    if (words === ENOUGH) break;
  }
  return { words, syllables, share: words ? syllables / words : 0 };
}
