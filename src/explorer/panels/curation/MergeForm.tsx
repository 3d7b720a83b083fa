/** Finds the other name, and says which of the two is kept. */
import { useState } from 'react';
import { entityRef } from '../../state/curation/references.ts';
import { nameOf } from '../../state/dataset.ts';
import { Combobox } from '../Combobox.tsx';
import { useExplorer, useShards, useWords } from '../context.ts';
import { Glyph } from '../parts.tsx';
import { Form } from './Form.tsx';
import type { NodeFormProps } from './NodeCuration.tsx';

/** Merges a node with one that is found by search. */
export function MergeForm({ node, entity, onDecide, onCancel }: NodeFormProps) {
  const { dataset } = useExplorer();
  const shards = useShards();
  const words = useWords();
  const [other, setOther] = useState<number | null>(null);
  const [keepOwn, setKeepOwn] = useState(false);
  const detail = other === null ? undefined : shards.detail(other);
  const there = other === null || detail?.status !== 'ready' ? undefined : entityRef(dataset, other, detail.value);
  const [from, into] = keepOwn ? [there, entity] : [entity, there];
  return (
    <Form
      title={words.curation.mergeTitle(nameOf(dataset, node))}
      submit={words.curation.mergeDo}
      incomplete={from === undefined || into === undefined}
      onCancel={onCancel}
      onSubmit={(why) => {
        if (from !== undefined && into !== undefined) onDecide({ do: 'merge', entity: from, into }, why);
      }}
    >
      <Combobox
        label={words.curation.mergeWith}
        labelled
        placeholder={words.search.shortPlaceholder}
        value={other}
        except={node}
        onChoose={setOther}
      />
      {from === undefined || into === undefined ? null : (
        <p className="merge-preview">
          {words.curation.mergeInto(from[1], into[1])}
          <button type="button" className="quiet-button" onClick={() => setKeepOwn(!keepOwn)}>
            <Glyph name="swap" />
            {words.curation.mergeSwap}
          </button>
        </p>
      )}
    </Form>
  );
}
