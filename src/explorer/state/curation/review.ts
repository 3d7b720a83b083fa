/** The review queue: questions that a reader answers with yes or no, each answer a decision. */
import type { Decision, EntityRef, LedgerLine } from '../../../curation/decision.ts';
import { printDecision } from '../../../curation/ledger.ts';
import type { ReviewMerge, ReviewPair, ReviewQueue } from '../../../outputs/explorer-data.ts';
import { nameKey } from '../../../tokens/normalise.ts';
import { type Dataset, endsOf, entityTypeOf, nameOf, relationTypeOf } from '../dataset.ts';
import { type Fetch, loadJson } from '../load.ts';
import type { Loadable } from '../loadables.ts';
import { createStore, type Store } from '../store.ts';

/** A question. Nodes and edges are those of the network as it was loaded. */
export type ReviewItem =
  | { readonly kind: 'merge'; readonly key: string; readonly node: number; readonly merge: ReviewMerge }
  | {
      readonly kind: 'pair';
      readonly key: string;
      readonly one: number;
      readonly other: number;
      readonly pair: ReviewPair;
    }
  | { readonly kind: 'tie'; readonly key: string; readonly edge: number };

/** The questions of a build, read when the desk is opened. */
export interface ReviewFile {
  readonly state: Store<Loadable<ReviewQueue>>;
  /** Reads the file, where it has not been read. */
  load(): void;
}

const NO_QUESTIONS: ReviewQueue = { merges: [], pairs: [], left: 0 };

/** The file at `address`; an older build has none, and asks nothing about names. */
export function createReviewFile(address: string, fetchFile: Fetch): ReviewFile {
  const state = createStore<Loadable<ReviewQueue>>({ status: 'loading' });
  let asked = false;
  return {
    state,
    load() {
      if (asked) return;
      asked = true;
      loadJson(address, fetchFile).then(
        (value) => state.update(() => ({ status: 'ready', value: value as ReviewQueue })),
        () => state.update(() => ({ status: 'ready', value: NO_QUESTIONS })),
      );
    },
  };
}

/** Ties below this confidence are asked about. */
const DOUBTFUL_TIE = 0.6;

const MOST_TIES = 300;

/** All questions: names first, since ties follow from them. */
export function reviewItems(dataset: Dataset, { merges, pairs }: ReviewQueue): readonly ReviewItem[] {
  const { edges } = dataset.network;
  const ties = edges.id
    .map((_, edge) => edge)
    .filter(
      (edge) =>
        dataset.weak[edge] === 0 && (edges.confidence[edge] ?? 1) < DOUBTFUL_TIE && edges.reviewed[edge] === null,
    )
    .sort((a, b) => (edges.confidence[a] ?? 0) - (edges.confidence[b] ?? 0) || a - b)
    .slice(0, MOST_TIES);
  return [
    ...merges.flatMap((merge): ReviewItem[] => {
      const node = dataset.nodeByKey.get(merge.entity);
      const key = JSON.stringify(['merge', merge.entity, merge.names, merge.rule, merge.document]);
      return node === undefined ? [] : [{ kind: 'merge', key, node, merge }];
    }),
    ...pairs.flatMap((pair): ReviewItem[] => {
      const [one, other] = [dataset.nodeByKey.get(pair.one), dataset.nodeByKey.get(pair.other)];
      if (one === undefined || other === undefined) return [];
      return [{ kind: 'pair', key: JSON.stringify(['pair', pair.one, pair.other]), one, other, pair }];
    }),
    ...ties.map((edge): ReviewItem => ({ kind: 'tie', key: `tie ${edges.id[edge]}`, edge })),
  ];
}

/** The name of a merge that is not the one the entity goes by: what a no splits off. */
export function joinedName(dataset: Dataset, node: number, { names }: ReviewMerge): string {
  return names[1] === nameOf(dataset, node) ? names[0] : names[1];
}

/** A node as the ledger names it, with a document that is known to mention it. */
function named(dataset: Dataset, node: number, witness: string): EntityRef {
  return [entityTypeOf(dataset, node).id, nameOf(dataset, node), witness];
}

/** The decisions that answer a question about names. */
export function answersOf(
  dataset: Dataset,
  item: Exclude<ReviewItem, { readonly kind: 'tie' }>,
): { readonly yes: Decision; readonly no: Decision } {
  if (item.kind === 'pair') {
    const [one, other] = item.pair.witnesses;
    const [a, b] = [named(dataset, item.one, one), named(dataset, item.other, other)];
    return { yes: { do: 'merge', entity: b, into: a }, no: { do: 'apart', entity: b, from: a } };
  }
  const { node, merge } = item;
  const { document, witness } = merge;
  const entity = named(dataset, node, witness);
  const other = joinedName(dataset, node, merge);
  const same = nameKey(other) === nameKey(nameOf(dataset, node));
  return {
    yes: {
      do: 'merge',
      entity: document === undefined ? [entity[0], other] : [entity[0], other, document],
      into: entity,
    },
    no: {
      do: 'split',
      entity,
      off: same && document !== undefined ? { documents: [document] } : { names: [other] },
    },
  };
}

/** How a question was answered: by the last line that answers it; null for an open one. */
export function answerOf(dataset: Dataset, item: ReviewItem, lines: readonly LedgerLine[]): 'yes' | 'no' | null {
  let answer: 'yes' | 'no' | null = null;
  if (item.kind === 'tie') {
    for (const { decision } of lines) answer = answersTie(dataset, item.edge, decision) ?? answer;
    return answer;
  }
  const { yes, no } = answersOf(dataset, item);
  const [yesText, noText] = [substance(yes), substance(no)];
  for (const { decision } of lines) {
    const text = substance(decision);
    answer = text === yesText ? 'yes' : text === noText ? 'no' : answer;
  }
  return answer;
}

/** A decision without who, when and why. */
function substance({ why: _why, by: _by, at: _at, ...rest }: Decision): string {
  return printDecision(rest as Decision);
}

function answersTie(dataset: Dataset, edge: number, decision: Decision): 'yes' | 'no' | undefined {
  if (!('tie' in decision) || decision.do === 'note') return undefined;
  const { source, target } = endsOf(dataset, edge);
  const [from, type, to] = decision.tie;
  const names = (node: number, ref: EntityRef) =>
    ref[1] === nameOf(dataset, node) && ref[0] === entityTypeOf(dataset, node).id;
  if (type !== relationTypeOf(dataset, edge).id || !names(source, from) || !names(target, to)) return undefined;
  return decision.do === 'confirm' ? 'yes' : 'no';
}
