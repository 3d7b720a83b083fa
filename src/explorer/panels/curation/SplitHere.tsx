/** Splits off what an open article says of a name: one mention, or all of the article's. */
import type { Share } from '../../../curation/decision.ts';
import type { DocumentText, NodeDetail } from '../../../outputs/explorer-data.ts';
import { entityRef } from '../../state/curation/references.ts';
import { documentOf, nameOf, originalOf } from '../../state/dataset.ts';
import type { Reading } from '../../state/view.ts';
import { useExplorer, useShards, useView, useWords } from '../context.ts';
import { useDecide } from './decide.ts';

/** A stretch of an article. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface SplitHereProps {
  readonly article: DocumentText;
  readonly reading: Reading;
  /** The mention that the reader pointed at last; null where none was. */
  readonly pointed: Stretch | null;
}

/** Buttons for the name that is selected, where the article mentions it. */
export function SplitHere({ article, reading, pointed }: SplitHereProps) {
  const { selection } = useView();
  const shards = useShards();
  if (selection?.kind !== 'node') return null;
  const { node } = selection;
  const here = article.mentions.filter((mention) => mention[2] === node);
  const detail = shards.detail(node);
  if (here.length === 0 || detail.status !== 'ready') return null;
  const spot = pointed ?? (reading.edge === null ? reading : null);
  const mention = here.find(([start, end]) => spot !== null && spot.start >= start && spot.start < end);
  return <Buttons node={node} detail={detail.value} document={reading.document} here={here} mention={mention} />;
}

interface ButtonsProps {
  readonly node: number;
  readonly detail: NodeDetail;
  readonly document: number;
  readonly here: DocumentText['mentions'];
  readonly mention: DocumentText['mentions'][number] | undefined;
}

function Buttons({ node, detail, document, here, mention }: ButtonsProps) {
  const { dataset } = useExplorer();
  const words = useWords().curation;
  const decide = useDecide();
  const name = nameOf(dataset, node);
  const original = originalOf(dataset, document);
  const mine = new Set(
    detail.mentions.map(([other]) => other).filter((other) => originalOf(dataset, other) === original),
  );
  const elsewhere = detail.mentions.some(([other]) => !mine.has(other));
  const split = (off: Share): void => {
    void decide({ do: 'split', entity: entityRef(dataset, node, detail), off });
  };
  const { id } = documentOf(dataset, document);
  return (
    <fieldset className="curation-buttons split-here">
      <legend>{words.splitHere(name, here.length)}</legend>
      {mention === undefined ? null : (
        <button
          type="button"
          className="chip-button"
          disabled={detail.mentions.length < 2}
          onClick={() => split({ mentions: [[id, mention[0], mention[1]]] })}
        >
          {words.splitMention}
        </button>
      )}
      <button
        type="button"
        className="chip-button"
        disabled={!elsewhere}
        title={elsewhere ? undefined : words.splitNowhereElse}
        onClick={() => split({ documents: [...mine].map((other) => documentOf(dataset, other).id) })}
      >
        {words.splitArticle}
      </button>
      {elsewhere || (mention !== undefined && detail.mentions.length > 1) ? null : (
        <span className="quiet">{words.splitNowhereElse}</span>
      )}
    </fieldset>
  );
}
