/**
 * Makes up a corpus of any size from a small one: sentences of several articles are mixed, and people and companies are
 * renamed, so that the number of names grows with the number of articles as it does in a newspaper: a few worlds of
 * names are written about all the time, most of them seldom.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../../src/graph/random.ts';

/** An article to recombine, with the names that were found in it. */
export interface Source {
  readonly text: string;
  readonly date?: string;
  readonly publisher?: string;
  readonly people: readonly string[];
  readonly companies: readonly string[];
}

/** An article that was made up. */
export interface MadeUp {
  readonly id: string;
  readonly date?: string;
  readonly publisher?: string;
  readonly text: string;
}

const SEED = 20160408;
/** Articles that one is mixed from. */
const MIXED = 4;
const ARTICLES_PER_FILE = 100;
/** One world of names for so many articles. */
const ARTICLES_PER_WORLD = 40;

/** Makes up articles; the same number always gives the same one. */
export function createMixer(sources: readonly Source[]): (number: number) => MadeUp {
  const given = [...new Set(sources.flatMap(({ people }) => people.map((name) => name.slice(1))))];
  const heads = [...new Set(sources.flatMap(({ companies }) => companies.map((name) => name.slice(0, 2))))];
  const sentences = sources.map(({ text }) => text.match(/[^。！？\n]+[。！？]?\n?/gu) ?? [text]);

  /** What a name is in a world; 0 is the one of the sources. */
  const rename = (name: string, isPerson: boolean, world: number): string => {
    if (world === 0) return name;
    const drawn = createRandom(hashOf(`${world} ${name}`))();
    if (isPerson) return name.charAt(0) + (given[Math.floor(drawn * given.length)] ?? name.slice(1));
    return (heads[Math.floor(drawn * heads.length)] ?? name.slice(0, 2)) + name.slice(2);
  };

  return (number) => {
    const random = createRandom((SEED + number * 7919) % 2 ** 31);
    const drawn = Array.from({ length: MIXED }, () => Math.floor(random() * sources.length));
    // A share that falls with the number of the world (Zipf).
    const world = Math.floor((1 + number / ARTICLES_PER_WORLD) ** random()) - 1;
    const kept = drawn.flatMap((at) => (sentences[at] ?? []).filter(() => random() < 1 / MIXED));
    let text = kept.join('') || (sources[drawn[0] ?? 0]?.text ?? '');
    for (const at of drawn) {
      const { people = [], companies = [] } = sources[at] ?? {};
      for (const name of people) text = text.replaceAll(name, rename(name, true, world));
      for (const name of companies) text = text.replaceAll(name, rename(name, false, world));
    }
    const { date, publisher } = sources[drawn[0] ?? 0] ?? {};
    return {
      id: `article-${String(number).padStart(7, '0')}`,
      ...(date === undefined ? {} : { date }),
      ...(publisher === undefined ? {} : { publisher }),
      text,
    };
  };
}

/** FNV-1a. */
function hashOf(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 1;
}

/**
 * Writes articles as JSON lines, a hundred to a file.
 *
 * @returns bytes of their texts
 */
export function writeCorpus(folder: string, mix: (number: number) => MadeUp, count: number): number {
  mkdirSync(folder, { recursive: true });
  let bytes = 0;
  for (let from = 0; from < count; from += ARTICLES_PER_FILE) {
    const articles = Array.from({ length: Math.min(ARTICLES_PER_FILE, count - from) }, (_, index) => mix(from + index));
    for (const { text } of articles) bytes += Buffer.byteLength(text);
    const lines = articles.map((article) => `${JSON.stringify(article)}\n`);
    writeFileSync(join(folder, `${String(from).padStart(8, '0')}.jsonl`), lines.join(''));
  }
  return bytes;
}
