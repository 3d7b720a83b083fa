/** Where the name of a project or event begins: what describes it stands before its form (甲厂30万吨玻璃 · 项目). */

import { GENERAL_IN_NAMES, VERBS_IN_NAMES } from '../lexicon/organisations.ts';
import { wordSet } from '../lexicon/words.ts';
import { quantityStart } from './quantities.ts';
import type { Piece } from './view.ts';

/** Words that end the walk to the left from a project or event although they stand in none of the other lists. */
const BREAKS =
  wordSet(`重点 重大 合同 协议 优质 签约 现场 洽谈 建设 投资 开发 承建 承担 实施 推进 启动 开工 建成 竣工 组织 开展 举行 召开 举办 出席 参加 主持 在 了 的 等 个 一批 一系列 多个 新 全国 大型 小型 这些 那些 首批 首个 相关 有关 其他 其它
通过 落户 引进 引入 签订 签署 包括 拥有 成立 设立 打造 建立 争取 申报 列入 纳入 作为 成为 参与 融资 收购 运营 完成 进行 支持 围绕 推动 批准 审批 核准 验收 总投资 投资额 计划 规划 拟 将 已 做好 加快 最大 最高 整个 新一轮 第一批 第二批 第三批 多地 各地 一般 重要 便利 暨 时值 适逢 时期 内 省内 市内 县内 区内 境内 援建 是 一是 二是 三是 四是 五是 六是 七是 竞相 大力 切实 继续 入选 相信 今天 昨天 召集 筹备 迎接 期间 欢迎 邀请 赞助 承办 主办 协办 预计 加码 力争 合作开发 加紧 争创 抢抓 确保`);

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

/** Kinds of work that stand as verbs before 项目 and 工程: 节能改造项目. */
const WORKS = wordSet(`
改造 扩建 新建 改扩建 技改 修复 整治 治理 迁建 重建 改建 续建 升级 提升 加固 安置 搬迁 回收 利用 保护 净化 处理 焚烧 产能 扩能 扩产 增产 节能 减排 脱硫 脱硝 除尘 疏浚 拓宽
绿化 灌溉 调水 引水 供水 排水 供热 供暖 供气 供电 输电 变电 送电 发电 储能 充电 养护 维修 修缮 翻修 抢修 勘探 开采 冶炼 炼油 加工 生产 制造 养殖 种植`);

/** What a plant does with a quantity: 年产20万吨, 日处理5万吨. */
const CAPACITY = /^(?:[年日月]|年产|日产|月产|[年日]?(?:处理|加工|生产|供应|吞吐)|装机)$/u;

/** Parts of a country, tagged as positions by jieba: 青澜省 · 西部 · 国际论坛. */
const REGION = /^[东西南北中]部$/u;

/** Words glued to what follows that point at an undertaking or end a list, so that no name begins with them: 这批, 等企业. */
const POINTS = /^[等这那该此各]./u;

/** Index of the first piece that describes the form at `last`, `last` where none does; reaches back 28 characters. */
export function firstDescribing(pieces: readonly Piece[], last: number, verbs: boolean): number {
  let first = last;
  const end = pieces[last]?.end ?? 0;
  for (let index = last - 1; index >= 0; index--) {
    const piece = pieces[index];
    if (piece === undefined || end - piece.start > 28) break;
    if (first < last && joinsNouns(pieces, index, first)) continue;
    if (piece.word === '”') {
      const opening = openingQuote(pieces, index);
      if (opening < 0 || end - (pieces[opening]?.start ?? 0) > 28) break;
      first = opening;
      index = opening;
      continue;
    }
    const quantity = quantityStart(pieces, index);
    if (quantity >= 0) {
      first = quantity;
      while (CAPACITY.test(pieces[first - 1]?.word ?? '')) first--;
      index = first;
      continue;
    }
    const from = routeStart(pieces, index, first, last);
    if (from >= 0) return from;
    if (!describes(pieces, index, first, last, verbs)) break;
    first = index;
  }
  return first;
}

const ROUTES = wordSet('高速公路 高铁 铁路 公路 客运专线 城际铁路');
const TOWN = wordSet('ns nz nr x');

/** Index of the town where a route begins whose way to another is told by the 至 at `index`, or -1: 云州 · 至 · 澜江 · 公路. */
function routeStart(pieces: readonly Piece[], index: number, first: number, last: number): number {
  if (pieces[index]?.word !== '至' || first === last || !ROUTES.has(pieces[last]?.word ?? '')) return -1;
  const town = pieces[index - 1];
  const named = town !== undefined && town.word.length > 1 && (town.role === 'place' || TOWN.has(town.tag));
  return named ? index - 1 : -1;
}

/** Whether the piece at `index` joins what is described from `first` to a noun before it: 甲及乙项目, 30万吨甲等乙项目. */
function joinsNouns(pieces: readonly Piece[], index: number, first: number): boolean {
  const word = pieces[index]?.word ?? '';
  if (first - index !== 1 || !nounBefore(pieces, index)) return false;
  if (WHOLE.test(pieces[index - 1]?.word ?? '')) return false;
  if (word === '等') return quantityStart(pieces, index - 2) >= 0;
  return word === '及' || word === '和' || word === '与';
}

/** Whether a piece can be part of what describes the form at `last`, where the pieces from `first` are. */
function describes(pieces: readonly Piece[], index: number, first: number, last: number, verbs: boolean): boolean {
  const piece = pieces[index];
  if (piece === undefined) return false;
  const { word, tag, role } = piece;
  const form = pieces[last]?.word ?? '';
  const next = first === last;
  if (role === 'mark') return word === '-';
  // 隆重举行 is a place to jieba.
  if (HOLDS.test(word)) return false;
  if (UNDERTAKING.test(word) && !next) return false;
  if (tag === 'x' && POINTS.test(word)) return false;
  // 至 · 合作 · 高速公路: there it is a town.
  if (tag === 'vn' && next && STRUCTURES.has(form)) return pieces[index - 1]?.word === '至';
  if (role === 'time') return /^(?:19|20)[0-9]{2}年?$/u.test(word);
  if (BREAKS.has(word)) return ENGAGES.test(word) && !next && tag !== 'v';
  if (role === 'stop' || role === 'title') return false;
  if (role === 'number' && !/^(?:第.+|[一二三四]级|(?:19|20)[0-9]{2}年?)$/u.test(word)) return false;
  if (role === 'verb' && !VERBS_IN_NAMES.has(word) && !GENERAL_IN_NAMES.has(word) && !isPartAsVerb()) return false;
  // 投资 or 建设 before a place governs it: 违规投资 · 天津某项目.
  if (VERBS_IN_NAMES.has(word) && pieces[index + 1]?.role === 'place') return false;
  if (/^(?:[一二三四五六七八九十两几]大|[0-9一二三四五六七八九十]+个)$/u.test(word)) return false;
  if (tag === 'f') return REGION.test(word) && pieces[index - 1]?.role === 'place';
  return tag !== 'd' && tag !== 'q' && tag !== 'k';

  /** Whether what is worked on stands before the work: 供热 · 改造项目, but 全力 · 改造项目. */
  function isDescribed(): boolean {
    const { word: before = '', tag: kind = '' } = pieces[index - 1] ?? {};
    return nounBefore(pieces, index) || WORKS.has(before) || kind === 'l' || kind === 'j';
  }

  function isPartAsVerb(): boolean {
    if (WORKS.has(word) && (!next || (WORKED.test(form) && isDescribed()))) return true;
    // A clause may name an event (甲市融入乙圈座谈会): then a place or name stands before its verb.
    const after = pieces[index + 1];
    // 联采联购直供直销: verbs side by side describe; one before a noun governs.
    if (!next && after !== undefined && /^(?:v|vn)$/.test(after.tag) && word.length > 1) return true;
    return verbs && word.length > 1 && pieces[index - 1]?.role === 'place';
  }
}

const HOLDS = /(?:举行|举办|召开)$/u;
const UNDERTAKING = /^(?:项目|工程)$/u;
/** A name of its own, so that 和 behind it joins no describing noun. */
const WHOLE = /(?:项目|工程|基地|园区?|论坛|大会|峰会|会议|[览谈易讨流]会|仪式|典礼)$/u;
const WORKED = /^(?:项目|工程)$/u;
const ENGAGES = /^(?:建设|投资|开发)$/u;

function nounBefore(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index - 1];
  return (
    piece !== undefined &&
    (piece.tag.startsWith('n') || piece.tag === 'x' || piece.tag === 'vn') &&
    piece.role !== 'stop' &&
    piece.role !== 'mark'
  );
}
