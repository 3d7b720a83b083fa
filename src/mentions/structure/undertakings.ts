/** Finds projects (…项目, …工程, …基地) and events (…座谈会, …论坛, …仪式), which are named by description. */

import { isWholeAgency } from '../lexicon/agencies.ts';
import { ORGANISATION_FORMS, TRADE_FORMS } from '../lexicon/organisations.ts';
import { TRANSLITERATION } from '../lexicon/transliteration.ts';
import { EVENT_FORMS, PROJECT_FORMS } from '../lexicon/undertakings.ts';
import { wordSet } from '../lexicon/words.ts';
import type { Candidate } from '../mention.ts';
import { quantityStart } from './quantities.ts';
import { firstDescribing } from './undertaking-walk.ts';
import type { Piece, SentenceView } from './view.ts';

const GENERAL_PROJECT = wordSet(
  `投资 合作 建设 工程 重点 重大 签约 优质 合同 协议 新 大 小 该 本 此 个 开发 产业 工业 科技 科研 研究 技术 改造 民生 基础 基础设施 招商 引资 招商引资 高新 高科技 现代 服务业 制造业 农业 大型 中型 小型 在建 续建 新建 扩建 储备 试点 示范 专项 资金 融资 贷款 扶贫 公益 政府 社会 国际 国家 国内 海外 境外 外商 外资 房地产 地产 商业 住宅 能源 环保 文化 教育 旅游 生产 加工 出口 原料 核心 主要 其他 核准 备案 系统 有关 募投 募集 拟建 首个 惠民 实事 民心 希望 创业 创新 生态 节能 减排 节水 安居 水利 市政 综合 开工 新开工 大修 大规模 交通 城市 农村 地方 军事 实习 实训 科普 教学 试验 训练 全线 主体 主体工程 湖泊 国家级 省级 市级 县级 部级 区级 全国性 全省性 全市性 区域性 保障性 标志性 综合性 控制性 超大规模 改扩建 技改 配套`,
);

/** Tags of names: places, people, brands and what is in no dictionary. */
const NAME_TAGS = wordSet('x nz nr ns nrfg');

/** Goods and ways of business in Latin letters, which name no project: LED隧道灯, PPP项目. */
const LATIN_GOODS = wordSet(
  'LED OLED LCD TFT TFT-LCD PDP CRT PVC PTA PET PE PP PX MDI TDI ABS LNG CNG LPG BT BOT PPP EPC IT IC IDC RFID GPS GSM CDMA MW GW KV kV',
);

/** Whether a piece names something: a place, a person, a brand; 新建 and 湖泊 are places to jieba alone. */
function isNaming({ role, tag, word }: Piece): boolean {
  if (word === '“') return true;
  if (role === 'number' || role === 'mark' || GENERAL_PROJECT.has(word)) return false;
  if (role === 'latin') return word.length > 1 && !LATIN_GOODS.has(word);
  return role === 'place' || NAME_TAGS.has(tag) || (tag === 'j' && word.length > 2);
}

/** What an undertaking is called, or is to become, not what it is: 被列为甲市产业基地. */
const STATUS = /(?:列为|列入|评为|定为|命名为|认定为|授予|称为|称作|成为|誉为|建成|打造成|发展成|建设成)[了为]?$/u;

/**
 * Projects of one sentence.
 *
 * @param owners organisations of the sentence: a project that begins with one is that one's own
 */
export function findProjects(text: string, sentence: SentenceView, owners: readonly Candidate[] = []): Candidate[] {
  return findByForm(text, sentence, PROJECT_FORMS, false, (first, last, name, { before, after }) => {
    const pieces = sentence.pieces.slice(first, last);
    const owned = afterOwner(pieces, owners);
    const concrete = pieces
      .slice(owned)
      .map(({ word }) => word.replace(/(?:项目|工程)$/u, ''))
      .filter((word) => word !== '' && !GENERAL_PROJECT.has(word) && word !== '及' && word !== '和');
    if ((concrete.length === 0 && owned === 0) || name.length < 5 || STATUS.test(before)) return 0;
    const work = /(?:项目|工程)$/u.test(name);
    if (concrete.length === 0 && work) return 0;
    const named = owned > 0 || pieces.some(isNaming);
    const measured = work && named && pieces.some((_, index) => quantityStart(pieces, index) >= 0);
    const quoted = /[“《]/u.test(text.charAt((pieces[0]?.start ?? 1) - 1));
    // What a place wants to have (打造先进制造业基地) is described as readily as what it has.
    const tellable = work || named;
    const introduced =
      tellable &&
      /(?:亿元|万元|美元|投资|建设|承建|承担|签约|签订|签署|开工建设|启动|实施|合作|中标|退出|终止|用于|考察|参观|视察|察看|走访)[的了]?$/u.test(
        before,
      );
    const told =
      tellable &&
      /^(?:由|位于|正式|开工|签约|竣工|封顶|落户|落地|投产|奠基|启动|建成|总投资|的业主|的承建|的施工|的投资)/u.test(
        after,
      );
    if (name.endsWith('公路') && !name.endsWith('高速公路') && !/.至./u.test(name)) return 0;
    const base = work ? 0.45 : 0.38;
    // Where a work stands or which towns a road joins is its name.
    const route = /.至./u.test(name);
    const placed = !work && ROUTE.test(name) && (route || pieces[0]?.role === 'place');
    return Math.min(
      0.9,
      base +
        (placed ? (route ? 0.34 : 0.16) : 0) +
        (named ? 0.2 : 0) +
        (owned > 0 ? 0.2 : 0) +
        (measured ? 0.2 : 0) +
        (quoted ? 0.2 : 0) +
        (introduced || (told && concrete.length > 1) ? 0.22 : 0),
    );
  }).map((candidate) => ({ ...candidate, type: 'project', source: 'structure:project' }));
}

const ROUTE = /(?:公路|铁路|高铁)$/u;

const NO_OWNER = wordSet('工程 建设 项目 中心 园区');

/** How many pieces at the beginning of a description name whose it is: 3 of 青禾 · 钢铁 · 集团 · 冷轧 · 项目; 0 for none. */
function afterOwner(pieces: readonly Piece[], owners: readonly Candidate[]): number {
  const start = pieces[0]?.start ?? 0;
  for (let index = pieces.length - 1; index >= 0; index--) {
    const piece = pieces[index];
    if (piece === undefined) continue;
    const formed = index > 0 && ORGANISATION_FORMS.has(piece.word) && !TRADE_FORMS.has(piece.word);
    if ((formed && !NO_OWNER.has(piece.word)) || isWholeAgency(piece.word)) return index + 1;
    if (owners.some((owner) => owner.start === start && owner.end === piece.end && owner.score >= 0.5))
      return index + 1;
  }
  return 0;
}

/** Events of one sentence. */
export function findEvents(text: string, sentence: SentenceView): Candidate[] {
  return findByForm(text, sentence, EVENT_FORMS, true, (first, last, name) => {
    const pieces = sentence.pieces.slice(first, last);
    if (pieces.length === 0 || name.length < 5 || name.endsWith('人民代表大会') || name.endsWith('举行仪式')) return 0;
    const named = pieces.some(
      ({ role, tag, word }) =>
        role === 'place' ||
        tag === 'nz' ||
        tag === 'x' ||
        role === 'latin' ||
        /^(?:第.+|(?:19|20)[0-9]{2}年?)$/u.test(word),
    );
    // 第二届峰会 counts what the text has named before.
    if (pieces.length === 1 && ORDINAL.test(pieces[0]?.word ?? '') && COUNTED_EVENT.test(name)) return 0.3;
    const placed = pieces.some(({ tag }) => tag === 'ns');
    return named ? 0.72 : name.length >= 8 && (placed || !EVERYDAY_EVENT.test(name)) ? 0.5 : 0.3;
  }).map((candidate) => ({ ...candidate, type: 'event', source: 'structure:event' }));
}

const ORDINAL = /^第.+[届次]$/u;
const COUNTED_EVENT = /(?:峰会|大会|论坛|年会|仪式|研讨会|座谈会)$/u;

/** Events of which there are many of one name, so that a description names none. */
const EVERYDAY_EVENT =
  /(?:仪式|典礼|表彰大会|动员大会|听证会|发布会|展销会|座谈会|恳谈会|对话会|交流会|论证会|拍卖会|洽谈活动)$/u;

/** What stands at both sides of a name, as far as it tells. */
interface Surroundings {
  readonly before: string;
  readonly after: string;
}

type Score = (first: number, last: number, name: string, surroundings: Surroundings) => number;

function findByForm(
  text: string,
  sentence: SentenceView,
  forms: ReadonlySet<string>,
  verbs: boolean,
  score: Score,
): Candidate[] {
  const found: Candidate[] = [];
  for (const index of sentence.endings) {
    const piece = sentence.pieces[index];
    if (piece === undefined) continue;
    const whole = forms.has(piece.word);
    const within = !whole && piece.word.length > 3 && endsInOne(piece.word, forms);
    if (!whole && !within) continue;
    if (/^(?:[会仪灯师款]|机械)/u.test(sentence.pieces[index + 1]?.word ?? '')) continue;
    const first = afterGoverningVerb(sentence.pieces, firstDescribing(sentence.pieces, index, verbs), index);
    const start = nameStart(sentence, first);
    if (start === undefined || (start >= piece.start && whole)) continue;
    const name = text.slice(start, piece.end);
    const value = score(first, within ? index + 1 : index, name, {
      before: text.slice(Math.max(sentence.start, start - 6), start),
      after: text.slice(piece.end, Math.min(sentence.end, piece.end + 3)),
    });
    if (value > 0) found.push({ start, end: piece.end, type: 'project', score: value, source: '' });
  }
  return found;
}

function endsInOne(word: string, forms: ReadonlySet<string>): boolean {
  return forms.has(word.slice(-2)) || forms.has(word.slice(-3)) || forms.has(word.slice(-4));
}

/** Verbs that take a project or event as object, so that its name begins behind them. */
const GOVERNS = wordSet(
  '建设 终止 中标 投资 开发 承建 启动 推进 打造 发展 新建 上马 合作 共建 联合 参与 兴建 实施 承办 主办 出席',
);

/** A name begins after the last verb that governs it (甲公司中标 · 乙储能电站项目), if a describing word is left. */
function afterGoverningVerb(pieces: readonly Piece[], first: number, last: number): number {
  for (let index = last - 2; index >= first; index--) {
    const piece = pieces[index];
    if (piece !== undefined && GOVERNS.has(piece.word) && (pieces[last]?.end ?? 0) - piece.end >= 5) return index + 1;
  }
  return first;
}

/** 和青 · 禾水库: a conjunction that jieba takes for the beginning of a word, before what it does not know. */
const isGluedConjunction = (piece: Piece, next: Piece | undefined) =>
  piece.tag === 'nz' && piece.word.length === 2 && /^[和与及]/u.test(piece.word) && next?.tag === 'x';

/** Prepositions and verbs that jieba glues to an unknown word behind them: 经港 · 珠澳 · 大桥. */
const GLUED = new Set('经据继接沿跨由从在对向将把被至与和及为');
const MEASURES = new Set('座条个项批处家');
/** The rest of a place from which jieba cut the first character: 横 · 州市. */
const CUT_PLACE = /^州[市县]/u;

/**
 * Where the name that begins with a piece really begins: behind what jieba glued to it, and before the one character
 * that jieba cut from a place (横 · 州市). `undefined` where the piece goes with a number: 12座水库 are several.
 */
function nameStart(sentence: SentenceView, first: number): number | undefined {
  const piece = sentence.pieces[first];
  if (piece === undefined) return undefined;
  const before = sentence.pieces[first - 1];
  const head = piece.word.charAt(0);
  if (piece.tag === 'x' && piece.word.length > 1) {
    if (MEASURES.has(head) && (before?.role === 'number' || before?.role === 'stop')) return undefined;
    if (GLUED.has(head)) return piece.start + 1;
  }
  if (isGluedConjunction(piece, sentence.pieces[first + 1])) return piece.start + 1;
  if (MEASURES.has(piece.word) && before?.role === 'number') return undefined;
  const cut =
    CUT_PLACE.test(piece.word) && before?.word.length === 1 && before.role !== 'stop' && before.role !== 'mark';
  if (cut) return before.start;
  return /^[区县旗州]$/u.test(sentence.pieces[first + 1]?.word ?? '')
    ? transliteratedStart(sentence, first)
    : piece.start;
}

/** Where a transliterated district begins of which jieba cut off single characters: 沙 · 依 · 巴克 · 区. */
function transliteratedStart(sentence: SentenceView, first: number): number {
  let start = sentence.pieces[first]?.start ?? 0;
  for (let index = first - 1; index >= 0; index--) {
    const piece = sentence.pieces[index];
    if (piece === undefined || piece.word.length > 1 || !TRANSLITERATION.has(piece.word)) break;
    start = piece.start;
  }
  return start;
}
