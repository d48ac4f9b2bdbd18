// Files as they are dropped: a folder is walked, several files come together.

/** What systems and office programs leave lying in folders. */
const CLUTTER = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * Every file of a drop, with the path inside the folder it came in.
 * @param {DataTransfer} data to be asked at once: it is empty after the event
 * @returns {Promise<File[]>}
 */
export function droppedFiles(data) {
  const entries = [...data.items]
    .filter(({ kind }) => kind === "file")
    .map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  return Promise.all(
    entries.filter((entry) => entry !== null).map((entry) => (isFolder(entry) ? walk(entry) : fileOf(entry))),
  ).then((files) => sorted(files.flat()));
}

/**
 * Files of a picker: those chosen one by one whatever their names, those of a folder without what the system put there.
 * @param {Iterable<File>} files
 * @param {boolean} isFolder
 */
export function pickedFiles(files, isFolder) {
  return sorted([...files].filter(({ name }) => !isFolder || !CLUTTER.test(name)));
}

/**
 * @param {FileSystemEntry|File} entry
 * @returns {entry is FileSystemDirectoryEntry}
 */
const isFolder = (entry) => "isDirectory" in entry && entry.isDirectory;

/**
 * @param {FileSystemEntry|File} entry of a file
 * @returns {Promise<File>}
 */
const fileOf = async (entry) =>
  entry instanceof File
    ? entry
    : new Promise((resolve, reject) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject));

/**
 * A folder with all that is in it; its reader gives a hundred entries at a time.
 * @param {FileSystemDirectoryEntry} folder
 * @returns {Promise<File[]>}
 */
async function walk(folder) {
  const reader = folder.createReader();
  const files = [];
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const entries = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!entries.length) return files;
    for (const entry of entries) {
      if (isFolder(entry)) files.push(...(await walk(entry)));
      else if (!CLUTTER.test(entry.name)) files.push(await fileOf(entry));
    }
  }
}

/** @param {File[]} files */
const sorted = (files) => files.sort((a, b) => a.name.localeCompare(b.name, "vi", { numeric: true }));
