/** Finds projects (…项目, …工程, …基地) and events (…座谈会, …论坛, …仪式), which are named by description. */

import { GENERAL_IN_NAMES, VERBS_IN_NAMES } from '../lexicon/organisations.ts';
import { unitTable, wordSet } from '../lexicon/words.ts';
import type { Candidate } from '../mention.ts';
import type { Piece, SentenceView } from './view.ts';

const PROJECT_FORMS = wordSet(
  `项目 工程 产业园 产业园区 工业园 科技园 物流园 示范基地 生产基地 产业基地 基地 水电站 核电站 风电场 水库 高速公路 高铁 铁路 大桥 隧道 码头 试验区 示范区`,
);
const EVENT_FORMS = wordSet(
  `座谈会 论坛 峰会 大会 博览会 签约仪式 启动仪式 开工仪式 揭牌仪式 奠基仪式 颁奖仪式 仪式 典礼 开幕式 洽谈会 推介会 发布会 新闻发布会 展览会 交易会 研讨会 恳谈会 展销会 年会 电影节 文化节 运动会 进博会 广交会 服贸会 对话会 交流会 论证会 听证会 拍卖会 洽谈活动 股东大会 世博会 消博会 奥运会 冬奥会 亚运会 世界杯 全运会`,
);

const LAST_CHARACTERS = unitTable([...PROJECT_FORMS, ...EVENT_FORMS].map((form) => form.slice(-1)));

/** Words that end the walk to the left from a project or event although they stand in none of the other lists. */
const BREAKS =
  wordSet(`重点 重大 合同 协议 优质 签约 现场 洽谈 建设 投资 开发 承建 承担 实施 推进 启动 开工 建成 竣工 组织 开展 举行 召开 举办 出席 参加 主持 在 了 的 等 个 一批 一系列 多个 新 全国 大型 小型 这些 那些 首批 首个 相关 有关 其他 其它
通过 落户 引进 引入 签订 签署 包括 拥有 成立 设立 打造 建立 争取 申报 列入 纳入 作为 成为 参与 融资 收购 运营 完成 进行 支持 围绕 推动 批准 审批 核准 验收 总投资 投资额 计划 规划 拟 将 已 做好 加快 最大 最高 整个 新一轮 第一批 第二批 第三批 多地 各地 一般 重要 便利 暨 时值 适逢 时期 援建 是 一是 二是 三是 四是 五是 六是 七是 竞相 大力 切实 继续 入选 相信 今天 昨天 召集 筹备 迎接 期间 欢迎 邀请 赞助 承办 主办 协办`);

const GENERAL_PROJECT = wordSet(
  `投资 合作 建设 工程 重点 重大 签约 优质 合同 协议 新 大 小 该 本 此 个 开发 产业 工业 科技 科研 研究 技术 改造 民生 基础 基础设施 招商 引资 招商引资 高新 高科技 现代 服务业 制造业 农业 大型 中型 小型 在建 续建 新建 扩建 储备 试点 示范 专项 资金 融资 贷款 扶贫 公益 政府 社会 国际 国家 国内 海外 境外 外商 外资 房地产 地产 商业 住宅 能源 环保 文化 教育 旅游 生产 加工 出口 原料 核心 主要 其他 核准 备案 系统 有关 募投 募集 拟建 首个 惠民 实事 民心 希望 创业 创新 生态 节能 减排 节水 安居 水利 市政 综合 开工 新开工 大修 大规模 交通 城市 农村 地方 军事 实习 实训 科普 教学 试验 训练`,
);

/** Projects of one sentence. */
export function findProjects(text: string, sentence: SentenceView): Candidate[] {
  return findByForm(text, sentence, PROJECT_FORMS, false, (first, last, name, { before, after }) => {
    const pieces = sentence.pieces.slice(first, last);
    const concrete = pieces.filter(({ word }) => !GENERAL_PROJECT.has(word) && word !== '及' && word !== '和');
    if (concrete.length === 0 || name.length < 5) return 0;
    const named = pieces.some(
      ({ role, tag }) => role === 'place' || tag === 'nz' || tag === 'x' || tag === 'nr' || role === 'latin',
    );
    const quoted = /[“《]/u.test(text.charAt((pieces[0]?.start ?? 1) - 1));
    const introduced =
      /(?:亿元|万元|美元|投资|建设|承建|承担|签约|签订|签署|开工建设|启动|实施|合作|中标|退出|终止|用于|考察|参观|视察|察看|走访)[的了]?$/u.test(
        before,
      );
    const told =
      /^(?:由|位于|正式|开工|签约|竣工|封顶|落户|落地|投产|奠基|启动|建成|总投资|的业主|的承建|的施工|的投资)/u.test(
        after,
      );
    const form = sentence.pieces[last]?.word ?? '';
    const base = form === '项目' || form === '工程' ? 0.45 : 0.38;
    return Math.min(
      0.9,
      base + (named ? 0.2 : 0) + (quoted ? 0.2 : 0) + (introduced || (told && concrete.length > 1) ? 0.22 : 0),
    );
  }).map((candidate) => ({ ...candidate, type: 'project', source: 'structure:project' }));
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
    return named ? 0.72 : name.length >= 8 ? 0.5 : 0.3;
  }).map((candidate) => ({ ...candidate, type: 'event', source: 'structure:event' }));
}

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
  for (let index = 0; index < sentence.pieces.length; index++) {
    const piece = sentence.pieces[index];
    if (piece === undefined || LAST_CHARACTERS[text.charCodeAt(piece.end - 1)] !== 1) continue;
    const whole = forms.has(piece.word);
    const within = !whole && piece.word.length > 3 && [2, 3, 4].some((length) => forms.has(piece.word.slice(-length)));
    if (!whole && !within) continue;
    if (/^[会仪]/u.test(sentence.pieces[index + 1]?.word ?? '')) continue;
    const first = afterGoverningVerb(sentence.pieces, walk(sentence.pieces, index, verbs), index);
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

/** Prepositions and verbs that jieba glues to an unknown word behind them: 经港 · 珠澳 · 大桥. */
const GLUED = new Set('经据继接沿跨由从在对向将把被至与和及');
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
  if (MEASURES.has(piece.word) && before?.role === 'number') return undefined;
  const cut =
    CUT_PLACE.test(piece.word) && before?.word.length === 1 && before.role !== 'stop' && before.role !== 'mark';
  if (cut) return before.start;
  return piece.start;
}

/** Index of the mark that opens the quotation which the mark at `closing` closes, or -1 where none is near. */
function openingQuote(pieces: readonly Piece[], closing: number): number {
  for (let index = closing - 1; index >= 0 && closing - index < 10; index--) {
    const word = pieces[index]?.word;
    if (word === '“') return closing - index > 1 ? index : -1;
    if (word === undefined || /[，。；：、”（）]/u.test(word)) return -1;
  }
  return -1;
}

/** Works that are built and named by where they stand; what is done to them is no part of the name. */
const STRUCTURES = wordSet('高速公路 高铁 铁路 大桥 隧道 水库 水电站 核电站 风电场 码头');

/** First piece of what describes the form at `last`: nouns, places, names and joined nouns, at most 24 characters. */
function walk(pieces: readonly Piece[], last: number, verbs: boolean): number {
  let first = last;
  const end = pieces[last]?.end ?? 0;
  for (let index = last - 1; index >= 0; index--) {
    const piece = pieces[index];
    if (piece === undefined || end - piece.start > 28) break;
    const joins =
      (piece.word === '及' || piece.word === '和' || piece.word === '与') &&
      nounBefore(pieces, index) &&
      first - index === 1;
    if (joins) continue;
    if (piece.word === '”') {
      const opening = openingQuote(pieces, index);
      if (opening < 0 || end - (pieces[opening]?.start ?? 0) > 28) break;
      first = opening;
      index = opening;
      continue;
    }
    if (piece.role === 'mark' && piece.word !== '-') break;
    if ((piece.word === '项目' || piece.word === '工程') && first !== last) break;
    if (piece.tag === 'vn' && first === last && STRUCTURES.has(pieces[last]?.word ?? '')) break;
    if (piece.role === 'time' && !/^(?:19|20)[0-9]{2}年?$/.test(piece.word)) break;
    if (BREAKS.has(piece.word) && !(piece.word === '建设' || piece.word === '投资' || piece.word === '开发')) break;
    if (BREAKS.has(piece.word) && (first === last || piece.tag === 'v')) break;
    if (piece.role === 'stop' || piece.role === 'title') break;
    if (piece.role === 'number' && !/^(?:第.+|(?:19|20)[0-9]{2}年?)$/u.test(piece.word)) break;
    if (piece.role === 'verb' && !VERBS_IN_NAMES.has(piece.word) && !GENERAL_IN_NAMES.has(piece.word)) {
      // A clause may name an event (甲市融入乙圈座谈会): then a place or name stands before its verb.
      const before = pieces[index - 1];
      const after = pieces[index + 1];
      // 联采联购直供直销: verbs side by side describe; one before a noun governs.
      const describes =
        after !== undefined && after !== pieces[last] && /^(?:v|vn)$/.test(after.tag) && piece.word.length > 1;
      if (!describes && (!verbs || piece.word.length === 1 || before?.role !== 'place')) break;
    }
    // 投资 or 建设 before a place governs it: 违规投资 · 天津某项目.
    if (VERBS_IN_NAMES.has(piece.word) && pieces[index + 1]?.role === 'place') break;
    if (/^(?:[一二三四五六七八九十两几]大|[0-9一二三四五六七八九十]+个)$/u.test(piece.word)) break;
    if (piece.tag === 'd' || piece.tag === 'f' || piece.tag === 'q') break;
    first = index;
  }
  return first;
}

function nounBefore(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index - 1];
  return (
    piece !== undefined &&
    (piece.tag.startsWith('n') || piece.tag === 'x' || piece.tag === 'vn') &&
    piece.role !== 'stop' &&
    piece.role !== 'mark'
  );
}
