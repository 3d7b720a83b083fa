/** The ways in which a document names one company: short forms, contractions, initials, brands, other languages. */
import { placeStem } from '../../mentions/lexicon/places.ts';
import type { Mention } from '../../mentions/mention.ts';
import { isSubsequence, partsOf, shortFormsOf } from '../../mentions/short-forms.ts';
import { type Join, type Name, nameKey, ORGANISATIONS } from './name.ts';

/** Joins short forms with the full name that makes them; where several do, with the one named most. */
export function joinShortForms(names: ReadonlyMap<string, Name>, join: Join): void {
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
export function joinContractions(names: ReadonlyMap<string, Name>, join: Join): void {
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
export function joinAbbreviations(names: ReadonlyMap<string, Name>, join: Join): void {
  const companies = [...names.values()].filter(({ type }) => type === 'company');
  const full = companies.filter(({ text }) => text.length > 6 && partsOf(text).legal !== '');
  for (const { text: short } of companies) {
    const makers = full.filter(({ text }) => abbreviates(short, text));
    const [only] = makers;
    if (only !== undefined && makers.length === 1) join(nameKey(only.text, 'company'), nameKey(short, 'company'));
  }
}

/** Joins 云啤 with 云州啤酒: the initials of a place and a trade that are all of a name. */
export function joinInitials(names: ReadonlyMap<string, Name>, join: Join): void {
  for (const { text, type } of names.values()) {
    const { place, core, legal } = partsOf(text);
    if (type !== 'company' || place.length !== 2 || core.length !== 2 || legal !== '') continue;
    const short = nameKey(place.charAt(0) + core.charAt(0), 'company');
    if (names.get(short)?.type === 'company') join(nameKey(text, 'company'), short);
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
  // 云州国投 and 云州市国有资产投资经营公司: the place, and what begins with the first character of the trade.
  const stem = placeStem(place);
  const rest = short.slice(stem.length);
  if (stem !== '' && short.startsWith(stem) && (rest.length === 2 || rest.length === 3)) {
    return rest.charAt(0) === core.charAt(0) && !core.startsWith(rest) && isSubsequence(rest, core);
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

/** Joins names of which one leaves out what the place of the other is: 云州青禾集团 and 云州市青禾集团. */
export function joinPlaceVariants(names: ReadonlyMap<string, Name>, join: Join): void {
  for (const [key, { text, type }] of names) {
    if (!ORGANISATIONS.has(type)) continue;
    const { place } = partsOf(text);
    const stem = placeStem(place);
    // 朝阳市 and 朝阳区 are two places: the bare name may be either, the two never one.
    if (stem === place) continue;
    const bare = nameKey(stem + text.slice(place.length), type);
    if (names.get(bare)?.type === type) join(key, bare);
  }
}

/**
 * Joins a brand with the name that adds its trade, behind which it stands: 甲乙电器 … 甲乙. Where another company of the
 * document bears the brand (甲乙地产, 甲乙电器（云州）有限公司) it may mean either or the house of both.
 */
export function joinBrands(names: ReadonlyMap<string, Name>, join: Join): void {
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
export function joinTranslations(text: string, mentions: readonly Mention[], join: Join): void {
  for (const [index, mention] of mentions.entries()) {
    if (mention.type !== 'company') continue;
    const next = mentions.slice(index + 1).find(({ start }) => start >= mention.end);
    if (next === undefined || next.type !== 'company' || next.parent !== undefined) continue;
    if (!/^ ?$/u.test(text.slice(mention.end, next.start)) || partsOf(mention.text).legal === '') continue;
    if (/^[A-Za-z][A-Za-z .&'-]+$/u.test(next.text))
      join(nameKey(mention.text, 'company'), nameKey(next.text, 'company'));
  }
}

/** Joins names in Latin letters that differ by their capitals alone: BlueBrook and Bluebrook. */
export function joinCases(names: ReadonlyMap<string, Name>, join: Join): void {
  const known = new Map<string, string>();
  for (const [key, { text }] of names) {
    if (!/^[A-Za-z][A-Za-z0-9 .&'-]{3,}$/u.test(text)) continue;
    const before = known.get(key.toLowerCase());
    if (before === undefined) known.set(key.toLowerCase(), key);
    else join(before, key);
  }
}
