/** The review queue: one question at a time, answered by keyboard or pointer. */
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { answerOf, answersOf, joinedName, type ReviewItem, reviewItems } from '../../state/curation/review.ts';
import { type Dataset, endsOf, nameOf, relationTypeOf } from '../../state/dataset.ts';
import type { Lit } from '../../state/scene.ts';
import { useCurationState, useExplorer, useShards, useView, useWords } from '../context.ts';
import { QuestionsElsewhere } from '../part/QuestionsElsewhere.tsx';
import { Loaded } from '../parts.tsx';
import { useBasis } from './basis.ts';
import { useDecide } from './decide.ts';
import { MergeForm } from './MergeForm.tsx';
import { Question } from './Question.tsx';

/** The queue, once its questions have arrived. */
export function ReviewPanel() {
  const { review, base } = useExplorer();
  useEffect(() => review.load(), [review]);
  const state = useSyncExternalStore(review.state.subscribe, review.state.get);
  const words = useWords().curation;
  return (
    <Loaded from={state}>
      {(queue) => {
        const items = reviewItems(base, queue);
        return (
          <>
            {items.length === 0 ? <p className="section quiet">{words.queueEmpty}</p> : <Queue items={items} />}
            <QuestionsElsewhere queue={queue} />
            {items.length === 0 || queue.left === 0 ? null : (
              <p className="section quiet">{words.queueLeft(queue.left)}</p>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function Queue({ items }: { readonly items: readonly ReviewItem[] }) {
  const { base, curation } = useExplorer();
  const { ledger } = useCurationState();
  const words = useWords().curation;
  const decide = useDecide();
  const shards = useShards();
  const basis = useBasis();
  const answers = useMemo(() => items.map((item) => answerOf(base, item, ledger.lines)), [base, items, ledger.lines]);
  const [at, setAt] = useState(() => Math.max(0, answers.indexOf(null)));
  const [merging, setMerging] = useState(false);
  const item = items[at];
  const open = answers.filter((answer) => answer === null).length;
  useLight(item === undefined ? null : basis.litOf(item));

  function go(to: number): void {
    setMerging(false);
    setAt((to + items.length) % items.length);
  }

  function answer(yes: boolean): void {
    if (item === undefined || answers[at] !== null) return;
    const verdict = item.kind === 'tie' ? basis.tieAnswers(item.edge) : answersOf(base, item);
    if (verdict === undefined) return;
    void decide(yes ? verdict.yes : verdict.no);
    // The next open question; this very one is answered by then.
    const later = [...items.keys()].map((_, step) => (at + 1 + step) % items.length);
    go(later.find((index) => index !== at && answers[index] === null) ?? at);
  }

  const act = {
    j: () => go(at + 1),
    k: () => go(at - 1),
    y: () => answer(true),
    n: () => answer(false),
    m: () => setMerging(true),
    u: () => void curation.undo(),
  };
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const { target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (document.querySelector('dialog[open]') !== null) return;
      if (target instanceof HTMLElement && target.closest('input:not([type="checkbox"]), select, textarea') !== null)
        return;
      const key = event.key.toLowerCase();
      if (!Object.hasOwn(latest.current, key)) return;
      event.preventDefault();
      latest.current[key as keyof typeof act]();
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);

  if (item === undefined) return null;
  const mergeNode = merging ? basis.mergeNode(item) : undefined;
  const mergeDetail = mergeNode === undefined ? undefined : shards.detail(mergeNode);
  return (
    <>
      <section className="section question" aria-label={words.queueProgress(at + 1, items.length)}>
        <p className="kicker" role="status">
          {words.queueProgress(at + 1, items.length)} · {words.queueOpen(open)}
        </p>
        <Question item={item} />
        {answers[at] === null ? null : (
          <p className="answered">{answers[at] === 'yes' ? words.answeredYes : words.answeredNo}</p>
        )}
        <p className="actions answers">
          <button
            type="button"
            className="button primary"
            disabled={answers[at] !== null}
            onClick={act.y}
            aria-keyshortcuts="Y"
          >
            {words.yes} <kbd>Y</kbd>
          </button>
          <button
            type="button"
            className="button"
            disabled={answers[at] !== null}
            onClick={act.n}
            aria-keyshortcuts="N"
          >
            {words.no} <kbd>N</kbd>
          </button>
          <button type="button" className="button" onClick={act.m} aria-keyshortcuts="M" aria-expanded={merging}>
            {words.mergeOther} <kbd>M</kbd>
          </button>
          <button type="button" className="button" onClick={act.k} aria-keyshortcuts="K">
            {words.previous} <kbd>K</kbd>
          </button>
          <button type="button" className="button" onClick={act.j} aria-keyshortcuts="J">
            {words.next} <kbd>J</kbd>
          </button>
        </p>
        {mergeNode === undefined || mergeDetail === undefined ? null : (
          <Loaded from={mergeDetail}>
            {(detail) => (
              <MergeForm
                node={mergeNode}
                detail={detail}
                entity={basis.refOf(mergeNode, detail)}
                onCancel={() => setMerging(false)}
                onDecide={(verdict, why) => {
                  setMerging(false);
                  void decide(verdict, why);
                }}
              />
            )}
          </Loaded>
        )}
      </section>
      <nav className="section" aria-label={words.queueList}>
        <ol className="list queue">
          {items.map((each, index) => (
            <li key={each.key}>
              <button
                type="button"
                className="row"
                aria-current={index === at ? 'step' : undefined}
                data-answer={answers[index] ?? undefined}
                onClick={() => go(index)}
              >
                <span className="row-name">
                  <Short base={base} item={each} />
                </span>
                {answers[index] === null ? null : (
                  <span className="facts quiet">{answers[index] === 'yes' ? words.yes : words.no}</span>
                )}
              </button>
            </li>
          ))}
        </ol>
      </nav>
    </>
  );
}

/** Lights in the drawing what a question is about, and brings it into view. */
function useLight(lit: Lit | null): void {
  const { pointed } = useExplorer();
  const latest = useRef(lit);
  latest.current = lit;
  const key = lit === null ? '' : [...(lit.nodes ?? []), '', ...(lit.edges ?? [])].join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is lit.
  useEffect(() => {
    pointed.update(() => latest.current);
    return () => pointed.update(() => null);
  }, [pointed, key]);
}

/** A question in a few words. */
function Short({ base, item }: { readonly base: Dataset; readonly item: ReviewItem }) {
  const { language } = useView();
  const words = useWords().curation;
  if (item.kind === 'pair') return words.askPair(nameOf(base, item.one));
  if (item.kind === 'merge') return words.askMerge(joinedName(base, item.node, item.merge), nameOf(base, item.node));
  const { source, target } = endsOf(base, item.edge);
  return `${nameOf(base, source)} ${relationTypeOf(base, item.edge)[language]} ${nameOf(base, target)}`;
}
