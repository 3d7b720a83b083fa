/** Lines that speak of the article rather than of the world: date, source, author, editor. */

/** What a metadata line says. */
export interface LineMetadata {
  /** ISO 8601. */
  readonly date?: string;
  readonly publisher?: string;
  readonly author?: string;
}

const LABELS: readonly (readonly [RegExp, keyof LineMetadata | 'other'])[] = [
  [/^(?:发布|发表|更新|发稿|刊登|出版)?(?:时间|日期)$/, 'date'],
  [/^(?:文章|本文|新闻|稿件|信息|稿源)?(?:来源|出处|稿源|发布人|发布者|发布单位|发布机构)$/, 'publisher'],
  [/^(?:本报|特约|实习|见习)?(?:作者|记者|通讯员|撰文|文|撰稿|文字)$/, 'author'],
  [
    /^(?:责任|责|执行|值班|初审|复审|终审|本文|网络|原标题|本版|本期)?(?:编辑|责编|编审|初审|审核|校对|监制|主编|美编|排版|摄影|图片|浏览次数|阅读|点击数?|点击次数|字号|关键词|关键字|标签|分享到?|原标题|栏目|版权|原文链接|查看数|访问量|稿件来源)(?:者|量|数|次数)?$/,
    'other',
  ],
];

/** The traditional characters of these labels (發佈時間, 來源, 記者, 責任編輯). */
const TRADITIONAL: Readonly<Record<string, string>> = {
  發: '发',
  佈: '布',
  時: '时',
  間: '间',
  來: '来',
  處: '处',
  報: '报',
  記: '记',
  責: '责',
  編: '编',
  輯: '辑',
  審: '审',
  譯: '译',
  網: '网',
  聞: '闻',
  單: '单',
  機: '机',
  構: '构',
};

const DATE = /(\d{4})\s*[-./年]\s*(\d{1,2})\s*(?:[-./月]\s*(\d{1,2})\s*日?|月)/;
const TIME = /^\s*(?:星期[一二三四五六日天])?\s*(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?/;
const FIELD = /([\u4e00-\u9fff]{1,8})\s*[:：]\s*/g;

/**
 * Reads a line such as `2016-04-08 10:57:00来源:聊城日报作者:`, `发布时间：2011-02-21` or `责任编辑：某某`.
 *
 * @param line one line, raw or normalised
 * @returns what it says (possibly nothing, for 责任编辑), or undefined when it is not a metadata line
 */
export function parseMetadataLine(line: string): LineMetadata | undefined {
  // Nearly every line of a story ends so, and need not be read.
  if (line.endsWith('。') || line.endsWith('！') || line.endsWith('？')) return undefined;
  const text = line.replace(/[\s\u3000\u00a0]+/g, ' ').replace(/^[[【(（\s]+|[\])】）\s]+$/g, '');
  if (text === '' || text.length > 120 || /[。！？]$/.test(text)) return undefined;
  const found: { -readonly [K in keyof LineMetadata]: LineMetadata[K] } = {};
  let rest = text;
  let known = false;

  const leading = DATE.exec(text);
  if (leading && leading.index <= 1) {
    const date = toIsoDate(leading);
    const after = text
      .slice(leading.index + leading[0].length)
      .replace(TIME, '')
      .trim();
    if (date !== undefined && (after === '' || startsWithLabel(after))) {
      found.date = date;
      known = true;
      rest = after;
    }
  }

  const fields = splitFields(rest);
  if (fields === undefined) return known && rest === '' ? found : undefined;
  for (const { kind, value } of fields) {
    known = true;
    if (value === '' || value === '-') continue;
    if (kind === 'date') {
      const match = DATE.exec(value);
      const date = match ? toIsoDate(match) : undefined;
      if (date !== undefined) found.date ??= date;
    } else if (kind !== 'other') {
      found[kind] ??= value.replace(/^[-\s]+|[-\s]+$/g, '');
    }
  }
  return known ? found : undefined;
}

function labelKind(label: string): keyof LineMetadata | 'other' | undefined {
  const simplified = label.replace(/[\u4e00-\u9fff]/g, (letter) => TRADITIONAL[letter] ?? letter);
  return LABELS.find(([pattern]) => pattern.test(simplified))?.[1];
}

function startsWithLabel(text: string): boolean {
  return splitFields(text) !== undefined;
}

interface Field {
  readonly kind: keyof LineMetadata | 'other';
  readonly value: string;
}

/** Splits `来源:甲报作者:乙` at its labels; undefined when the text does not begin with a known label. */
function splitFields(text: string): readonly Field[] | undefined {
  const starts: { kind: keyof LineMetadata | 'other'; from: number; to: number }[] = [];
  for (const match of text.matchAll(FIELD)) {
    const letters = match[1] ?? '';
    // A label may be glued to the value before it (聊城日报作者:), so the longest known ending counts.
    for (let cut = 0; cut < letters.length; cut++) {
      const kind = labelKind(letters.slice(cut));
      if (kind === undefined) continue;
      starts.push({ kind, from: match.index + cut, to: match.index + match[0].length });
      break;
    }
  }
  if (starts[0]?.from !== 0) return undefined;
  return starts.map(({ kind, to }, index) => ({
    kind,
    value: text.slice(to, starts[index + 1]?.from ?? text.length).trim(),
  }));
}

/** ISO date of a match of year, month and optional day; undefined when no such day exists. */
function toIsoDate(match: RegExpExecArray): string | undefined {
  const [, year, month, day] = match;
  const monthNumber = Number(month);
  if (monthNumber < 1 || monthNumber > 12) return undefined;
  const prefix = `${year}-${String(monthNumber).padStart(2, '0')}`;
  if (day === undefined) return prefix;
  const last = new Date(Date.UTC(Number(year), monthNumber, 0)).getUTCDate();
  const dayNumber = Number(day);
  return dayNumber >= 1 && dayNumber <= last ? `${prefix}-${String(dayNumber).padStart(2, '0')}` : undefined;
}
