// The analysis in a thread of Node, Deno or Bun.

import { parentPort } from "node:worker_threads";
import { serve } from "./serve.js";

serve(/** @type {import("node:worker_threads").MessagePort} */ (parentPort));
