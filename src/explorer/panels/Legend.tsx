/** What colours and shapes mean. */
import { useExplorer, useScene, useView, useWords } from './context.ts';
import { TypeIcon } from './parts.tsx';

/** The legend of the drawing, with the choice of what colours stand for. */
export function Legend() {
  const { dataset, store } = useExplorer();
  const { language, colorBy, filters } = useView();
  const words = useWords();
  const { filtered } = useScene();
  return (
    <div className="legend">
      <ul aria-label={words.stage.legend}>
        {dataset.network.entityTypes.map((type, i) =>
          (filtered.entityTypeCounts[i] ?? 0) === 0 || filters.hiddenEntityTypes.has(type.id) ? null : (
            <li key={type.id}>
              <TypeIcon type={colorBy === 'type' ? type : { ...type, color: 'currentColor' }} />
              {type[language]}
            </li>
          ),
        )}
      </ul>
      <button
        type="button"
        className="quiet-button"
        aria-pressed={colorBy === 'community'}
        onClick={() => store.update((view) => ({ ...view, colorBy: view.colorBy === 'type' ? 'community' : 'type' }))}
      >
        {colorBy === 'type' ? words.stage.byType : words.stage.byCommunity}
      </button>
    </div>
  );
}
