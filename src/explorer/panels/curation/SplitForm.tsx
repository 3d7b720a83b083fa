/** Chooses what belongs to another: names, or articles. */
import { useState } from 'react';
import { documentOf, nameOf } from '../../state/dataset.ts';
import { formatDate } from '../../state/format.ts';
import { documentsOf } from '../../state/ties.ts';
import { toggled } from '../../state/view.ts';
import { useExplorer, useView, useWords } from '../context.ts';
import { Form } from './Form.tsx';
import type { NodeFormProps } from './NodeCuration.tsx';

/** Splits a part off a node. */
export function SplitForm({ node, detail, entity, onDecide, onCancel }: NodeFormProps) {
  const { dataset } = useExplorer();
  const { language } = useView();
  const words = useWords();
  const [names, setNames] = useState<ReadonlySet<string>>(new Set());
  const [documents, setDocuments] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState('');
  const aliases = dataset.network.nodes.aliases[node] ?? [];
  const articles = documentsOf(dataset, detail.mentions);
  const all = documents.size === articles.length || (aliases.length > 0 && names.size > aliases.length);
  return (
    <Form
      title={words.curation.splitTitle(nameOf(dataset, node))}
      submit={words.curation.splitDo}
      incomplete={names.size + documents.size === 0 || all}
      onCancel={onCancel}
      onSubmit={(why) =>
        onDecide(
          {
            do: 'split',
            entity,
            off: {
              ...(names.size === 0 ? {} : { names: [...names] }),
              ...(documents.size === 0 ? {} : { documents: [...documents] }),
            },
            ...(name.trim() === '' ? {} : { name: name.trim() }),
          },
          why,
        )
      }
    >
      {aliases.length === 0 ? null : (
        <fieldset className="choices">
          <legend className="field-label">{words.curation.splitNames}</legend>
          {aliases.map((alias) => (
            <label key={alias} className="choice">
              <input type="checkbox" checked={names.has(alias)} onChange={() => setNames(toggled(names, alias))} />
              <span>{alias}</span>
            </label>
          ))}
        </fieldset>
      )}
      <fieldset className="choices">
        <legend className="field-label">{words.curation.splitDocuments}</legend>
        {articles.map(({ document }) => {
          const summary = documentOf(dataset, document);
          return (
            <label key={summary.id} className="choice">
              <input
                type="checkbox"
                checked={documents.has(summary.id)}
                onChange={() => setDocuments(toggled(documents, summary.id))}
              />
              <span>
                {summary.title ?? summary.id}{' '}
                <span className="quiet">
                  {summary.date === null ? words.node.unknownDate : formatDate(summary.date, language)}
                </span>
              </span>
            </label>
          );
        })}
      </fieldset>
      <label className="field">
        <span className="field-label">{words.curation.splitName}</span>
        <input
          type="text"
          className="text-input"
          maxLength={300}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
    </Form>
  );
}
