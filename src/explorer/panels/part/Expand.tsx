/** What leads from a name to others that are not loaded, and how to load them. */
import { useState } from 'react';
import { useExplorer, useWords } from '../context.ts';
import { expandName } from './bring.ts';

/** Says how many ties are not there, with a button; nothing where all are. */
export function Expand({ node }: { readonly node: number }) {
  const { dataset, base, source } = useExplorer();
  const words = useWords();
  const [state, setState] = useState<'rest' | 'loading' | 'failed' | 'done'>('rest');
  const { more } = source;
  const id = dataset.network.nodes.id[node] ?? '';
  const left = base.network.part?.more[base.nodeByKey.get(id) ?? -1] ?? 0;
  if (more === null || left === 0) return null;
  const expand = async (): Promise<void> => {
    setState('loading');
    try {
      if ((await expandName(more, base, id)) === 0) setState('done');
      // The page was drawn anew with what was brought in; this button is gone.
      else document.getElementById('panel')?.focus();
    } catch {
      setState('failed');
    }
  };
  return (
    <div className="section part-more">
      <p>{words.part.more(left)}</p>
      <button type="button" className="button" aria-disabled={state === 'loading'} onClick={() => void expand()}>
        {state === 'loading' ? words.part.loading : words.part.expand}
      </button>
      <p role="status" className="quiet">
        {state === 'failed' ? words.part.failed : state === 'done' ? words.part.allNeighbours : ''}
      </p>
    </div>
  );
}
