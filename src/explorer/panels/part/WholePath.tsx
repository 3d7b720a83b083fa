/** Looks for paths in the whole of a network that the page has a part of, and loads the names on them. */
import { useEffect, useState } from 'react';
import type { PathQuestion } from '../../state/view.ts';
import { useExplorer, useView, useWords } from '../context.ts';

/** How far the search is, in words; nothing where the page has all of the network. */
export function WholePath({ question }: { readonly question: PathQuestion }) {
  const { dataset, base, source } = useExplorer();
  const { filters } = useView();
  const words = useWords();
  const [state, setState] = useState<'asking' | 'asked' | 'capped' | 'failed'>('asking');
  const { more } = source;
  const { nodes } = dataset.network;
  const idOf = (node: number | null): string => (node === null ? '' : (nodes.id[node] ?? ''));
  const from = idOf(question.from);
  const to = idOf(question.to);
  const { without, minDocuments, inOrder } = question;
  useEffect(() => {
    if (more === null || from === '' || to === '' || from === to) return;
    let alive = true;
    setState('asking');
    const look = async (): Promise<void> => {
      const { paths, capped } = await more.questions.paths({
        from,
        to,
        filters,
        conditions: { without, minDocuments, inOrder },
      });
      if (!alive) return;
      // Among the names as they were loaded: one that a decision merged away would be loaded again and again.
      const fresh = [...new Set(paths.flat())].filter((id) => !base.nodeByKey.has(id));
      if (fresh.length > 0) await more.bring(fresh, (_, view) => view);
      else setState(capped ? 'capped' : 'asked');
    };
    look().catch(() => alive && setState('failed'));
    return () => {
      alive = false;
    };
  }, [more, base, from, to, filters, without, minDocuments, inOrder]);
  if (more === null || from === '' || to === '' || from === to) return null;
  return (
    <p className="section quiet whole-path" role="status">
      {
        {
          asking: words.part.pathAsking,
          asked: words.part.pathAsked,
          capped: words.part.pathCapped,
          failed: words.part.failed,
        }[state]
      }
    </p>
  );
}
