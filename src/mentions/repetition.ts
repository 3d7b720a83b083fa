/** A document is consistent: what is a name in one place is a name wherever it stands again. */
import type { TokenisedDocument } from '../tokens/token.ts';
import { spanKey } from './decide.ts';
import { definedShortForms } from './definitions.ts';
import type { Candidate, Mention, MentionType } from './mention.ts';
import { MODEL_SOURCE } from './model-edges.ts';
import { occurrencesOf } from './occurrences.ts';
import { shortFormsOf } from './short-forms.ts';

const REPEATED = new Set<MentionType>(['person', 'company', 'organization', 'agency', 'project', 'event']);

/** Least score of a mention that speaks for its repetitions. */
const SPEAKS = 0.56;

interface Known {
  readonly type: MentionType;
  readonly score: number;
  readonly source: string;
}

/**
 * Candidates for names that the document establishes elsewhere: the same name again, its defined short form
 * （下称X）, and short forms that its make-up allows.
 *
 * @param mentions the first decision
 */
export function findRepetitions(document: TokenisedDocument, mentions: readonly Mention[]): Candidate[] {
  const known = new Map<string, Known>();
  const learn = (name: string, entry: Known) => {
    const before = known.get(name);
    if (before === undefined || before.score < entry.score) known.set(name, entry);
  };
  for (const { type, text, score, sources } of mentions) {
    if (!REPEATED.has(type) || score < SPEAKS || text.length < 2) continue;
    // What the model alone found is its own word again, no second witness.
    const alone = sources.every((source) => source === MODEL_SOURCE);
    learn(text, { type, score: Math.min(0.85, score * 0.9), source: alone ? MODEL_SOURCE : 'repetition' });
    for (const short of shortFormsOf(text, type)) {
      learn(short.name, { type, score: alone ? short.score * score : short.score, source: 'short-form' });
    }
  }
  const defined = definedShortForms(document.text, mentions);
  for (const { name, type } of defined) learn(name, { type, score: 0.95, source: 'defined-short-form' });
  if (known.size === 0) return [];
  const edges = wordEdges(document);
  const taken = new Set(mentions.filter(({ score }) => score >= SPEAKS).map(spanKey));
  const counts = new Map<string, number>();
  const spans = occurrencesOf(document.text, [...known.keys()]);
  for (const { start, end } of spans) {
    const name = document.text.slice(start, end);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const result: Candidate[] = [];
  let reach = 0;
  for (const span of spans) {
    const { start, end } = span;
    const name = document.text.slice(start, end);
    const entry = known.get(name);
    // A short form that is a piece of a name which stands there is none.
    const isPiece = end <= reach && entry?.source === 'short-form';
    reach = Math.max(reach, end);
    if (
      isPiece ||
      entry === undefined ||
      ((entry.source === 'repetition' || entry.source === MODEL_SOURCE) &&
        taken.has(spanKey(span)) &&
        counts.get(name) === 1)
    )
      continue;
    // A span that cuts words at both sides is chance.
    const fits = (edges.starts[start] ?? 0) + (edges.ends[end] ?? 0);
    if (fits === 0) continue;
    result.push({
      start,
      end,
      type: entry.type,
      score: fits === 2 ? entry.score : entry.score * 0.85,
      source: entry.source,
    });
  }
  return result;
}

/** By offset: 1 where a word starts, and where one ends. */
function wordEdges({ text, tokens }: TokenisedDocument): { readonly starts: Uint8Array; readonly ends: Uint8Array } {
  const starts = new Uint8Array(text.length + 1);
  const ends = new Uint8Array(text.length + 1);
  for (const { start, end } of tokens) {
    starts[start] = 1;
    ends[end] = 1;
  }
  return { starts, ends };
}
