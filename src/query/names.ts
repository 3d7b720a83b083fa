/** Finds nodes by what a person types: 汉字, an alias, pinyin, initials, and with one slip. */
import { distance } from 'fastest-levenshtein';
import { nameKey } from '../tokens/normalise.ts';

/** What is known of a node's names. */
export interface NamedNode {
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
  /** Without tones, syllables separated by blanks. */
  readonly pinyin: string;
  /** Ranks names that fit equally well. */
  readonly importance: number;
}

/** How a name fits, from best to worst. */
export type Fit = 'name' | 'alias' | 'pinyin' | 'initials' | 'prefix' | 'part' | 'similar';

const FITS: readonly Fit[] = ['name', 'alias', 'pinyin', 'initials', 'prefix', 'part', 'similar'];

/** A node that fits. */
export interface FoundNode {
  /** Index in the list that the index was made of. */
  readonly node: number;
  readonly fit: Fit;
  /** The name that fits, where it is not the label. */
  readonly alias?: string;
}

interface Entry {
  readonly key: string;
  readonly aliasKeys: readonly string[];
  readonly letters: string;
  readonly initials: string;
}

/** Names made ready for search. */
export interface NameIndex {
  readonly nodes: readonly NamedNode[];
  readonly entries: readonly Entry[];
}

/** Prepares a list of nodes for search; takes time and memory in proportion to the names. */
export function createNameIndex(nodes: readonly NamedNode[]): NameIndex {
  const entries = nodes.map(({ label, aliases, pinyin }) => {
    const syllables = pinyin.split(' ').filter((syllable) => syllable !== '');
    return {
      key: nameKey(label),
      aliasKeys: aliases.map(nameKey),
      letters: syllables.join(''),
      initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
    };
  });
  return { nodes, entries };
}

/**
 * Nodes that fit, best first: the whole name, an alias, pinyin, initials, a beginning, a part, and for names of three
 * letters or characters and more, one slip.
 *
 * @param limit how many at most
 */
export function findNodes({ nodes, entries }: NameIndex, query: string, limit: number): FoundNode[] {
  const wanted = nameKey(query);
  if (wanted === '') return [];
  const latin = /^[a-zü'-]+$/.test(wanted) ? wanted.replace(/['-]/g, '').replaceAll('ü', 'v') : '';
  const found = entries.flatMap((entry, node) => {
    const fit = fitOf(entry, wanted, latin);
    if (fit === undefined) return [];
    const at = entry.key.includes(wanted) ? -1 : entry.aliasKeys.findIndex((key) => key.includes(wanted));
    const alias = nodes[node]?.aliases[at];
    return [{ node, fit, ...(alias === undefined ? {} : { alias }) }];
  });
  const importance = (node: number) => nodes[node]?.importance ?? 0;
  return found
    .sort(
      (a, b) => FITS.indexOf(a.fit) - FITS.indexOf(b.fit) || importance(b.node) - importance(a.node) || a.node - b.node,
    )
    .slice(0, limit);
}

function fitOf({ key, aliasKeys, letters, initials }: Entry, wanted: string, latin: string): Fit | undefined {
  if (key === wanted) return 'name';
  if (aliasKeys.includes(wanted)) return 'alias';
  if (latin !== '') {
    if (letters === latin) return 'pinyin';
    if (latin.length > 1 && initials === latin) return 'initials';
  }
  if (key.startsWith(wanted) || aliasKeys.some((alias) => alias.startsWith(wanted))) return 'prefix';
  if (latin !== '' && (letters.startsWith(latin) || (latin.length > 1 && initials.startsWith(latin)))) return 'prefix';
  if (key.includes(wanted) || aliasKeys.some((alias) => alias.includes(wanted))) return 'part';
  if ([key, ...aliasKeys].some((name) => isSimilar(name, wanted))) return 'similar';
  return latin.length > 3 && isSimilar(letters, latin) ? 'similar' : undefined;
}

const LEAST_FOR_SLIPS = 3;

/** One character more, less or other, or two that changed places. */
function isSimilar(name: string, wanted: string): boolean {
  if (wanted.length < LEAST_FOR_SLIPS || Math.abs(name.length - wanted.length) > 1) return false;
  return distance(name, wanted) === 1 || isSwapped(name, wanted);
}

function isSwapped(name: string, wanted: string): boolean {
  if (name.length !== wanted.length) return false;
  const at = [...name].findIndex((_, i) => name[i] !== wanted[i]);
  return (
    at >= 0 && name[at] === wanted[at + 1] && name[at + 1] === wanted[at] && name.slice(at + 2) === wanted.slice(at + 2)
  );
}

/** What a name stands for. */
export type Resolved =
  | { readonly kind: 'found'; readonly node: number }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly number[] }
  | { readonly kind: 'unknown'; readonly near: readonly number[] };

const CANDIDATES_SHOWN = 8;

/** The one node that a name stands for: by name, alias or node id, else by pinyin, initials or beginning if one fits. */
export function resolveName(index: NameIndex, query: string): Resolved {
  const byId = index.nodes.findIndex(({ id }) => id === query);
  if (byId >= 0) return { kind: 'found', node: byId };
  const found = findNodes(index, query, index.nodes.length);
  const best = found[0];
  if (best === undefined || best.fit === 'similar') {
    return { kind: 'unknown', near: found.slice(0, CANDIDATES_SHOWN).map(({ node }) => node) };
  }
  const equal = found.filter(({ fit }) => fit === best.fit).map(({ node }) => node);
  if (equal.length === 1) return { kind: 'found', node: best.node };
  return { kind: 'ambiguous', candidates: equal.slice(0, CANDIDATES_SHOWN) };
}
