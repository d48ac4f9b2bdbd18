// What cannot be read: `key` of the dictionaries says why and what to do, `values` fill the sentence.

export class Unreadable extends Error {
  constructor(key, values) {
    super(key);
    this.key = key;
    this.values = values;
  }
}
