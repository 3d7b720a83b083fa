/** Which language the page speaks. */
import type { Language } from '../view.ts';
import { en } from './en.ts';
import { type Dictionary, zh } from './zh.ts';

export type { Dictionary };

/** What the page says in `language`. */
export function dictionaryOf(language: Language): Dictionary {
  return language === 'zh' ? zh : en;
}

/** The language for a reader whose browser asks for `preferred`, best first: Chinese where that comes before English. */
export function preferredLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    if (/^zh\b/i.test(tag)) return 'zh';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}
