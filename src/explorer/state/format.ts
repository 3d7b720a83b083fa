/** Amounts, shares, dates and confidence as readers of Chinese and of English newspapers expect them. */
import type { Qualifier } from '../../mentions/value.ts';
import type { Language } from './view.ts';

const CURRENCIES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  CNY: { zh: '元', en: 'CN¥' },
  USD: { zh: '美元', en: 'US$' },
  HKD: { zh: '港元', en: 'HK$' },
  TWD: { zh: '新台币', en: 'NT$' },
  EUR: { zh: '欧元', en: '€' },
  GBP: { zh: '英镑', en: '£' },
  JPY: { zh: '日元', en: 'JP¥' },
  KRW: { zh: '韩元', en: '₩' },
  RUB: { zh: '卢布', en: '₽' },
  AUD: { zh: '澳元', en: 'A$' },
  CAD: { zh: '加元', en: 'C$' },
  CHF: { zh: '瑞士法郎', en: 'CHF ' },
  SGD: { zh: '新加坡元', en: 'S$' },
};

const UNITS = {
  zh: [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ],
  en: [
    [1e12, 'tn'],
    [1e9, 'bn'],
    [1e6, 'm'],
    [1e3, 'k'],
    [1, ''],
  ],
} as const;

const HEDGES: Readonly<Record<Qualifier, { readonly zh: string; readonly en: string }>> = {
  about: { zh: '约', en: 'about ' },
  over: { zh: '超', en: 'over ' },
  under: { zh: '近', en: 'nearly ' },
  range: { zh: '至少', en: 'at least ' },
};

/**
 * An amount in the currency's unit, as `约30亿元` or `about CN¥3.0bn`. A currency that is not known keeps its code.
 */
export function formatAmount(amount: number, currency: string, language: Language, qualifier?: Qualifier): string {
  const hedge = qualifier === undefined ? '' : HEDGES[qualifier][language];
  const [size, unit] = UNITS[language].find(([from]) => Math.abs(amount) >= from) ?? [1, ''];
  const name = CURRENCIES[currency];
  if (language === 'zh') {
    return `${hedge}${decimal(amount / size, 0, 2)}${unit}${name?.zh ?? currency}`;
  }
  const number = decimal(amount / size, size >= 1e9 ? 1 : 0, 2);
  return `${hedge}${name?.en ?? `${currency} `}${number}${unit}`;
}

function decimal(value: number, least: number, most: number): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: least, maximumFractionDigits: most });
}

/** A share, a fraction, as `51%` or `33.3%`. */
export function formatShare(share: number, qualifier: Qualifier | undefined, language: Language): string {
  return `${qualifier === undefined ? '' : HEDGES[qualifier][language]}${decimal(share * 100, 0, 2)}%`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An ISO date of any precision, as `2016年4月6日` or `6 Apr 2016`. Text that is no date stays as it is. */
export function formatDate(date: string, language: Language): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date);
  if (match === null) return date;
  const [, year = '', month, day] = match;
  if (language === 'zh') {
    return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`;
  }
  return [day === undefined ? '' : String(Number(day)), month === undefined ? '' : MONTHS[Number(month) - 1], year]
    .filter(Boolean)
    .join(' ');
}

/** First and last date as one: `2016年4月6日`, or `2016年4月 – 2017年1月` where they differ. Empty where there is none. */
export function formatPeriod(first: string | null, last: string | null, language: Language): string {
  if (first === null && last === null) return '';
  if (first === null || last === null || first === last) return formatDate(first ?? last ?? '', language);
  return `${formatDate(first, language)} – ${formatDate(last, language)}`;
}

/** How sure: the word to use. The bounds are ours: below a half, more wrong than right; above 0.8, a plain statement. */
export function confidenceLevel(confidence: number): 'high' | 'medium' | 'low' {
  return confidence >= 0.8 ? 'high' : confidence >= 0.5 ? 'medium' : 'low';
}

/** A confidence as a whole percentage: `93%`. */
export function formatConfidence(confidence: number): string {
  return `${Math.round(confidence * 100)}%`;
}

/** A count with thousands separators. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}
