/** Corpora that change: documents come, become others and go. All names are made up. */
import fc from 'fast-check';
import { ignoredKeys, toUnitSource, type UnitSource } from '../../src/network/units.ts';
import type { Vocabulary } from '../../src/resources.ts';
import { type Article, article, type Link, type Name } from './article.ts';

/** No configuration. */
export const PLAIN: Vocabulary = { names: [], ignore: [], same: [] };

/** An article as the network takes it; `root` is what it reprints. */
export const sourceOf = ({ document, extraction }: Article, root?: string, vocabulary = PLAIN): UnitSource =>
  toUnitSource(document, extraction, root ?? document.id, ignoredKeys(vocabulary));

/** Names that bear on one another in every way: short forms, houses, bodies, common nouns, places, namesakes. */
const NAMES: readonly (readonly [type: string, name: string, ...aliases: string[]])[] = [
  ['company', '青禾新能源股份有限公司', '青禾新能源', '青禾'],
  ['company', '青禾新能源'],
  ['company', '青禾集团', '青禾'],
  ['company', '青禾'],
  ['company', '青禾公司', '公司'],
  ['organization', '青禾'],
  ['company', '甲国青禾集团'],
  ['company', '远山银行'],
  ['company', '远山银行云州分行'],
  ['company', '公司'],
  ['agency', '市委', '云州市委'],
  ['agency', '中共云州市委员会'],
  ['agency', '云州市政府', '市政府'],
  ['agency', '平江省云州市人民政府'],
  ['agency', '市政府'],
  ['agency', '鼓楼区政府'],
  ['agency', '云州市鼓楼区政府'],
  ['agency', '证监会'],
  ['agency', '中国证券监督管理委员会', '证监会'],
  ['place', '云州'],
  ['place', '云州市'],
  ['place', '平江省云州市'],
  ['place', '平江省'],
  ['place', '鼓楼区'],
  ['place', '云州市鼓楼区'],
  ['place', '青禾'],
  ['project', '云州风电项目'],
  ['project', '云州风电'],
  ['project', '风电基地', '云州风电项目'],
  ['person', '韩守仁', '韩书记'],
  ['person', '韩守'],
  ['person', '韩守义'],
  ['person', '王伟'],
  ['person', '埃隆·马斯克'],
  ['person', '马斯克'],
];

const link: fc.Arbitrary<Link> = fc.oneof(
  fc
    .tuple(fc.nat(5), fc.nat(5), fc.constantFrom('董事长', '市长'))
    .map(([a, b, title]): Link => [`e${a}`, 'holds_post', `e${b}`, { title }]),
  fc
    .tuple(fc.nat(5), fc.nat(5), fc.constantFrom('invested_in', 'cooperates_with', 'co_occurs', 'met', 'no-such-type'))
    .map(([a, b, type]): Link => [`e${a}`, type, `e${b}`]),
  fc
    .tuple(fc.nat(5), fc.nat(5), fc.constantFrom(1, 2))
    .map(([a, b, amount]): Link => [`e${a}`, 'invested_in', `e${b}`, { amount, currency: 'CNY', joint: 'j' }]),
);

/** The highest number that a document has. */
const MOST = 15;

/** Few names at a time, so that they meet; the reprinted document may be any. */
const contents = fc.shuffledSubarray([...NAMES], { minLength: 2, maxLength: 7 }).map((pool) =>
  fc.record({
    names: fc.uniqueArray(fc.constantFrom(...pool), { minLength: 1, maxLength: 6 }),
    links: fc.array(link, { maxLength: 6 }),
    year: fc.constantFrom('2021', '2023'),
    reprints: fc.option(fc.nat(MOST), { freq: 4 }),
  }),
);

export type Content = Readonly<{
  names: readonly (readonly [string, string, ...string[]])[];
  links: readonly Link[];
  year: string;
  reprints: number | null;
}>;

/** The id of the document of a number. */
export const idOf = (number: number) => String(number).padStart(2, '0');

/** The document of a number with a content. */
export function make(number: number, { names, links, year, reprints }: Content, vocabulary: Vocabulary): UnitSource {
  const id = idOf(number);
  const named = names.map(([type, name, ...aliases], index): Name => [`e${index}`, type, name, ...aliases]);
  return sourceOf(article(id, `${year}-03-01`, named, links), reprints === null ? id : idOf(reprints), vocabulary);
}

/** A step puts contents in places, or takes out what is there; the first fills most of them. */
export const histories = contents.chain((content: fc.Arbitrary<Content>) => {
  const step = (minLength: number, maxLength: number, freq: number) =>
    fc.array(fc.tuple(fc.nat(MOST), fc.option(content, { freq })), { minLength, maxLength });
  return fc
    .tuple(step(0, 24, 9), fc.array(step(1, 3, 2), { minLength: 2, maxLength: 8 }))
    .map(([first, rest]) => [first, ...rest]);
});
