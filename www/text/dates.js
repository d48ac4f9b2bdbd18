// ISO 8601 as people write it, in the page's language unless another is named.

import { currentLanguage } from "../i18n/index.js";
import { dayWording } from "./day.js";

export const dateWording = (iso, language = currentLanguage()) => dayWording(iso, language);
