// Light or dark: as the system says until the reader chooses, for this visit only (nothing is stored).

const system = matchMedia("(prefers-color-scheme: dark)");

export const isDark = () => (document.documentElement.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";

export function toggleTheme() {
  document.documentElement.dataset.theme = isDark() ? "light" : "dark";
}

/**
 * Calls back when the system changes its mind.
 * @param {() => void} act
 */
export function onSystemTheme(act) {
  system.addEventListener("change", act);
}
