/** Brings names into the page, each with the most important of its neighbours. */
import type { EntityRef } from '../../../curation/decision.ts';
import type { ServedName } from '../../../outputs/served.ts';
import type { Dataset } from '../../state/dataset.ts';
import type { More } from '../../state/part/growth.ts';
import type { View } from '../../state/view.ts';

/** Neighbours that come with a name that was searched for. */
const WITH_NAME = 30;

/** Neighbours that come when a name is expanded. */
const WHEN_EXPANDED = 50;

/**
 * Loads a name with its neighbourhood.
 *
 * @param next the view after it, with the number of the name
 */
export async function bringName(more: More, id: string, next: (view: View, node: number) => View): Promise<void> {
  const { nodes } = await more.questions.neighbours(id);
  await more.bring([id, ...nodes.slice(0, WITH_NAME)], (dataset, view) => {
    const node = dataset.nodeByKey.get(id);
    return node === undefined ? view : next(view, node);
  });
}

/**
 * Loads neighbours of a name that is loaded.
 *
 * @returns how many there were that were not loaded yet, and now are
 */
export async function expandName(more: More, dataset: Dataset, id: string): Promise<number> {
  const { nodes } = await more.questions.neighbours(id);
  const fresh = nodes.filter((other) => !dataset.nodeByKey.has(other)).slice(0, WHEN_EXPANDED);
  if (fresh.length > 0) await more.bring(fresh, (_, view) => view);
  return fresh.length;
}

/**
 * Loads a name that a decision is about.
 *
 * @returns the name as the ledger has it, with the first article that mentions it as witness
 */
export async function bringReferred(more: More, { id, type, label }: ServedName): Promise<EntityRef> {
  const { mentions, documents } = await more.questions.node(id);
  await more.bring([id], (_, view) => view);
  const mentioning = mentions.flatMap(([document]) => documents[document] ?? []);
  const witness = mentioning.find(({ reprintOf }) => reprintOf === null) ?? mentioning[0];
  return witness === undefined ? [type, label] : [type, label, witness.id];
}
