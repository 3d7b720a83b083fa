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

const MINIMAP_KEY = 'guanxi.minimap';

/** Whether the small map of the whole drawing is wanted, which it is until it is turned off. */
export function readMinimap({ localStorage }: Pick<Browser, 'localStorage'>): boolean {
  try {
    return localStorage.getItem(MINIMAP_KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Remembers whether it is wanted. */
export function saveMinimap({ localStorage }: Pick<Browser, 'localStorage'>, wanted: boolean): void {
  try {
    localStorage.setItem(MINIMAP_KEY, wanted ? 'on' : 'off');
  } catch {
    // As for the other preferences.
  }
}

/** Remembers language and theme. */
export function savePreferences(browser: Browser, language: Language, theme: ThemeChoice): void {
  try {
    browser.localStorage.setItem(KEY, JSON.stringify({ language, theme }));
  } catch {
    // Private mode, or storage that is full: the choice then lasts as long as the page.
  }
}
