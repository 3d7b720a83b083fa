/** Who signed and who works with whom. */
import { type Frame, pairs, pairsWithin, type Statement } from '../statement.ts';
import { compilePattern, type Item, matchPattern, type SentenceView } from '../view.ts';

const SIGN = '(?:签署|签订|签约|签下|签了|签定|缔结)';
const COOPERATE = '(?:合作|共建|携手|联手|合资|战略合作|联合|结成|达成)';
const SIGNED_WITH = compilePattern(`{s:OG}{~20}(?:与|同|和|跟|及|携手|联合){o:OG}{~30}${SIGN}`);
const SIGNED_BY_ALL = compilePattern(`{s:OG}{~24}${SIGN}`);
const COOPERATES = compilePattern(`{s:OG}{~8}(?:与|同|和|跟|携手|联合|联手){o:OG}{~20}${COOPERATE}`);
const COOPERATE_ALL = compilePattern(`{s:OG}{~8}${COOPERATE}`);
const NOMINAL = compilePattern(`{s:OG}(?:与|和|同){o:OG}(?:的)?{~6}(?:战略合作|合作|合资)`);

/** 签署, 签约; 合作, 共建. Both are symmetric: every party with every other. */
export const contracts: Frame = function* ({ view }) {
  const seen = new Set<string>();
  const tie = function* (
    type: 'signed_with' | 'cooperates_with',
    ends: Iterable<readonly [string, string]>,
    at: number,
    rule: string,
  ): Generator<Statement> {
    for (const [source, target] of ends) {
      const key = `${type} ${[source, target].sort().join(' ')}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield { type, source, target, confidence: 0.86, rule, at };
    }
  };
  const verbAt = (end: number) => Math.max(0, end - 2);
  for (const { items, end } of matchPattern(view, SIGNED_WITH)) {
    yield* tie('signed_with', pairs(items.s?.entities ?? [], items.o?.entities ?? []), verbAt(end), 'signed-with');
  }
  for (const { items, end } of matchPattern(view, SIGNED_BY_ALL)) {
    yield* tie('signed_with', pairsWithin(items.s?.entities ?? []), verbAt(end), 'signed-together');
  }
  const signed = seen.size > 0;
  for (const [pattern, rule] of [
    [COOPERATES, 'cooperates-with'],
    [NOMINAL, 'cooperation-of'],
  ] as const) {
    if (signed) break;
    for (const { items, end } of matchPattern(view, pattern)) {
      yield* tie('cooperates_with', pairs(items.s?.entities ?? [], items.o?.entities ?? []), verbAt(end), rule);
    }
  }
  for (const { items, end } of matchPattern(view, COOPERATE_ALL)) {
    if (!signed) yield* tie('cooperates_with', pairsWithin(items.s?.entities ?? []), verbAt(end), 'cooperate');
  }
};

/** 甲与乙合作建设丙项目: both take part in the project. */
export function partnersBefore(view: SentenceView, at: number): readonly string[] {
  const parties = view.items.filter(
    (item) =>
      (item.class === 'O' || item.class === 'G') && item.at < at && !/[；。]/.test(view.text.slice(item.at, at)),
  );
  const last: Item | undefined = parties[parties.length - 1];
  const before: Item | undefined = parties[parties.length - 2];
  if (last === undefined) return [];
  const joined = before !== undefined && /^(?:与|和|同|跟|携手|联合)$/.test(view.text.slice(before.at + 1, last.at));
  return joined ? [...before.entities, ...last.entities] : last.entities;
}
