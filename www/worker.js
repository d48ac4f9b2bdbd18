// The analysis, off the main thread: for the page, for `langkinh/async`, and for hosts that start the worker themselves.

import { serve } from "./serve.js";

serve(self);
