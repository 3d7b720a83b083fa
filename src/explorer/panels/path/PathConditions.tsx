/** What a path may rest on. */
import { entityCounts } from '../../state/counts.ts';
import { changePath, type PathQuestion, toggled } from '../../state/view.ts';
import { useExplorer, useScene, useView, useWords } from '../context.ts';

/** The conditions of a question for paths, folded away while they are as usual. */
export function PathConditions({ question }: { readonly question: PathQuestion }) {
  const { dataset, store } = useExplorer();
  const { language } = useView();
  const { filtered } = useScene();
  const words = useWords();
  const { without, minDocuments, inOrder, alone } = question;
  const usual = without.size === 0 && minDocuments === 1 && !inOrder;
  const most = Math.max(2, Math.min(10, entityCounts(dataset).mostDocuments));
  return (
    <div className="path-conditions">
      <label className="switch">
        <input
          type="checkbox"
          checked={alone}
          onChange={() => store.update((view) => changePath(view, { alone: !alone, chosen: question.chosen }))}
        />
        <span className="switch-label">{words.pathOptions.alone}</span>
      </label>
      <details open={!usual || undefined}>
        <summary>{words.pathOptions.title}</summary>
        <label className="switch">
          <input
            type="checkbox"
            checked={inOrder}
            onChange={() => store.update((view) => changePath(view, { inOrder: !inOrder }))}
          />
          <span className="switch-label">{words.pathOptions.inOrder}</span>
        </label>
        {inOrder && filtered.undatedCount > 0 ? (
          <p className="quiet">{words.pathOptions.inOrderNote(filtered.undatedCount)}</p>
        ) : null}
        <label className="slider">
          <span>{words.pathOptions.minDocuments}</span>
          <output>{minDocuments}</output>
          <input
            type="range"
            min={1}
            max={most}
            value={minDocuments}
            onChange={(event) => {
              const value = Number(event.target.value);
              store.update((view) => changePath(view, { minDocuments: value }));
            }}
          />
        </label>
        <fieldset className="kinds">
          <legend className="field-label">{words.pathOptions.kinds}</legend>
          {dataset.network.relationTypes.map((type, i) =>
            (filtered.relationTypeCounts[i] ?? 0) === 0 ? null : (
              <label key={type.id} className="kind">
                <input
                  type="checkbox"
                  checked={!without.has(type.id)}
                  onChange={() => store.update((view) => changePath(view, { without: toggled(without, type.id) }))}
                />
                {type[language]}
              </label>
            ),
          )}
        </fieldset>
      </details>
    </div>
  );
}
