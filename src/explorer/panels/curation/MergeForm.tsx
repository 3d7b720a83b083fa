/** Finds the other name, and says which of the two is kept. */
import { useState } from 'react';
import type { EntityRef } from '../../../curation/decision.ts';
import type { ServedName } from '../../../outputs/served.ts';
import { entityRef } from '../../state/curation/references.ts';
import { nameOf } from '../../state/dataset.ts';
import { Combobox } from '../Combobox.tsx';
import { useExplorer, useShards, useWords } from '../context.ts';
import { bringReferred } from '../part/bring.ts';
import { Glyph } from '../parts.tsx';
import { Form } from './Form.tsx';
import type { NodeFormProps } from './NodeCuration.tsx';

/** Merges a node with one that is found by search. */
export function MergeForm({ node, entity, onDecide, onCancel }: NodeFormProps) {
  const { dataset, source } = useExplorer();
  const shards = useShards();
  const words = useWords();
  const { part } = words;
  const [other, setOther] = useState<number | null>(null);
  const [keepOwn, setKeepOwn] = useState(false);
  const detail = other === null ? undefined : shards.detail(other);
  const there = other === null || detail?.status !== 'ready' ? undefined : entityRef(dataset, other, detail.value);
  /** The other name, where it is not loaded: it is brought in before the decision is taken. */
  const [elsewhere, setElsewhere] = useState<ServedName | null>(null);
  const [failed, setFailed] = useState(false);
  const named: EntityRef | undefined = elsewhere === null ? there : [elsewhere.type, elsewhere.label];
  const [from, into] = keepOwn ? [named, entity] : [entity, named];
  const submit = (why: string): void => {
    if (from === undefined || into === undefined) return;
    if (elsewhere === null || source.more === null) {
      onDecide({ do: 'merge', entity: from, into }, why);
      return;
    }
    setFailed(false);
    bringReferred(source.more, elsewhere).then(
      (brought) =>
        onDecide({ do: 'merge', ...(keepOwn ? { entity: brought, into } : { entity: from, into: brought }) }, why),
      () => setFailed(true),
    );
  };
  return (
    <Form
      title={words.curation.mergeTitle(nameOf(dataset, node))}
      submit={words.curation.mergeDo}
      incomplete={from === undefined || into === undefined}
      onCancel={onCancel}
      onSubmit={submit}
    >
      <Combobox
        label={words.curation.mergeWith}
        labelled
        placeholder={words.search.shortPlaceholder}
        value={other}
        except={node}
        onChoose={(chosen) => {
          setOther(chosen);
          setElsewhere(null);
        }}
        onElsewhere={(name) => {
          setOther(null);
          setElsewhere(name);
        }}
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
      {failed ? <p role="alert">{part.failed}</p> : null}
    </Form>
  );
}
