/** Names of agencies in one writing, so that 国家发展和改革委员会, 国家发改委 and 发改委 meet. */
import type { Locality } from './locality.ts';

const LONG_TO_SHORT: readonly (readonly [string, string])[] = [
  ['发展和改革委员会', '发改委'],
  ['发展与改革委员会', '发改委'],
  ['发展改革委员会', '发改委'],
  ['发展改革委', '发改委'],
  ['工业和信息化', '工信'],
  ['经济和信息化委员会', '经信委'],
  ['人力资源和社会保障', '人社'],
  ['人力资源社会保障', '人社'],
  ['住房和城乡建设', '住建'],
  ['科学技术', '科技'],
  ['环境保护', '环保'],
  ['国土资源', '国土'],
  ['文化和旅游', '文旅'],
  ['卫生健康委员会', '卫健委'],
  ['卫生健康委', '卫健委'],
  ['卫生和计划生育委员会', '卫计委'],
  ['国有资产监督管理委员会', '国资委'],
  ['证券监督管理委员会', '证监会'],
  ['银行业监督管理委员会', '银监会'],
  ['保险监督管理委员会', '保监会'],
  ['市场监督管理', '市场监管'],
  ['食品药品监督管理', '食药监'],
  ['质量监督检验检疫', '质检'],
  ['工商行政管理', '工商'],
  ['商务委员会', '商务委'],
  ['农业委员会', '农委'],
  ['商业委员会', '商委'],
  ['人民代表大会常务委员会', '人大常委会'],
  ['人民代表大会', '人大'],
  ['管理委员会', '管委会'],
  ['人民政府', '政府'],
  ['人民法院', '法院'],
  ['人民检察院', '检察院'],
  ['中国共产党', '中共'],
];

/** The name with the official long forms of its parts shortened. */
function shortenAgency(name: string): string {
  let short = name;
  for (const [long, abbreviation] of LONG_TO_SHORT) {
    if (short.includes(long)) short = short.replace(long, abbreviation);
  }
  if (short === '党中央') return '中央';
  return short.startsWith('中共') ? short.slice(2) : short;
}

/** Prefixes without which a national agency is the same. */
const NATIONAL = /^(?:国家|中国|国务院|中华人民共和国)/u;

/** Keys under which an agency can be found: shortened, without its nation, without the document's own place. */
export function agencyKeys(name: string, locality: Locality): readonly string[] {
  const short = shortenAgency(name);
  const keys = new Set([short]);
  const bare = short.replace(NATIONAL, '');
  if (bare.length >= 3) keys.add(bare);
  for (const place of [locality.省, locality.市, locality.县, locality.区]) {
    if (place === undefined) continue;
    const level = place.slice(-1);
    if (short.startsWith(place)) {
      const rest = short.slice(place.length);
      keys.add(`${level}${rest}`);
      if (rest.length >= 3) keys.add(rest);
    }
  }
  return [...keys];
}

/** The full name of an agency that is named by its level alone: 市委 in a document at home in 聊城 is 聊城市委. */
export function completeAgency(name: string, locality: Locality): string {
  const level = name.charAt(0);
  const place = level === '省' || level === '市' || level === '县' || level === '区' ? locality[level] : undefined;
  return place === undefined ? name : place + name.slice(1);
}
