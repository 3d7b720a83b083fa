/** Brings names into the page, each with the most important of its neighbours. */
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
