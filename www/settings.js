// The reader's settings: language and light.

import { currentLanguage, onLanguage, setLanguage, t } from "./i18n/index.js";
import { isDark, onSystemTheme, toggleTheme } from "./theme.js";

/**
 * @param {{language: HTMLElement, theme: HTMLElement}} buttons
 * @param {(error: Error) => void} onFailure the other language could not be had
 */
export function offerSettings({ language, theme }, onFailure) {
  const draw = () => {
    const isVietnamese = currentLanguage() === "vi";
    language.textContent = isVietnamese ? "English" : "Tiếng Việt";
    language.lang = isVietnamese ? "en" : "vi";
    theme.textContent = t(isDark() ? "theme.light" : "theme.dark");
    document.title = t("page.title");
  };
  language.addEventListener("click", () => {
    setLanguage(currentLanguage() === "vi" ? "en" : "vi").catch(onFailure);
  });
  theme.addEventListener("click", () => {
    toggleTheme();
    draw();
  });
  onSystemTheme(draw);
  onLanguage(draw);
}
