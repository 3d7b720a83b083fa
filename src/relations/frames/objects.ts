/** Objects of a verb that come as a list: 收购了甲55%的股权以及乙25%的股权. */
import { shareAfter } from '../attributes.ts';
import { headOf } from '../noun-phrases.ts';
import type { RelationAttributes } from '../relation.ts';
import type { Item, ItemClass, SentenceView } from '../view.ts';

/** One object with the share that is said of it. */
export interface ShareObject {
  readonly item: Item;
  readonly share: RelationAttributes;
}

/** What may stand between two objects of one verb. */
const LINK = /^(?:剩余|余下)?(?:的)?\uE009?(?:的)?(?:股权|股份|权益)?(?:以及|和|及|、|与)(?:[^，；。]{0,2})$/;

/** An object, and those that are joined to it; none where the first name is not what the verb governs. */
export function shareObjects(view: SentenceView, first: Item, classes: ReadonlySet<ItemClass>): ShareObject[] {
  const head = headOf(view, first);
  if (head === undefined || !classes.has(head.class)) return [];
  const objects: ShareObject[] = [{ item: head, share: shareAfter(view, head) }];
  let last = head;
  for (const item of view.items) {
    if (item.at <= last.at || item.class === 'S') continue;
    if (!classes.has(item.class) || !LINK.test(view.text.slice(last.at + 1, item.at).replace(/\uE005/g, ''))) break;
    objects.push({ item, share: shareAfter(view, item) });
    last = item;
  }
  return objects;
}
