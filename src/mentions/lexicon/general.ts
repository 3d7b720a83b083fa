/** Which phrases are too general to name one organisation. */
import { GENERAL_IN_NAMES, TRADE_FORMS, VERBS_IN_NAMES } from './organisations.ts';

const LONGEST_WORD = 5;

/** Whether a phrase consists of general words alone: 科技开发, 食品. */
export function isGeneral(phrase: string): boolean {
  if (phrase === '') return true;
  for (let length = Math.min(LONGEST_WORD, phrase.length); length >= 2; length--) {
    const word = phrase.slice(0, length);
    if (!GENERAL_IN_NAMES.has(word) && !TRADE_FORMS.has(word) && !VERBS_IN_NAMES.has(word)) continue;
    if (isGeneral(phrase.slice(length))) return true;
  }
  return false;
}
