/** Short forms that the text defines in brackets: 甲乙网络科技有限公司（下称甲乙网络）. */
import { CITY_NAMES, FOREIGN_PLACES, PROVINCE_NAMES } from './lexicon/places.ts';
import type { Mention, MentionType } from './mention.ts';
import { isSubsequence } from './short-forms.ts';

/** A defined short form. */
export interface DefinedShortForm {
  /** The short name. */
  readonly name: string;
  /** The full name, as the text writes it. */
  readonly full: string;
  readonly type: MentionType;
  /** Offset of the short name. */
  readonly start: number;
}

const DEFINITION =
  /^（(?:以下|下)?(?:均|统一)?(?:简称|下称|称|下同|简称为|称为)(?:为|作)?[：:]?[“"‘《]?([^”"’》，。；（）]{2,12}?)[”"’》]?(?:或[^）]{0,12})?）/u;
/** A name in Latin letters behind the Chinese one, with its abbreviation: （Qinghe Group，简称QHG）. */
const FOREIGN =
  /^（(?:英文(?:名称?|简称|缩写)?[：:]?)?([A-Z][A-Za-z .&'-]{1,58})(?:[，,、](?:英文)?(?:以下)?(?:简称|缩写)?(?:为|是|：)?[“"]?([A-Z][A-Za-z&-]{1,11})[”"]?)?）/u;
/** A person's name as it is written abroad: 约翰·史密斯（John Smith）. */
const PERSON_ABROAD = /^（([A-Z][A-Za-z'’.-]*(?: ?[A-Z][A-Za-z'’.-]*){1,3})）/u;
/** Longest bracket with a foreign name. */
const LONGEST_FOREIGN = 80;
/** What may have a name in another language. */
const ORGANISATIONS = new Set<MentionType>(['company', 'agency', 'organization']);
const PLAIN = /^（[“"]([^”"，。；（）]{2,12})[”"]）/u;

const BARE = /^（([\p{Script=Han}]{2,6})）/u;

/** A bare bracket behind an organisation that holds nothing but characters of its name, in their order: 甲国石油集团（甲石油）. */
function abbreviation(full: string, type: MentionType, rest: string): RegExpExecArray | null {
  const bare = BARE.exec(rest);
  const name = bare?.[1] ?? '';
  if (!ORGANISATIONS.has(type) || name.length * 3 > full.length * 2 || isPlaceName(name)) return null;
  return isSubsequence(name, full) && !full.endsWith(name) ? bare : null;
}

/** 甲公司（云州）: where a company is, even if its name has the place. */
const isPlaceName = (name: string) =>
  PROVINCE_NAMES.has(name) || FOREIGN_PLACES.has(name) || CITY_NAMES.has(name.replace(/市$/u, ''));

/**
 * The short forms that a text defines.
 *
 * @param text normalised text
 * @param mentions decided mentions; a definition belongs to the mention that ends where its bracket opens
 */
export function definedShortForms(text: string, mentions: readonly Mention[]): DefinedShortForm[] {
  const result: DefinedShortForm[] = [];
  for (const { end, type, text: full, parent } of mentions) {
    if (parent !== undefined || text.charAt(end) !== '（') continue;
    const rest = text.slice(end, end + 40);
    const abroad = type === 'person' ? PERSON_ABROAD.exec(rest)?.[1] : undefined;
    if (abroad !== undefined) result.push({ name: abroad, full, type, start: end + 1 });
    const short = (DEFINITION.exec(rest) ?? PLAIN.exec(rest) ?? abbreviation(full, type, rest))?.[1];
    const foreign = ORGANISATIONS.has(type)
      ? FOREIGN.exec(text.slice(end, end + LONGEST_FOREIGN))?.slice(1)
      : undefined;
    for (const given of short === undefined ? (foreign ?? []) : [short]) {
      const name = given?.trim();
      if (name === undefined || name.length < 2 || name === full) continue;
      result.push({ name, full, type, start: text.indexOf(name, end) });
    }
  }
  return result;
}
