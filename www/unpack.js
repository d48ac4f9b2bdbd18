// The module out of a string, for `langkinh/inline`.

import { gunzipSync } from "fflate"; // for engines without DecompressionStream

/** @param {string} packed gzip in base64 */
export async function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  if (!globalThis.DecompressionStream || !globalThis.Response) return gunzipSync(bytes);
  const stream = new DecompressionStream("gzip");
  const writer = stream.writable.getWriter();
  writer.write(bytes);
  writer.close();
  return new Response(stream.readable).arrayBuffer();
}
