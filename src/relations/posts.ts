/** Posts as relations. */
import type { LinkedDocument } from '../entities/entity.ts';
import type { TokenisedDocument } from '../tokens/token.ts';
import type { Located } from './gather.ts';
import { isOwnership } from './pieces.ts';

/** `holds_post` for every post whose organisation is known. */
export function posts(document: TokenisedDocument, linked: LinkedDocument): Located[] {
  const found: Located[] = [];
  let at = 0;
  for (const { person, organisation, title, former, status, start, confidence } of linked.posts) {
    while (at < document.sentences.length && (document.sentences[at]?.end ?? 0) <= start) at++;
    const sentence = document.sentences[at];
    if (organisation === undefined || sentence === undefined || sentence.start > start) continue;
    if (isOwnership(title)) continue;
    found.push({
      statement: {
        type: 'holds_post',
        source: person,
        target: organisation,
        confidence,
        rule: 'post',
        at: 0,
        title,
        ...(former ? { former } : {}),
        ...(status === undefined ? {} : { status }),
      },
      sentences: [sentence],
    });
  }
  return found;
}
