/** What the reader's browser remembers and asks for. */
import { preferredLanguage } from './language/language.ts';
import type { Language, ThemeChoice } from './view.ts';

/** What is needed of `window`. */
export interface Browser {
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly navigator: { readonly languages: readonly string[] };
}

const KEY = 'guanxi.explorer';

/** Language and theme as last chosen, or as the browser asks. A browser that keeps nothing (private mode) is no error. */
export function readPreferences(browser: Browser): { readonly language: Language; readonly theme: ThemeChoice } {
  let saved: unknown = null;
  try {
    saved = JSON.parse(browser.localStorage.getItem(KEY) ?? 'null');
  } catch {
    saved = null;
  }
  const { language, theme } = (typeof saved === 'object' && saved !== null ? saved : {}) as Record<string, unknown>;
  return {
    language: language === 'zh' || language === 'en' ? language : preferredLanguage(browser.navigator.languages),
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
  };
}

/** Remembers language and theme. */
export function savePreferences(browser: Browser, language: Language, theme: ThemeChoice): void {
  try {
    browser.localStorage.setItem(KEY, JSON.stringify({ language, theme }));
  } catch {
    // Private mode, or storage that is full: the choice then lasts as long as the page.
  }
}
