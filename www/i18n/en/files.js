// Reading files: what was done to a text, and what cannot be read.

export default {
  "note.encoding": "The text is in the old encoding {encoding}: it was converted to Unicode.",
  "note.encoding.act": "Leave it as it was",
  "note.encodingLeft": "The text seems to be in the encoding {encoding}; it was left as it is.",
  "note.encodingLeft.act": "Convert to Unicode",
  "note.lines": "Lines were broken within sentences: {joined} of them were joined into paragraphs.",
  "note.lines.act": "Keep the lines",
  "note.linesPages":
    "The text came in pages, its lines broken within sentences: {joined} lines were joined into paragraphs, {dropped} running heads, feet and page numbers left out.",
  "note.linesPages.act": "Keep the lines",
  "note.linesLeft": "Lines are broken within sentences; they were left as they are.",
  "note.linesLeft.act": "Join into paragraphs",
  "note.pagesWithoutText":
    "{n} of the {all} pages of the PDF hold no text (photographs, perhaps) and could not be read; the others were.",
  "note.pdfFont":
    "The fonts in this PDF do not tell which Vietnamese letters they show, so the text taken from it is wrong. Look for a .docx, or copy the article from elsewhere; do not quote from this.",
  "error.binary": "“{name}” is not a text file and cannot be read. Open it, copy its text and paste it here.",
  "error.broken":
    "“{name}” is damaged or was not downloaded to its end, so it cannot be opened. Download it again, or copy its text and paste it here.",
  "error.encrypted":
    "“{name}” has a password and cannot be opened. Open it with the password and save a copy without, or copy its text and paste it here.",
  "error.pdfFont":
    "“{name}” uses fonts that do not tell which letter is which, so no text can be taken from it. Look for a .docx, or have a character recognition program read it first.",
  "error.scanned":
    "“{name}” holds pictures only, no text (a scan, or blank pages). Use a version with text, or have a character recognition program read it first.",
  "error.emptyFile": "“{name}” is empty, there is nothing to read. Check the file.",
  "error.emptyDocument": "“{name}” holds no letter. Check the file, or copy its text and paste it here.",
  "error.emptyFolder": "There is no file in this folder. Choose one with .txt, .html, .docx or .pdf files.",
  "error.drop": "No file came in. Use the button to choose one, or copy the text and paste it here.",
  "error.format":
    "“{name}” is a {format} file, which Lăng Kính cannot read. Save it as .docx, .pdf or .txt, or copy its text and paste it here.",
  "error.image":
    "“{name}” is a picture, with no text to read. Have a character recognition program read it first, or type what you need.",
  "error.gone": "“{name}” cannot be opened: it was moved, deleted or changed after it was chosen. Choose it again.",
  "error.tooLarge": "“{name}” is larger than 64 MB and was not read. Split it and bring it in by parts.",
  "error.read": "“{name}” could not be read. Try again, or copy its text and paste it here.",
};
