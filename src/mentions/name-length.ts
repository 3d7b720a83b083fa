/**
 * How long a person's name is, by the whole document: where 宋军 is always followed by the same character, the name
 * goes on; where different characters follow, it ends. The idea is that of branching entropy (Harris; Jin and
 * Tanaka-Ishii 2006).
 */
import type { Candidate } from './mention.ts';
import { occurrencesOf } from './occurrences.ts';

const SURE = 0.88;

/**
 * Candidates with those for people corrected where the document repeats a name: the reading that the repetitions
 * contradict is dropped, the other raised.
 *
 * @param text what the candidates' offsets point into
 * @param title a headline that is kept beside the text, where there is one; it counts as a repetition
 */
export function settleNameLengths(text: string, candidates: readonly Candidate[], title = ''): readonly Candidate[] {
  const best = new Map<string, number>();
  for (const { type, start, end, score, source } of candidates) {
    if (type !== 'person' || source !== 'structure:person') continue;
    const name = text.slice(start, end);
    best.set(name, Math.max(best.get(name) ?? 0, score));
  }
  const byStart = new Map<string, string[]>();
  for (const name of best.keys()) {
    if (name.length !== 3) continue;
    const list = byStart.get(name.slice(0, 2));
    if (list === undefined) byStart.set(name.slice(0, 2), [name]);
    else list.push(name);
  }
  const short = [...best.keys()].filter((name) => name.length === 2 && byStart.has(name));
  const followers = new Map<string, Map<string, number>>();
  const all = title === '' || text.includes(title) ? text : `${text}\n${title}`;
  for (const { start, end } of occurrencesOf(all, short)) {
    const name = all.slice(start, end);
    const next = all.charAt(end);
    const counts = followers.get(name) ?? new Map<string, number>();
    followers.set(name, counts.set(next, (counts.get(next) ?? 0) + 1));
  }
  const dropped = new Set<string>();
  const raised = new Set<string>();
  for (const [name, counts] of followers) {
    let total = 0;
    for (const count of counts.values()) total += count;
    if (total < 2) continue;
    const longer = byStart.get(name) ?? [];
    for (const other of longer) {
      const share = (counts.get(other.charAt(2)) ?? 0) / total;
      if (share === 1 && Math.max(best.get(other) ?? 0, best.get(name) ?? 0) >= 0.4) {
        dropped.add(name);
        raised.add(other);
      } else if (share <= 0.5 && counts.size > 1 && (best.get(name) ?? 0) >= 0.5) dropped.add(other);
    }
  }
  if (dropped.size === 0) return candidates;
  return candidates.flatMap((candidate) => {
    if (candidate.type !== 'person') return [candidate];
    const name = text.slice(candidate.start, candidate.end);
    if (dropped.has(name) && candidate.source === 'structure:person') return [];
    return raised.has(name) ? [{ ...candidate, score: Math.max(candidate.score, SURE) }] : [candidate];
  });
}
