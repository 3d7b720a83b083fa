/**
 * The parts of an organisation's name: 山东青禾重工集团股份有限公司济南分公司 is the place 山东, the core 青禾重工, the forms
 * 集团, 股份 and 公司, and the branch 济南分公司. A short form drops parts from the outside in; whoever keeps the core and
 * adds nothing of its own may be a short form, whoever differs in branch or number never is.
 */
import { placeStem } from '../mentions/lexicon/places.ts';
import { bodyStem } from './agency-name.ts';
import { COMMON_DISTRICTS, type Gazetteer, isCountry, splitPlaces } from './gazetteer.ts';
import { isGenericName } from './generic-name.ts';

/** A parsed name. */
export interface OrganisationName {
  readonly key: string;
  /** Leading places, from large to small. */
  readonly places: readonly string[];
  /** What remains without places, legal form and branch: the name proper. */
  readonly core: string;
  /** Legal and group forms: `集团`, `股份`, `公司`, `控股`. */
  readonly forms: ReadonlySet<string>;
  /** Branch, department or subsidiary unit behind the legal form; empty for the whole. */
  readonly branch: string;
  /** Numbers in the name, in one writing: 第一 and 一 are `1`. */
  readonly numbers: string;
  /** Place in brackets, which marks a subsidiary of a region: 中国 in 某某（中国）有限公司. */
  readonly region: string;
  /** True for a public body, which is known by its place: 聊城市政府, 美国交通部. */
  readonly body: boolean;
}

const FORMS: readonly (readonly [ending: RegExp, forms: readonly string[]])[] = [
  [/股份有限公司$/, ['股份', '公司']],
  [/有限责任公司$/, ['公司']],
  [/有限公司$/, ['公司']],
  [/总公司$/, ['公司', '总']],
  [/公司$/, ['公司']],
  [/集团$/, ['集团']],
  [/控股$/, ['控股']],
  [/股份$/, ['股份']],
];

const BRANCH =
  /^(.{2,}?(?:公司|银行|集团|大学|医院|学院|研究院|协会|商会|保险|证券|法院|邮政|电网|移动|联通|电信|石油|石化))(.{0,14}?(?:分公司|分行|支行|分院|分校|分部|分局|支公司|营业部|营业厅|办事处|事业部|研究院|研究所|附属医院|分会|代表处|分社|总部|子公司|项目部|部|厂|店|院|学院))$/;

/** What public bodies are called at the end. */
const BODY_ENDING = /(?:政府|部|委|委员会|局|厅|署|办公室|法院|检察院|央行|储备委员会)$/;

const DIGITS: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  十: '10',
  〇: '0',
  零: '0',
};

/** Numbers of a name in one writing, joined by commas. 一 inside a word (统一) counts too: it stays in the core. */
function numbersOf(text: string): string {
  const found =
    text.match(
      /\d+|第[一二三四五六七八九十]+|[一二三四五六七八九十]+(?=局|院|厂|中|建|公司|医院|小学|航院|号|期|分)/g,
    ) ?? [];
  return found.map((part) => [...part.replace('第', '')].map((char) => DIGITS[char] ?? char).join('')).join(',');
}

/** Splits a name (its key) into parts. */
export function parseOrganisation(key: string, gazetteer: Gazetteer): OrganisationName {
  const withoutParty = key.replace(/^(?:中国共产党|中共|中华人民共和国)(?=.{3,})/, '');
  const branched = BRANCH.exec(withoutParty);
  const whole = branched?.[1] ?? withoutParty;
  const branch = branched?.[2] ?? '';
  const forms = new Set<string>();
  const bracketed: string[] = [];
  let rest = whole.replace(/[（(]([^（）()]*)[）)]/g, (_, inside: string) => {
    bracketed.push(inside);
    return '';
  });
  for (let again = true; again; ) {
    again = false;
    for (const [ending, names] of FORMS) {
      const shorter = rest.replace(ending, '');
      if (shorter.length === rest.length || shorter.length < 2) continue;
      rest = shorter;
      for (const name of names) forms.add(name);
      again = true;
      break;
    }
  }
  const split = splitPlaces(rest, gazetteer);
  const stem = bodyStem(split.rest);
  const body =
    forms.size === 0 &&
    (BODY_ENDING.test(split.rest) ||
      (split.places.length > 0 && split.rest !== '' && isGenericName('agency', split.rest)));
  // 青岛啤酒 without 青岛 is any beer; 北京银行 any bank. A place that the name cannot do without belongs to its core.
  const keepsPlaces = !body && (split.rest.length < 2 || isGenericName('company', split.rest));
  return {
    key,
    places: keepsPlaces ? [] : split.places.filter((place) => place !== '中国' || !body),
    region: bracketed.join(),
    core: keepsPlaces ? rest : stem,
    forms,
    branch,
    numbers: numbersOf(whole),
    body,
  };
}

/** True when two places can be one: the same, or one without its suffix (聊城, 聊城市). */
function samePlace(a: string, b: string): boolean {
  return a === b || (placeStem(a) === b && a !== b) || placeStem(b) === a;
}

/** True when every place of `part` stands in `whole`, in order, and the smallest place is the same. */
function placesWithin(part: readonly string[], whole: readonly string[]): boolean {
  if (part.length === 0) return true;
  let at = whole.length - 1;
  for (let index = part.length - 1; index >= 0; index--) {
    const place = part[index] ?? '';
    if (index === part.length - 1 && !samePlace(place, whole[at] ?? '')) return false;
    while (at >= 0 && !samePlace(place, whole[at] ?? '')) at--;
    if (at < 0) return false;
    at--;
  }
  return true;
}

/** What forbids that two names are one organisation, whoever says so: another branch, number, place or legal form. */
export function contradictingNames(
  a: OrganisationName,
  b: OrganisationName,
): 'branch' | 'number' | 'place' | 'form' | undefined {
  if (a.branch !== b.branch) return 'branch';
  if (a.numbers !== b.numbers && a.numbers !== '' && b.numbers !== '') return 'number';
  if (a.region !== b.region && a.region !== '' && b.region !== '') return 'place';
  if (a.core !== b.core) return undefined;
  // 某某集团 is the parent of 某某股份.
  if (groupOnly(a) ? shareOnly(b) : shareOnly(a) && groupOnly(b)) return 'form';
  const places = a.places.length > 0 && b.places.length > 0;
  return places && !placesWithin(a.places, b.places) && !placesWithin(b.places, a.places) ? 'place' : undefined;
}

const groupOnly = ({ forms }: OrganisationName) => forms.has('集团') && !forms.has('股份');
const shareOnly = ({ forms }: OrganisationName) => forms.has('股份') && !forms.has('集团');

/**
 * True when `long` may be a subsidiary or a regional company of `short` rather than the same: it adds words to the
 * core (某某房地产) or a region in brackets. A document may call it by the short form; the next document need not.
 */
export function mayBeSubsidiary(short: OrganisationName, long: OrganisationName): boolean {
  if (short.region !== long.region) return true;
  if (short.core === long.core || !long.core.includes(short.core)) return false;
  return long.places.length > 0 || !long.core.startsWith(short.core) || !KIND.test(long.core.slice(short.core.length));
}

/** Words that say of what kind a firm is and part no subsidiary from its house: 远山资本 · 管理, 蓝鲸储能 · 科技. */
const KIND =
  /^(?:科技|技术|管理|投资管理|资产管理|股权投资管理|实业|发展|控股|集团|股份|信息技术|网络|网络科技|信息科技)+$/;

/**
 * True when `short` says less than `long` and nothing else: same core, branch and numbers; its places and forms are
 * among the other's.
 */
export function abbreviates(short: OrganisationName, long: OrganisationName): boolean {
  if (short.key === long.key || short.core !== long.core || short.branch !== long.branch) return false;
  if (short.numbers !== long.numbers || short.region !== long.region) return false;
  // A public body is known by its place: 政府 without one is nobody's.
  if (short.body !== long.body && (short.body || long.body)) return false;
  if (short.body && short.places.length === 0) return false;
  if (!placesWithin(short.places, long.places)) return false;
  if (short.places.length < long.places.length && isVenture(long)) return false;
  for (const form of short.forms) if (!long.forms.has(form)) return false;
  const says = (name: OrganisationName) =>
    name.places.join('').length * 8 + name.forms.size * 64 + name.key.length / 64;
  return says(short) < says(long);
}

/**
 * True for a place (or a partner's name that is one) before a brand of two characters and nothing else: 云州远山 may be
 * 远山 of 云州 or what 云州 makes together with 远山; only a document can say.
 */
function isVenture({ body, places, core, forms, branch }: OrganisationName): boolean {
  return !body && branch === '' && forms.size === 0 && core.length === 2 && !places.every(isCountry);
}

/** True when a bare name is of a district that several cities have, so that only its document can tell which. */
export function isCommonDistrict(name: OrganisationName): boolean {
  return name.body && name.places.length === 1 && COMMON_DISTRICTS.has(name.places[0] ?? '');
}
