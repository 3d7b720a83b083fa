/** What a money tie is called, read from investor to target. */
import { type Dataset, relationTypeOf } from '../../state/dataset.ts';
import type { MoneyTie } from '../../state/investors.ts';
import type { Dictionary } from '../../state/language/language.ts';
import type { Language } from '../../state/view.ts';

/** The relation's name; a subsidiary's tie is read from its parent. */
export function moneyLabel(
  dataset: Dataset,
  tie: Pick<MoneyTie, 'edge' | 'reversed'>,
  language: Language,
  words: Dictionary,
): string {
  return tie.reversed ? words.investors.parentOf : relationTypeOf(dataset, tie.edge)[language];
}
