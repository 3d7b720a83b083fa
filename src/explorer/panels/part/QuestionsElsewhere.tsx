/** Doubtful merges of names that are not loaded. */
import { useState } from 'react';
import type { ReviewQueue } from '../../../outputs/explorer-data.ts';
import { useExplorer, useWords } from '../context.ts';

/** Names that are loaded at a time. */
const AT_ONCE = 50;

/** Says how many questions are about names that are not loaded, with a button to load them; nothing where all are. */
export function QuestionsElsewhere({ queue }: { readonly queue: ReviewQueue }) {
  const { base, source } = useExplorer();
  const words = useWords();
  const [state, setState] = useState<'rest' | 'loading' | 'failed'>('rest');
  const { more } = source;
  if (more === null) return null;
  const isElsewhere = (id: string): boolean => !base.nodeByKey.has(id);
  const questions = [
    ...queue.merges.map(({ entity }) => [entity]),
    ...queue.pairs.map(({ one, other }) => [one, other]),
  ].filter((names) => names.some(isElsewhere));
  if (questions.length === 0) return null;
  const bring = (): void => {
    setState('loading');
    const names = [...new Set(questions.flat())].filter(isElsewhere).slice(0, AT_ONCE);
    more.bring(names, (_, view) => view).catch(() => setState('failed'));
  };
  return (
    <div className="section part-more">
      <p>{words.part.questions(questions.length)}</p>
      <button type="button" className="button" aria-disabled={state === 'loading'} onClick={bring}>
        {state === 'loading' ? words.part.loading : words.part.loadQuestions}
      </button>
      <p role="status" className="quiet">
        {state === 'failed' ? words.part.failed : ''}
      </p>
    </div>
  );
}
