// The legacy encodings of Vietnamese, each as a decoder from bytes to Unicode. Sources: TCVN 5712:1993 (VN1, whose
// upper half TCVN3 shares), the VPS table as in GNU recode, the VNI-Windows convention of letter and accent. Where an
// encoding leaves a byte alone, its fonts showed windows-1252: quotation marks and dashes come from there.

const latin = new TextDecoder("windows-1252");
const WINDOWS_1252 = Array.from({ length: 256 }, (_, byte) => latin.decode(Uint8Array.of(byte)));
const BYTES_OF = new Map(WINDOWS_1252.map((letter, byte) => [letter, byte]));

/** 0xA1 to 0xFF. 0xB0 to 0xB4 are combining tones. */
const TCVN3 =
  "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";

/** 0x80 to 0xFF; a blank is left as windows-1252 has it. */
const VPS =
  "ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ  ỀỂỄỐỒỔỖýỷỵỚỜỞ ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕựầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ àáâãảạă èéêẽìí ĩẴĐòóôõ Ơụùúủ ỶẼỳ";
/** VPS also puts capitals below 0x20. */
const VPS_CONTROLS = {
  0x02: "Ạ",
  0x03: "Ậ",
  0x04: "Ặ",
  0x05: "Ẹ",
  0x06: "Ệ",
  0x10: "Ị",
  0x11: "Ọ",
  0x12: "Ộ",
  0x13: "Ợ",
  0x14: "Ụ",
  0x15: "Ự",
  0x19: "Ỵ",
  0x1c: "Ẫ",
  0x1d: "Ữ",
};

/** VNI letters that stand alone; small letters are 0x20 above the capitals. */
const VNI_LETTERS = {
  0xc6: "Ỉ",
  0xcc: "Ì",
  0xcd: "Í",
  0xce: "Ỵ",
  0xd1: "Đ",
  0xd2: "Ị",
  0xd3: "Ĩ",
  0xd4: "Ơ",
  0xd6: "Ư",
};
/**
 * VNI accents, written after the letter they belong to, as combining marks.
 * @type {Record<number, string>}
 */
const VNI_ACCENTS = {
  0xd8: "\u0300",
  0xd9: "\u0301",
  0xdb: "\u0309",
  0xd5: "\u0303",
  0xcf: "\u0323",
  0xc2: "\u0302",
  0xc0: "\u0302\u0300",
  0xc1: "\u0302\u0301",
  0xc5: "\u0302\u0309",
  0xc3: "\u0302\u0303",
  0xc4: "\u0302\u0323",
  0xca: "\u0306",
  0xc8: "\u0306\u0300",
  0xc9: "\u0306\u0301",
  0xda: "\u0306\u0309",
  0xdc: "\u0306\u0303",
  0xcb: "\u0306\u0323",
};

/**
 * A letter for every byte: windows-1252, with `letters` from `first` on and `others` by byte in its place.
 * @param {string} letters
 * @param {number} first
 * @param {Record<number, string>} [others]
 */
function single(letters, first, others = {}) {
  const table = [...WINDOWS_1252];
  for (const [at, letter] of [...letters].entries()) if (letter !== " ") table[first + at] = letter;
  for (const [byte, letter] of Object.entries(others)) table[Number(byte)] = letter;
  return table;
}

const VNI = single(
  "",
  0,
  Object.fromEntries(
    Object.entries(VNI_LETTERS).flatMap(([byte, letter]) => [
      [byte, letter],
      [Number(byte) + 0x20, letter.toLowerCase()],
    ]),
  ),
);
const TCVN3_TABLE = single(TCVN3, 0xa1);
const VPS_TABLE = single(VPS, 0x80, VPS_CONTROLS);

/**
 * @param {Uint8Array} bytes
 * @param {string[]} table
 * @returns {string}
 */
function decodeSingle(bytes, table) {
  const parts = new Array(bytes.length);
  for (let i = 0; i < bytes.length; i += 1) parts[i] = table[bytes[i]];
  return parts.join("").normalize("NFC");
}

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
function decodeVni(bytes) {
  const parts = new Array(bytes.length);
  let letter = "";
  for (let i = 0; i < bytes.length; i += 1) {
    const accent = VNI_ACCENTS[bytes[i]] ?? VNI_ACCENTS[bytes[i] - 0x20];
    const carries =
      accent &&
      (accent.startsWith("\u0306") ? /[Aa]/ : accent.startsWith("\u0302") ? /[AEOaeo]/ : /[AEOUYƠƯaeouyơư]/).test(
        letter,
      );
    letter = carries ? "" : VNI[bytes[i]];
    parts[i] = carries ? accent : letter;
  }
  return parts.join("").normalize("NFC");
}

const SMALL = /[a-z]/;
const CAPITALS = /[A-ZĂÂÊÔƠƯĐ].*[A-ZĂÂÊÔƠƯĐ]/;

/**
 * TCVN3 writes capitals with accents by a font that shows every letter as a capital, over the codes of the small
 * ones. So a word whose other letters are capitals is one wholly; so is one without other letters between such words.
 * @param {string} text
 */
function raiseCapitals(text) {
  return text.replace(/[^\n]+/g, (line) => {
    const pieces = line.split(/(\p{L}+)/u);
    const isCapital = pieces.map((piece, i) => i % 2 === 1 && CAPITALS.test(piece) && !SMALL.test(piece));
    const fits = (/** @type {number} */ i) => i < 0 || i >= pieces.length || isCapital[i];
    const raises = (/** @type {number} */ i) =>
      isCapital[i] || (!SMALL.test(pieces[i]) && fits(i - 2) && fits(i + 2) && (isCapital[i - 2] || isCapital[i + 2]));
    return pieces.map((piece, i) => (i % 2 === 1 && raises(i) ? piece.toUpperCase() : piece)).join("");
  });
}

/**
 * The encodings we decode ourselves or have the browser decode, by the name shown to the reader.
 * @type {Record<"TCVN3"|"VNI"|"VPS"|"windows-1258"|"windows-1252", (bytes: Uint8Array) => string>}
 */
export const DECODERS = {
  TCVN3: (bytes) => raiseCapitals(decodeSingle(bytes, TCVN3_TABLE)),
  VNI: decodeVni,
  VPS: (bytes) => decodeSingle(bytes, VPS_TABLE),
  "windows-1258": (bytes) => new TextDecoder("windows-1258").decode(bytes).normalize("NFC"),
  "windows-1252": (bytes) => latin.decode(bytes),
};

/**
 * The bytes that show as this text in windows-1252; a letter that it lacks gives nothing.
 * @param {string} text
 */
export function bytesOf(text) {
  const bytes = new Uint8Array(text.length);
  let at = 0;
  for (const letter of text) {
    const byte = BYTES_OF.get(letter);
    if (byte === undefined) return undefined;
    bytes[at++] = byte;
  }
  return bytes.subarray(0, at);
}
