/** Which names of a document are one entity. */
import { definedShortForms } from '../mentions/definitions.ts';
import type { Mention, MentionType } from '../mentions/mention.ts';
import { isSubsequence, partsOf, shortFormsOf } from '../mentions/short-forms.ts';
import { agencyKeys, completeAgency } from './agency-names.ts';
import type { Locality } from './locality.ts';

/** The names of one entity. */
export interface Cluster {
  readonly type: MentionType;
  readonly names: readonly string[];
}

interface Name {
  readonly text: string;
  type: MentionType;
  count: number;
  first: number;
  /** First mention behind the headline, which takes short names before their time. */
  bodyFirst: number;
}

const VALUES = new Set<MentionType>(['position', 'date', 'amount', 'share']);
const ORGANISATIONS = new Set<MentionType>(['company', 'agency', 'organization']);

/** How full a name is: its length; a name in Latin letters only is another language's, however long. */
export const fullness = (name: string): number => (/\p{Script=Han}/u.test(name) ? name.length : 0);

/** Key of a name in the result of {@link clusterNames}: places and people of one name stay apart. */
export const nameKey = (text: string, type: MentionType): string =>
  `${ORGANISATIONS.has(type) ? 'organisation' : type}|${text}`;

/**
 * Puts the names of a document into clusters.
 *
 * @param same groups of names that the configuration declares one
 * @param headlineEnd offset where the headline ends that stands in the text; 0 where none does
 * @returns for each name key its cluster
 */
export function clusterNames(
  text: string,
  mentions: readonly Mention[],
  locality: Locality,
  same: readonly (readonly string[])[],
  headlineEnd = 0,
): Map<string, Cluster> {
  const names = collectNames(mentions, headlineEnd);
  const joined = new Map<string, string>();
  const root = (key: string): string => {
    let at = key;
    for (let up = joined.get(at); up !== undefined; up = joined.get(at)) at = up;
    return at;
  };
  const join = (one: string, other: string) => {
    const [a, b] = [root(one), root(other)];
    if (a === b || !names.has(one) || !names.has(other)) return;
    // The longer name leads, so that a cluster is named by its fullest form.
    const [nameA, nameB] = [names.get(a), names.get(b)];
    if (nameA === undefined || nameB === undefined) return;
    if (fullness(nameA.text) >= fullness(nameB.text)) joined.set(b, a);
    else joined.set(a, b);
  };
  for (const { name, full, type } of definedShortForms(text, mentions)) join(nameKey(full, type), nameKey(name, type));
  joinShortForms(names, join);
  joinContractions(names, join);
  joinAbbreviations(names, join);
  joinBrands(names, join);
  joinTranslations(text, mentions, join);
  joinCases(names, join);
  joinAgencies(names, locality, join);
  joinPersons(names, join);
  joinAddressed(names, join);
  joinDescriptions(names, join);
  joinShortenedProjects(names, join);
  for (const group of same) {
    for (const type of ['person', 'company', 'project', 'event', 'place']) {
      const [head, ...rest] = group.filter((name) => names.has(nameKey(name, type)));
      if (head !== undefined) for (const other of rest) join(nameKey(head, type), nameKey(other, type));
    }
  }
  return gather(names, root);
}

function collectNames(mentions: readonly Mention[], headlineEnd: number): Map<string, Name> {
  const names = new Map<string, Name>();
  const weights = new Map<string, Map<MentionType, number>>();
  for (const { type, text, start, score } of mentions) {
    if (VALUES.has(type)) continue;
    const key = nameKey(text, type);
    const name = names.get(key);
    const bodyFirst = start < headlineEnd ? Number.POSITIVE_INFINITY : start;
    if (name === undefined) names.set(key, { text, type, count: 1, first: start, bodyFirst });
    else {
      name.count++;
      name.bodyFirst = Math.min(name.bodyFirst, bodyFirst);
    }
    const weight = weights.get(key) ?? new Map<MentionType, number>();
    weight.set(type, (weight.get(type) ?? 0) + score);
    weights.set(key, weight);
  }
  for (const [key, name] of names) {
    let most = 0;
    for (const [type, weight] of weights.get(key) ?? []) {
      if (weight > most) {
        most = weight;
        name.type = type;
      }
    }
  }
  return names;
}

type Join = (one: string, other: string) => void;

/** Joins short forms with the full name that makes them; where several do, with the one named most. */
function joinShortForms(names: ReadonlyMap<string, Name>, join: Join): void {
  const makers = new Map<string, Name>();
  for (const name of names.values()) {
    for (const { name: short } of shortFormsOf(name.text, name.type)) {
      const target = names.get(nameKey(short, name.type));
      if (target === undefined || target.type !== name.type || isParentOf(target, name)) continue;
      const before = makers.get(short);
      if (
        before === undefined ||
        name.count > before.count ||
        (name.count === before.count && name.first < before.first)
      ) {
        makers.set(short, name);
      }
    }
  }
  for (const [short, name] of makers) join(nameKey(name.text, name.type), nameKey(short, name.type));
}

/**
 * Whether a name that stands before a longer one is its parent house: 青禾 … 青禾汽车金融有限公司, 青禾电器 … 青禾电器（云州）
 * 有限公司. A short form follows the name that it shortens.
 */
function isParentOf(short: Name, long: Name): boolean {
  if (long.type !== 'company' || short.bodyFirst >= long.bodyFirst) return false;
  const regional = /（(?!中国|集团|控股|股份)[^）]*）/u.test(long.text) && !short.text.includes('（');
  const { core, brand, legal } = partsOf(long.text);
  return regional || (legal !== '' && brand !== core && short.text === brand);
}

/** Least share of the full name that a contraction keeps. */
const CONTRACTION = 0.6;
const SAME_START = 3;

/** Joins 甲乙航空制造集团公司 and 甲乙航空集团公司: one start, one legal form, words left out between. */
function joinContractions(names: ReadonlyMap<string, Name>, join: Join): void {
  const byStart = new Map<string, Name[]>();
  for (const name of names.values()) {
    if (name.type !== 'company' || partsOf(name.text).legal === '') continue;
    const start = name.text.slice(0, SAME_START);
    const list = byStart.get(start);
    if (list === undefined) byStart.set(start, [name]);
    else if (list.length < MOST_ALIKE) list.push(name);
  }
  for (const list of byStart.values()) {
    for (const full of list) {
      for (const short of list) {
        if (contracts(full.text, short.text)) join(nameKey(full.text, 'company'), nameKey(short.text, 'company'));
      }
    }
  }
}

/** Names of one start that are compared; more are branches of one house. */
const MOST_ALIKE = 8;

function contracts(full: string, short: string): boolean {
  if (short.length >= full.length || short.length < full.length * CONTRACTION) return false;
  const legal = partsOf(short).legal;
  // A place between makes a branch (甲公司山东分公司), not another way of writing.
  if (legal !== partsOf(full).legal || /分公司|子公司/u.test(full) || partsOf(full).place !== partsOf(short).place)
    return false;
  return isSubsequence(short, full);
}

/**
 * Joins the short names of listed and of old companies with the one full name of the document that makes them: 甲乙重机 and
 * 甲乙重型机械制造股份有限公司, 云钢 or 云钢股份 and 云州钢铁股份有限公司.
 */
function joinAbbreviations(names: ReadonlyMap<string, Name>, join: Join): void {
  const companies = [...names.values()].filter(({ type }) => type === 'company');
  const full = companies.filter(({ text }) => text.length > 6 && partsOf(text).legal !== '');
  for (const { text: short } of companies) {
    const makers = full.filter(({ text }) => abbreviates(short, text));
    const [only] = makers;
    if (only !== undefined && makers.length === 1) join(nameKey(only.text, 'company'), nameKey(short, 'company'));
  }
}

/** Fewer characters, legal form included, may be those of another house. */
const SHORTEST_INITIALS = 5;

/** Whether a name is made of the first two characters of a brand and two more in their order, or of the initials of place and trade. */
function abbreviates(short: string, text: string): boolean {
  const { place, core, legal } = partsOf(text);
  const initials = /^..(股份|集团|)$/u.exec(short);
  if (initials !== null && place !== '') {
    const [a, b] = short;
    return (
      place.startsWith(a ?? '') &&
      core.startsWith(b ?? '') &&
      !core.startsWith(short) &&
      text.includes(initials[1] ?? '')
    );
  }
  const own = partsOf(short);
  // 省公能投集团 and 云海省公路能源投资集团: one legal form, and whatever stands before it taken from one name.
  if (
    own.legal === '集团' &&
    /集团/u.test(legal) &&
    short.length >= SHORTEST_INITIALS &&
    !core.startsWith(own.core) &&
    text.length >= short.length * 2
  ) {
    return isSubsequence(own.place + own.core, place + core);
  }
  if (own.core.length !== 4 || own.legal !== '' || own.place + own.core !== short) return false;
  return core.startsWith(own.core.slice(0, 2)) && !core.startsWith(own.core) && isSubsequence(own.core, core);
}

/**
 * Joins a brand with the name that adds its trade, behind which it stands: 甲乙电器 … 甲乙. Where another company of the
 * document bears the brand (甲乙地产, 甲乙电器（云州）有限公司) it may mean either or the house of both.
 */
function joinBrands(names: ReadonlyMap<string, Name>, join: Join): void {
  const bearers = new Map<string, Name[]>();
  for (const name of names.values()) {
    if (name.type !== 'company') continue;
    const { core, brand } = partsOf(name.text);
    if (brand !== core && brand.length >= 2) bearers.set(brand, [...(bearers.get(brand) ?? []), name]);
  }
  for (const [brand, [only, ...others]] of bearers) {
    const short = names.get(nameKey(brand, 'company'));
    if (only === undefined || others.length > 0 || short?.type !== 'company') continue;
    const { core } = partsOf(only.text);
    if (core === only.text && short.bodyFirst > only.bodyFirst)
      join(nameKey(only.text, 'company'), nameKey(brand, 'company'));
  }
}

/** Joins a company with its name in Latin letters where that follows at once: 甲乙集团 Abc Group. */
function joinTranslations(text: string, mentions: readonly Mention[], join: Join): void {
  for (const [index, mention] of mentions.entries()) {
    const next = mentions[index + 1];
    if (next === undefined || mention.type !== 'company' || next.type !== 'company' || next.parent !== undefined)
      continue;
    if (!/^ ?$/u.test(text.slice(mention.end, next.start)) || partsOf(mention.text).legal === '') continue;
    if (/^[A-Za-z][A-Za-z .&'-]+$/u.test(next.text))
      join(nameKey(mention.text, 'company'), nameKey(next.text, 'company'));
  }
}

/** Joins names in Latin letters that differ by their capitals alone: BlueBrook and Bluebrook. */
function joinCases(names: ReadonlyMap<string, Name>, join: Join): void {
  const known = new Map<string, string>();
  for (const [key, { text }] of names) {
    if (!/^[A-Za-z][A-Za-z0-9 .&'-]{3,}$/u.test(text)) continue;
    const before = known.get(key.toLowerCase());
    if (before === undefined) known.set(key.toLowerCase(), key);
    else join(before, key);
  }
}

function joinAgencies(names: ReadonlyMap<string, Name>, locality: Locality, join: Join): void {
  const byKey = new Map<string, Name>();
  for (const name of names.values()) {
    if (name.type !== 'agency') continue;
    for (const key of agencyKeys(completeAgency(name.text, locality), locality)) {
      const before = byKey.get(key);
      if (before === undefined) byKey.set(key, name);
      else join(nameKey(before.text, 'agency'), nameKey(name.text, 'agency'));
    }
  }
}

/** Shortest description that can stand for a longer one. */
const DESCRIPTION = 5;

/** Joins projects and events of which one is the end of the other: 城北水库项目 and 甲市城北水库项目. */
function joinDescriptions(names: ReadonlyMap<string, Name>, join: Join): void {
  for (const { text, type } of names.values()) {
    if (type !== 'project' && type !== 'event') continue;
    for (let start = 1; text.length - start >= DESCRIPTION; start++) {
      const end = nameKey(text.slice(start), type);
      if (names.has(end)) join(nameKey(text, type), end);
    }
  }
}

/** More projects than these in one article are a list of them, whose short and full names are not compared. */
const MOST_PROJECTS = 64;
/** What tells two projects of one kind apart: the phase, the number, the part of a town. */
const TELLS_APART = /[期号区县旗镇乡村东西南北]|第/u;

/**
 * Joins a project with the one that is described more fully in the same order: 甲厂玻璃项目 and 甲厂年产30万吨玻璃项目. Of several
 * fuller ones the shortest is meant, where the others are fuller ways to write that one.
 */
function joinShortenedProjects(names: ReadonlyMap<string, Name>, join: Join): void {
  const projects = [...names.values()].filter(({ type }) => type === 'project');
  if (projects.length > MOST_PROJECTS) return;
  for (const { text: short } of projects) {
    if (short.length < DESCRIPTION) continue;
    const fuller = projects
      .map(({ text }) => text)
      .filter((full) => shortens(full, short))
      .sort((one, other) => one.length - other.length);
    const [nearest] = fuller;
    if (nearest === undefined || !fuller.every((full) => full === nearest || shortens(full, nearest))) continue;
    join(nameKey(nearest, 'project'), nameKey(short, 'project'));
  }
}

function shortens(full: string, short: string): boolean {
  if (short.length >= full.length || short.length * 2 < full.length) return false;
  let at = 0;
  let left = '';
  for (const character of full) {
    if (character === short.charAt(at)) at++;
    else left += character;
  }
  return at === short.length && !TELLS_APART.test(left);
}

/** A surname with a form of address: 陆总. */
const ADDRESSED = /^([一-龥]{1,2})(?:总|老|先生|女士|小姐)$/u;

/** Joins a surname with its form of address to the one person of that surname. */
function joinAddressed(names: ReadonlyMap<string, Name>, join: Join): void {
  const people = [...names.values()].filter(({ type }) => type === 'person');
  for (const { text } of people) {
    const surname = ADDRESSED.exec(text)?.[1];
    if (surname === undefined) continue;
    const bearers = people.filter((person) => person.text.startsWith(surname) && !ADDRESSED.test(person.text));
    const [only] = bearers;
    if (only !== undefined && bearers.length === 1) join(nameKey(only.text, 'person'), nameKey(text, 'person'));
  }
}

/** Joins a dotted name with a part of it that stands alone, where only one person has that part. */
function joinPersons(names: ReadonlyMap<string, Name>, join: Join): void {
  const owners = new Map<string, Set<string>>();
  for (const { text, type } of names.values()) {
    if (type !== 'person' || !text.includes('·')) continue;
    const parts = text.split('·');
    for (const part of [parts[0], parts.at(-1)]) {
      if (part === undefined || part.length < 2) continue;
      const set = owners.get(part) ?? new Set<string>();
      owners.set(part, set.add(text));
    }
  }
  for (const [part, full] of owners) {
    const [only] = full;
    if (full.size === 1 && only !== undefined) join(nameKey(only, 'person'), nameKey(part, 'person'));
  }
}

function gather(names: ReadonlyMap<string, Name>, root: (key: string) => string): Map<string, Cluster> {
  const members = new Map<string, Name[]>();
  for (const [key, name] of names) {
    const at = root(key);
    const list = members.get(at);
    if (list === undefined) members.set(at, [name]);
    else list.push(name);
  }
  const clusters = new Map<string, Cluster>();
  for (const list of members.values()) {
    const sorted = [...list].sort((one, other) => fullness(other.text) - fullness(one.text) || one.first - other.first);
    const type =
      [...list].sort((one, other) => other.count - one.count || one.first - other.first)[0]?.type ?? 'organization';
    const cluster: Cluster = { type, names: sorted.map(({ text }) => text) };
    for (const { text, type: own } of list) clusters.set(nameKey(text, own), cluster);
  }
  return clusters;
}
