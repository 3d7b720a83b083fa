/**
 * Scores ties against financial events in the format of FewFC (https://github.com/TimeBurningFish/FewFC): one JSON
 * document a line, `{ id, content, events: [{ type, mentions: [{ word, role }] }] }`.
 *
 *   npx tsx scripts/relations/score-fewfc.ts [--misses] events.json...
 *
 * An event stands for the pairs of its two parties. For 投资, 收购 and 减持 they are who acts and on whom; for 股份股权转让
 * the buyer (`obj`) and the company whose shares they are; for 质押 the pledger and the one who lends, of which the
 * ontology has no tie, so nothing is ever found. A pair is right when each party is a name that the document's own
 * entity bears; types that a file does not label are not scored. Values (money, share, date) count as right where
 * their pair is right and they are equal after reading both with the same parser. Prints Markdown.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Extraction } from '../../src/extraction.ts';
import type { Value } from '../../src/mentions/value.ts';
import { findValues } from '../../src/mentions/values/find.ts';
import { loadResources } from '../../src/node/resources.ts';
import { extract } from '../../src/pipeline.ts';
import type { Relation } from '../../src/relations/relation.ts';
import { tokenise } from '../../src/tokens/tokenise.ts';
import { F1_HEADING, f1Row, type Tally, tallyOf } from './tally.ts';

interface Argument {
  readonly word: string;
  readonly role: string;
}

interface LabelledDocument {
  readonly id: string;
  readonly content: string;
  readonly events: readonly { readonly type: string; readonly mentions: readonly Argument[] }[];
}

/** How a type of event is told as a tie. */
interface Mapping {
  readonly source: RegExp;
  readonly target: RegExp;
  readonly share: RegExp;
  readonly tells: (relation: Relation) => boolean;
}

const MAPPINGS: Readonly<Record<string, Mapping>> = {
  投资: {
    source: /^sub$/,
    target: /^obj$/,
    share: /^$/,
    tells: ({ type, rule }) => type === 'invested_in' || type === 'acquired' || rule === 'increased-stake',
  },
  收购: {
    source: /^sub-/,
    target: /^obj-/,
    share: /^proportion$/,
    tells: ({ type }) => type === 'acquired',
  },
  减持: {
    source: /^sub$/,
    target: /^obj$/,
    share: /^share-/,
    tells: ({ rule }) => rule === 'reduced-stake',
  },
  股份股权转让: {
    source: /^obj-/,
    target: /^target-company$/,
    share: /^proportion$/,
    tells: ({ type }) => type === 'acquired',
  },
  质押: { source: /^sub-/, target: /^obj-/, share: /^proportion$/, tells: () => false },
};

/** Statuses that say that an event is not so. */
const UNTRUE = new Set(['denied']);

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: 'boolean', default: false } },
});
const resources = loadResources();
const pairs = new Map<string, Tally>();
const slots = new Map<string, Tally>();

for (const file of positionals) {
  const documents = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): LabelledDocument => JSON.parse(line));
  const labelled = new Set(documents.flatMap(({ events }) => events.map(({ type }) => type)));
  for (const document of documents) {
    const extraction = extract({ id: document.id, text: document.content }, resources);
    for (const [type, mapping] of Object.entries(MAPPINGS)) {
      if (labelled.has(type)) scoreType(document, extraction, type, mapping);
    }
  }
}
print();

interface GoldPair {
  readonly source: string;
  readonly target: string;
  readonly arguments: readonly Argument[];
}

function goldPairs({ events }: LabelledDocument, type: string, { source, target }: Mapping): GoldPair[] {
  const found = new Map<string, GoldPair>();
  for (const event of events) {
    if (event.type !== type) continue;
    for (const from of event.mentions.filter(({ role }) => source.test(role))) {
      for (const to of event.mentions.filter(({ role }) => target.test(role))) {
        const pair = { source: from.word, target: to.word, arguments: event.mentions };
        if (from.word !== to.word) found.set(`${from.word}\t${to.word}`, pair);
      }
    }
  }
  return [...found.values()];
}

function scoreType(document: LabelledDocument, extraction: Extraction, type: string, mapping: Mapping): void {
  const names = new Map(extraction.entities.map(({ id, name, aliases }) => [id, new Set([name, ...aliases])]));
  const gold = goldPairs(document, type, mapping);
  const open = new Set(gold);
  const tally = tallyOf(pairs, type);
  for (const relation of extraction.relations) {
    if (!mapping.tells(relation) || UNTRUE.has(relation.status ?? '')) continue;
    const hit = gold.find(
      ({ source, target }) => names.get(relation.source)?.has(source) && names.get(relation.target)?.has(target),
    );
    if (hit === undefined) {
      tally.wrong++;
      miss('+', type, [...(names.get(relation.source) ?? [])][0], [...(names.get(relation.target) ?? [])][0], document);
      continue;
    }
    if (!open.delete(hit)) continue;
    tally.right++;
    scoreSlots(relation, hit, mapping);
  }
  tally.missed += open.size;
  for (const { source, target } of open) miss('-', type, source, target, document);
}

function scoreSlots(relation: Relation, gold: GoldPair, { share }: Mapping): void {
  const shares = gold.arguments.filter(({ role }) => share.test(role)).flatMap(({ word }) => percentOf(word));
  const shareTally = tallyOf(slots, 'share');
  if (shares.length > 0) {
    if (relation.share === undefined) shareTally.missed++;
    else if (shares.some((value) => Math.abs(value - (relation.share ?? 0)) < 1e-9)) shareTally.right++;
    else shareTally.wrong++;
  }
  const score = (slot: string, role: RegExp, given: number | string | undefined, read: (value: Value) => unknown) => {
    const words = gold.arguments.filter((argument) => role.test(argument.role));
    const tally = tallyOf(slots, slot);
    const expected = words.flatMap(({ word }) => valuesOf(word).map(read)).filter((value) => value !== undefined);
    if (given === undefined) tally.missed += expected.length > 0 ? 1 : 0;
    else if (expected.includes(given)) tally.right++;
    else if (expected.length > 0) tally.wrong++;
  };
  score('money', /^money$/, relation.amount, (value) => (value.kind === 'amount' ? value.value : undefined));
  score('date', /^date$/, relation.date, (value) => (value.kind === 'date' ? value.value : undefined));
}

function percentOf(word: string): number[] {
  const match = /([0-9.]+)\s*%/.exec(word);
  return match === null ? [] : [Number(match[1]) / 100];
}

function valuesOf(word: string): readonly Value[] {
  return findValues(tokenise({ id: 'value', text: word }, resources.segmenter));
}

function miss(sign: string, type: string, source = '', target = '', { content }: LabelledDocument): void {
  if (options.misses) process.stdout.write(`${sign} ${type}: ${source} → ${target}\n    ${content}\n`);
}

function print(): void {
  process.stdout.write(`${F1_HEADING('type')}${[...pairs].map(([type, tally]) => f1Row(type, tally)).join('')}\n`);
  process.stdout.write(
    `${F1_HEADING('value of a pair that is right')}${[...slots].map(([slot, tally]) => f1Row(slot, tally)).join('')}`,
  );
}
