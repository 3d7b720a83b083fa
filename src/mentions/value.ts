/** Values: dates, amounts of money and shares, normalised. */
import type { Span } from '../documents/document.ts';

/** How an amount or share was hedged: 约 `about`, 超/逾/以上 `over`, 近/不足 `under`, `range` for the low end of a range. */
export type Qualifier = 'about' | 'over' | 'under' | 'range';

/** A date, as precise as the text is, resolved against the document's date. */
export interface DateValue extends Span {
  readonly kind: 'date';
  /** ISO 8601: `2016`, `2016-04` or `2016-04-06`. */
  readonly value: string;
}

/** An amount of money in the currency's unit: 326.7亿元 is 32670000000 `CNY`. */
export interface AmountValue extends Span {
  readonly kind: 'amount';
  readonly value: number;
  /** Upper end, for ranges. */
  readonly upper?: number;
  /** ISO 4217 code. */
  readonly currency: string;
  readonly qualifier?: Qualifier;
}

/** A share as a fraction: 51% is 0.51. */
export interface ShareValue extends Span {
  readonly kind: 'share';
  readonly value: number;
  readonly qualifier?: Qualifier;
}

export type Value = DateValue | AmountValue | ShareValue;
