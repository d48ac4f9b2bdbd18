// ISO 8601 as people write it, in the page's language unless another is named.

import { currentLanguage } from "../i18n/index.js";
import { dayWording } from "./day.js";

/**
 * @param {string} iso
 * @param {string} [language]
 */
export const dateWording = (iso, language = currentLanguage()) => dayWording(iso, language);
