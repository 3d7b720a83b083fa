/** Where a document is at home: the province, city and county that its 市委 and 县长 belong to. */
import { CITY_NAMES, FOREIGN_PLACES, PROVINCE_NAMES, PROVINCE_OF } from '../mentions/lexicon/places.ts';
import { unitTable } from '../mentions/lexicon/words.ts';
import type { Mention } from '../mentions/mention.ts';
import type { TokenisedDocument } from '../tokens/token.ts';

/** Names by level, each with its ending: 山东省, 聊城市, 东阿县, 东昌府区. */
export interface Locality {
  readonly 省?: string;
  readonly 市?: string;
  readonly 县?: string;
  readonly 区?: string;
}

const MUNICIPALITIES = new Set(['北京', '上海', '天津', '重庆', '香港', '澳门']);
const BEGINS_PLACE = unitTable([...PROVINCE_NAMES, ...CITY_NAMES, ...MUNICIPALITIES]);
const PUBLISHER_WEIGHT = 6;
const TITLE_WEIGHT = 3;

/** Reads the places of a document; the one named most, by text, title and publisher, is its home. */
export function localityOf(document: TokenisedDocument, mentions: readonly Mention[]): Locality {
  const counts: Record<'省' | '市' | '县' | '区', Map<string, number>> = {
    省: new Map(),
    市: new Map(),
    县: new Map(),
    区: new Map(),
  };
  const add = (level: keyof typeof counts, name: string, weight: number) =>
    counts[level].set(name, (counts[level].get(name) ?? 0) + weight);
  const addPlaces = (text: string, weight: number) => {
    for (let start = 0; start < text.length; start++) {
      if (BEGINS_PLACE[text.charCodeAt(start)] !== 1) continue;
      for (let length = 2; length <= 5; length++) {
        const name = text.slice(start, start + length);
        if (PROVINCE_NAMES.has(name) && !MUNICIPALITIES.has(name) && !/省$/u.test(name)) add('省', `${name}省`, weight);
        else if (CITY_NAMES.has(name) || MUNICIPALITIES.has(name)) {
          if (text.charAt(start + length) !== '区') add('市', `${name}市`, weight);
        }
      }
    }
    const match = /([一-龥]{2,3})([县区])$/u.exec(text);
    if (match !== null) add(match[2] === '县' ? '县' : '区', `${match[1]}${match[2]}`, weight);
  };
  for (const { type, text, parent } of mentions) {
    if (type === 'place' || (type === 'agency' && parent === undefined)) addPlaces(text, 1);
    if (type !== 'place') continue;
    // Provinces and cities that no list has; foreign ones have no 市委.
    const match = /^([一-龥]{2,4})([省市])$/u.exec(text);
    const stem = match?.[1] ?? '';
    const level = match?.[2] === '省' ? '省' : '市';
    if (stem !== '' && !CITY_NAMES.has(stem) && !PROVINCE_NAMES.has(stem) && !FOREIGN_PLACES.has(stem))
      add(level, `${stem}${level}`, 1);
  }
  if (document.publisher !== undefined) addPlaces(document.publisher, PUBLISHER_WEIGHT);
  if (document.document.title !== undefined) addPlaces(document.document.title, TITLE_WEIGHT);
  const city = strongest(counts.市);
  const ownProvince = city === undefined ? undefined : PROVINCE_OF.get(city.slice(0, -1));
  const province = strongest(counts.省) ?? (ownProvince?.endsWith('省') ? ownProvince : undefined);
  const county = strongest(counts.县);
  const district = strongest(counts.区);
  return {
    ...(province === undefined ? {} : { 省: province }),
    ...(city === undefined ? {} : { 市: city }),
    ...(county === undefined ? {} : { 县: county }),
    ...(district === undefined ? {} : { 区: district }),
  };
}

function strongest(counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [name, count] of counts) {
    if (count > most || (count === most && best !== undefined && name < best)) {
      best = name;
      most = count;
    }
  }
  return best;
}
