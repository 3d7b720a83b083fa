/**
 * Finds dates and resolves them against the document's date: 4月6日下午, 昨日, 去年12月, 本月7日, 上周五, 同日.
 *
 * Patterns are tried in the order of the table below at each place of the text; the first that fits and resolves
 * wins. What cannot be resolved (7日 in a text without a date) is no date.
 */
import type { DateValue } from '../value.ts';
import {
  addDays,
  addMonths,
  type CalendarDate,
  type CalendarDay,
  compareDates,
  fromIso,
  isDate,
  toIso,
  weekday,
} from './calendar.ts';
import { parseNumber } from './numerals.ts';

/** What is known when a date is resolved. */
interface Context {
  /** The document's date. */
  readonly base: CalendarDate | undefined;
  /** The last date before this one, whatever its sentence. */
  readonly last: CalendarDate | undefined;
  /** The last date before this one in the same sentence. */
  readonly near: CalendarDate | undefined;
  /** True when the words before speak of the future: 将于5月10日. */
  readonly future: boolean;
}

type Groups = Readonly<Record<string, string | undefined>>;

interface Pattern {
  /** The characters that it can begin with. */
  readonly starts: string;
  readonly source: string;
  readonly resolve: (groups: Groups, context: Context) => CalendarDate | undefined;
}

const YEAR_DIGITS = '(?:1[0-9]|2[01])[0-9]{2}|[一二][〇○零一二三四五六七八九]{3}';
const MONTH = '1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]';
const DAY = '3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]';
// 4月6-8日 is dated by its first day.
const DAY_TAIL = `(?:[-—~～–至到、](?:${DAY}))?(?:日|号)(?!均|内|游|年化|以内|之内|后|系|线|元|子|称)`;
/** The day itself in brackets: 明（6）日, 昨日（26日）. */
const BRACKET_DAY = '3[01]|[12][0-9]|0?[1-9]';
const PART = '(?:凌晨|清晨|早间|早晨|早上|上午|中午|午间|下午|午后|傍晚|晚间|晚上|夜间|夜|晚)?';
const NO_NAME = '(?!头条|资本|投资|控股|系|集团|国际|科技|有限|股份|网|报|之星|中国)';

const YEARS: ReadonlyMap<string, number> = new Map([
  ['今年', 0],
  ['本年', 0],
  ['本年度', 0],
  ['去年', -1],
  ['上年', -1],
  ['前年', -2],
  ['明年', 1],
  ['后年', 2],
]);

const DAYS: ReadonlyMap<string, number> = new Map([
  ['今', 0],
  ['昨', -1],
  ['前', -2],
  ['明', 1],
]);

const WEEKDAYS = '一二三四五六日天';

const NUMERALS = '0123456789一二三四五六七八九十';

const PATTERNS: readonly Pattern[] = [
  {
    starts: '0123456789一二',
    source: `(?<y>${YEAR_DIGITS})年(?:度)?(?:(?<m>${MONTH})月(?:份|(?<d>${DAY})${DAY_TAIL}${PART})?(?!均))?(?!以?[来内])`,
    resolve: ({ y, m, d }) => build(readYear(y), number(m), number(d)),
  },
  {
    starts: '12',
    source:
      '(?<y>(?:19|20)[0-9]{2})(?<separator>[-/.])(?<m>1[0-2]|0?[1-9])\\k<separator>(?<d>3[01]|[12][0-9]|0?[1-9])(?![0-9.])',
    resolve: ({ y, m, d }) => build(number(y), number(m), number(d)),
  },
  {
    starts: '今本去上前明后',
    source: `(?<word>今年|本年度?|去年|上年|前年|明年|后年)${NO_NAME}(?:(?<m>${MONTH})月(?:份|(?<d>${DAY})${DAY_TAIL}${PART})?(?!均))?(?!以来)`,
    resolve: ({ word, m, d }, { base }) => {
      const offset = YEARS.get(word ?? '');
      if (base === undefined || offset === undefined) return undefined;
      return build(base.year + offset, number(m), number(d));
    },
  },
  {
    starts: '同当次',
    source: `(?:同年|当年|次年)(?<m>${MONTH})月(?:份|(?<d>${DAY})${DAY_TAIL}${PART})?`,
    resolve: ({ m, d, 0: text }, { last }) =>
      last === undefined ? undefined : build(last.year + (text?.startsWith('次') ? 1 : 0), number(m), number(d)),
  },
  {
    starts: '本上下当同',
    source: `(?<word>本月|上个?月|下个?月|当月|同月)(?:(?<d>${DAY})${DAY_TAIL}${PART})?`,
    resolve: ({ word = '', d }, { base, last }) => {
      const from = word === '当月' || word === '同月' ? last : base;
      if (from?.month === undefined) return undefined;
      const { year, month } = addMonths(
        from.year,
        from.month,
        word.startsWith('上') ? -1 : word.startsWith('下') ? 1 : 0,
      );
      return build(year, month, number(d));
    },
  },
  {
    starts: '今昨前明',
    source: `(?<word>[今昨前明])(?:（(?<d>${BRACKET_DAY})日?）)?(?:日|天)${NO_NAME}(?:（(?<e>${BRACKET_DAY})日）)?${PART}|(?<night>[今昨明])(?:晚间?|晨|早(?!已|就|年))|(?<short>昨)(?![日天晚晨早夜今年])`,
    resolve: ({ word, night, short, d, e }, { base }) => {
      const offset = DAYS.get(word ?? night ?? short ?? '');
      const day = wholeDay(base);
      if (day === undefined || offset === undefined) return undefined;
      const said = number(d ?? e);
      const meant = addDays(day, offset);
      // A text that is dated a few days after it was written says itself which day it means.
      return [0, -1, 1, -2, 2, -3, 3].map((by) => addDays(meant, by)).find((date) => date.day === said) ?? meant;
    },
  },
  {
    starts: '同当次翌',
    source: `(?:同日|当日|当天|同一天|次日|翌日)${PART}`,
    resolve: ({ 0: text = '' }, { last, base }) => {
      const day = wholeDay(last) ?? wholeDay(base);
      if (day === undefined) return undefined;
      return /^[次翌]/.test(text) ? addDays(day, 1) : day;
    },
  },
  {
    starts: '上本这下',
    source: `(?<week>上上|上|本|这|下)个?(?:周|星期|礼拜)(?<w>[${WEEKDAYS}])(?!报|刊)${PART}`,
    resolve: ({ week, w }, { base }) => {
      const day = wholeDay(base);
      const target = number7(w);
      if (day === undefined || target === undefined) return undefined;
      const offset = week === '上' ? -7 : week === '上上' ? -14 : week === '下' ? 7 : 0;
      return addDays(day, target - weekday(day) + offset);
    },
  },
  {
    starts: '周星礼',
    source: `(?<![双每逢至到])(?:周|星期|礼拜)(?<w>[${WEEKDAYS}])(?!报|刊|鸭|村|氏)${PART}`,
    resolve: ({ w }, { base }) => {
      const day = wholeDay(base);
      const target = number7(w);
      if (day === undefined || target === undefined) return undefined;
      return addDays(day, -((weekday(day) - target + 7) % 7));
    },
  },
  {
    starts: NUMERALS,
    source: `(?<m>${MONTH})月(?<d>${DAY})${DAY_TAIL}${PART}`,
    resolve: ({ m, d }, context) => nearest(number(m), number(d), context),
  },
  {
    starts: NUMERALS,
    source: `(?<m>${MONTH})月(?!均|底|末|初|中旬|上旬|下旬|内|度|以?来)(?:份)?(?![0-9])`,
    resolve: ({ m }, context) => nearest(number(m), undefined, context),
  },
  {
    starts: '0123456789',
    source: `(?<!月)(?<d>3[01]|[12][0-9]|0?[1-9])${DAY_TAIL}(?!楼|院|店|馆|机|线|文|台|公路|高速|地块|仓|厅|门|桌)${PART}`,
    resolve: ({ d }, { near, base, future }) => {
      const day = number(d);
      if (day === undefined) return undefined;
      if (near?.month !== undefined) return build(near.year, near.month, day);
      if (base?.month === undefined) return undefined;
      const late = base.day !== undefined && day > base.day && !future;
      for (let back = late ? 1 : 0; back < 3; back++) {
        const date = { ...addMonths(base.year, base.month, -back), day };
        if (isDate(date)) return date;
      }
      return undefined;
    },
  },
];

/** Patterns by the character that they begin with, so that a place in the text tries only a few. */
const BY_START = new Map<string, { readonly expression: RegExp; readonly pattern: Pattern }[]>();
for (const pattern of PATTERNS) {
  const entry = { expression: new RegExp(pattern.source, 'y'), pattern };
  for (const character of pattern.starts) BY_START.set(character, [...(BY_START.get(character) ?? []), entry]);
}

/**
 * Where any of the patterns can begin, by its first two characters; keeps the scan to one pass over the text. What is
 * added to the table above must find its beginning here.
 */
const BEGINNING = new RegExp(
  [
    '(?<![0-9.第－–—~～A-Za-z])[0-9](?=[0-9年月日号—~～–至到、-])',
    '[一二三四五六七八九十](?=[〇○零一二三四五六七八九月])',
    '[今明](?=[年日天晚晨早（])',
    '昨',
    '前(?=[年日天（])',
    '[去后](?=年)',
    '[上本下这](?=[年月个上周星礼])',
    '[同当次翌](?=[年月日天一])',
    '周(?=[一二三四五六日天])',
    '星(?=期)',
    '礼(?=拜)',
  ].join('|'),
  'g',
);

/** 1至7月 and 1-7月 are spans of time, 5至10日 of days: their second half is no date of its own. */
const SPAN_BEFORE = /[0-9一二三四五六七八九十](?:月份?)?(?:至|到|-|—|~|～|–)$/;

const FUTURE = /(?:将于|定于|拟于|将在|拟在|计划于|计划在|预计|预定|有望在|有望于|截止到?|至迟|不晚于)$/;

/**
 * Finds dates in a normalised text.
 *
 * @param sentences Spans of the sentences in order; dates are looked for inside them only.
 * @param date The document's date in ISO 8601; without it only dates that carry their year are found.
 * @returns dates in order of their start; offsets into `text`.
 */
export function findDates(
  text: string,
  sentences: readonly { readonly start: number; readonly end: number }[],
  date: string | undefined,
): DateValue[] {
  let base = date === undefined ? undefined : fromIso(date);
  const found: DateValue[] = [];
  let last: CalendarDate | undefined;
  // Where the next date may begin, kept over sentences, so that the text is scanned once however many there are.
  let next = 0;
  for (const sentence of sentences) {
    if (next >= sentence.end) continue;
    let near: CalendarDate | undefined;
    BEGINNING.lastIndex = sentence.start;
    for (;;) {
      const at = BEGINNING.exec(text)?.index;
      next = at ?? Number.POSITIVE_INFINITY;
      if (at === undefined || at >= sentence.end) break;
      const before = text.slice(Math.max(sentence.start, at - 6), at);
      const hit = matchAt(text, at, { base, last, near, future: FUTURE.test(before) });
      if (hit === undefined || hit.end > sentence.end) continue;
      BEGINNING.lastIndex = hit.end;
      if (hit.loose && SPAN_BEFORE.test(before)) continue;
      found.push({ kind: 'date', start: at, end: hit.end, value: toIso(hit.date) });
      if (found.length === 1 && isDateline(text, hit, base)) base = hit.date;
      near = hit.date;
      last = hit.date;
    }
  }
  return found;
}

/** How many days after its dateline a text may be published. */
const PUBLISHED_WITHIN = 7;

/** 5月7日电 at the head of a text that is dated a little later: what it calls 今日 is the 7th. */
function isDateline(text: string, { date, end }: Hit, base: CalendarDate | undefined): boolean {
  const day = wholeDay(date);
  if (day === undefined || base === undefined || !/^(?:电|讯|消息)/.test(text.slice(end, end + 2))) return false;
  return compareDates(day, base) <= 0 && compareDates(addDays(day, PUBLISHED_WITHIN), base) >= 0;
}

interface Hit {
  readonly end: number;
  readonly date: CalendarDate;
  /** True for patterns without a year, which may be half of a span of time. */
  readonly loose: boolean;
}

function matchAt(text: string, at: number, context: Context): Hit | undefined {
  for (const { expression, pattern } of BY_START.get(text[at] ?? '') ?? []) {
    expression.lastIndex = at;
    const match = expression.exec(text);
    if (!match) continue;
    const date = pattern.resolve({ ...match.groups, 0: match[0] }, context);
    if (date !== undefined && isDate(date))
      return {
        end: at + match[0].length,
        date,
        loose: pattern.starts === NUMERALS || pattern.source.startsWith('(?<!月)'),
      };
  }
  return undefined;
}

function number(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseNumber(text);
}

function number7(character: string | undefined): number | undefined {
  const index = character === undefined ? -1 : WEEKDAYS.indexOf(character);
  return index < 0 ? undefined : Math.min(index + 1, 7);
}

function readYear(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseNumber(text.replaceAll('零', '〇'));
}

function build(year: number | undefined, month?: number, day?: number): CalendarDate | undefined {
  if (year === undefined) return undefined;
  const date = {
    year,
    ...(month === undefined ? {} : { month }),
    ...(month === undefined || day === undefined ? {} : { day }),
  };
  return isDate(date) ? date : undefined;
}

function wholeDay(date: CalendarDate | undefined): CalendarDay | undefined {
  return date?.month === undefined || date.day === undefined
    ? undefined
    : { year: date.year, month: date.month, day: date.day };
}

/** A month or day without a year: the year of the sentence, else the nearest one before or at the document's date. */
function nearest(month: number | undefined, day: number | undefined, context: Context): CalendarDate | undefined {
  const { base, near, last, future } = context;
  if (month === undefined) return undefined;
  if (near !== undefined) return build(near.year, month, day);
  if (base === undefined) return last === undefined ? undefined : build(last.year, month, day);
  const candidate = build(base.year, month, day);
  if (candidate === undefined) return build(base.year - 1, month, day);
  if (compareDates(candidate, base) <= 0) return candidate;
  return future ? candidate : build(base.year - 1, month, day);
}
