/** Why no path leads from one name to the other. */
import { documentOf, originalOf } from '../../state/dataset.ts';
import { formatDate } from '../../state/format.ts';
import { allOf } from '../../state/loadables.ts';
import type { PathAnswer } from '../../state/scene.ts';
import {
  changeFilters,
  changePath,
  defaultFilters,
  OPEN_PATH,
  openReading,
  type PathQuestion,
} from '../../state/view.ts';
import { useExplorer, useShards, useView, useWords } from '../context.ts';
import { Loaded, LongList } from '../parts.tsx';

type NoAnswer = Extract<PathAnswer, { kind: 'conditions' | 'filtered' | 'weak' | 'none' }>;

/** The reason, and what to do about it where something can be done. */
export function NoPath({ answer, question }: { readonly answer: NoAnswer; readonly question: PathQuestion }) {
  const { dataset, store } = useExplorer();
  const words = useWords();
  if (answer.kind === 'none') return <Apart from={question.from ?? 0} to={question.to ?? 0} />;
  const { text, button, act } = {
    conditions: {
      text: words.pathOptions.conditions,
      button: words.pathOptions.relax,
      act: () =>
        store.update((view) => changePath(view, { without: OPEN_PATH.without, minDocuments: 1, inOrder: false })),
    },
    filtered: {
      text: words.path.noneFiltered(answer.hops),
      button: words.path.resetFilters,
      act: () => store.update((view) => ({ ...view, filters: defaultFilters(dataset) })),
    },
    weak: {
      text: words.path.noneWeak,
      button: words.path.showWeak,
      act: () => store.update((view) => changeFilters(view, { hiddenRelationTypes: new Set() })),
    },
  }[answer.kind];
  return (
    <div className="section notice" role="status">
      <p>{text}</p>
      <button type="button" className="button" onClick={act}>
        {button}
      </button>
    </div>
  );
}

/** Nothing ties the two; do articles at least name both? */
function Apart({ from, to }: { readonly from: number; readonly to: number }) {
  const { dataset, store } = useExplorer();
  const { language } = useView();
  const shards = useShards();
  const words = useWords();
  return (
    <div className="section notice" role="status">
      <p>{words.path.none}</p>
      <Loaded from={allOf([shards.detail(from), shards.detail(to)])}>
        {([one, other]) => {
          const naming = new Set(other?.mentions.map(([document]) => originalOf(dataset, document)));
          const shared = new Map(
            one?.mentions.flatMap(([document, start, end]) =>
              naming.has(document) ? [[document, { document, start, end, edge: null }] as const] : [],
            ),
          );
          if (shared.size === 0) return <p>{words.pathOptions.neverTogether}</p>;
          return (
            <>
              <p>{words.pathOptions.together(shared.size)}</p>
              <LongList
                items={[...shared.values()]}
                first={5}
                item={(reading) => {
                  const { title, id, date } = documentOf(dataset, reading.document);
                  return (
                    <li key={reading.document}>
                      <button
                        type="button"
                        className="row"
                        onClick={() => store.update((view) => openReading(view, reading))}
                      >
                        <span className="row-name">{title ?? id}</span>
                        <span className="facts quiet">
                          {date === null ? words.node.unknownDate : formatDate(date, language)}
                        </span>
                      </button>
                    </li>
                  );
                }}
              />
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
