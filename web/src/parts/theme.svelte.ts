// Light, dark, or as the system has it; and whether single keys do something. Kept in this browser alone.

export type Theme = 'system' | 'light' | 'dark';

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // A browser may refuse to keep anything; then nothing is kept.
  }
}

/** Keeps a word in this browser; says nothing where that is refused. */
export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // As above.
  }
}

class Settings {
  theme = $state<Theme>((kept('theme') as Theme | null) ?? 'system');
  /** Single letters as shortcuts; they can be turned off, since they get in the way of speech input. */
  keys = $state(kept('keys') !== 'off');
}

export const settings = new Settings();
export { kept };

/** Puts the theme on the page. */
export function applyTheme(): void {
  if (settings.theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = settings.theme;
}

export function setTheme(theme: Theme): void {
  settings.theme = theme;
  keep('theme', theme);
  applyTheme();
}

export function setKeys(on: boolean): void {
  settings.keys = on;
  keep('keys', on ? 'on' : 'off');
}
