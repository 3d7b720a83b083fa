/** Short forms that the make-up of an organisation's name allows. */
import { isGeneral } from './lexicon/general.ts';
import { GENERAL_IN_NAMES, TRADE_FORMS } from './lexicon/organisations.ts';
import { CITY_NAMES, FOREIGN_PLACES, PROVINCE_NAMES } from './lexicon/places.ts';
import type { MentionType } from './mention.ts';

const LEGAL =
  /(?:股份有限公司|股份公司|有限责任公司|集团有限公司|控股有限公司|有限公司|株式会社|集团公司|总公司|公司|集团)$/u;
const LONGEST_PLACE = 6;

/** A short form with the probability that the document means it where it stands. */
export interface ShortForm {
  readonly name: string;
  readonly score: number;
}

/** A company's name in its parts: 北京 + 甲乙 + 互动科技 + 股份有限公司. */
export interface NameParts {
  /** Place at the start, or the empty string. */
  readonly place: string;
  /** Everything between place and legal form. */
  readonly core: string;
  /** Core without the words of trade at its end; equal to `core` where nothing would be left. */
  readonly brand: string;
  readonly legal: string;
}

/** Takes the name of an organisation apart. */
export function partsOf(name: string): NameParts {
  const bare = name.replace(/（[^）]*）/gu, '').replace(/[“”"]/gu, '');
  const legal = LEGAL.exec(bare)?.[0] ?? '';
  const body = bare.slice(0, bare.length - legal.length);
  let place = '';
  for (let length = Math.min(LONGEST_PLACE, body.length - 2); length >= 2; length--) {
    const head = body.slice(0, length);
    const stem = head.replace(/[省市县区]$/u, '');
    if (PROVINCE_NAMES.has(head) || CITY_NAMES.has(stem) || FOREIGN_PLACES.has(head)) {
      place = head;
      break;
    }
  }
  const core = body.slice(place.length);
  let brand = core;
  for (let again = true; again && brand.length > 3; ) {
    again = false;
    for (const length of [5, 4, 3, 2]) {
      const word = brand.slice(-length);
      if (brand.length - length < 2 || !(GENERAL_IN_NAMES.has(word) || TRADE_FORMS.has(word))) continue;
      brand = brand.slice(0, -length);
      again = true;
      break;
    }
  }
  return { place, core, brand, legal };
}

/** Short forms of a name, without the name itself. */
export function shortFormsOf(name: string, type: MentionType): ShortForm[] {
  if (type !== 'company' && type !== 'organization') return [];
  const { place, core, brand, legal } = partsOf(name);
  const forms = new Map<string, number>();
  const add = (form: string, score: number) => {
    if (form.length >= 2 && form !== name && !isGeneral(form.replace(LEGAL, ''))) {
      forms.set(form, Math.max(forms.get(form) ?? 0, score));
    }
  };
  if (type === 'organization') {
    if (place !== '' && core.length >= 5) add(core, 0.7);
    return [...forms].map(([form, score]) => ({ name: form, score }));
  }
  if (place !== '' && core.length + legal.length >= 4) add(core + (legal === '' ? '' : legal), 0.8);
  if (legal !== '') {
    add(core, core.length >= 4 ? 0.75 : core.length === 3 ? 0.55 : 0.42);
    // 甲乙集团 and 甲乙公司 are one house.
    if (legal === '集团') {
      add(`${core}公司`, 0.7);
      if (place !== '' && !isGeneral(core)) add(`${place}${core}`, 0.75);
    }
    if (legal.length > 2) {
      add(`${core}集团`, legal.includes('集团') ? 0.8 : 0.7);
      add(`${core}公司`, 0.8);
      add(`${place}${core}`, 0.8);
    }
    if (brand !== core) {
      // 甲乙餐饮集团, 甲乙控股集团: 甲乙集团.
      if (legal.includes('集团')) add(`${brand}集团`, 0.75);
      add(brand, brand.length >= 3 ? 0.66 : 0.45);
      for (let length = 2; length <= 4; length++) add(core.slice(0, brand.length + length), 0.7);
    }
  } else if (brand !== core && brand.length >= 4) add(brand, 0.7);
  return [...forms].map(([form, score]) => ({ name: form, score }));
}

/** Whether a text has the characters of another in their order, whatever stands between them: 云重科 in 云海重工科技. */
export function isSubsequence(short: string, full: string): boolean {
  let at = 0;
  for (const character of full) if (character === short.charAt(at)) at++;
  return at === short.length;
}
