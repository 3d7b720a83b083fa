/** What is left out, switch by switch, each with what it would show. */
import { entityCounts } from '../state/counts.ts';
import { formatCount } from '../state/format.ts';
import { changeFilters, defaultFilters, isDefaultFilters, toggled } from '../state/view.ts';
import { useExplorer, useScene, useView, useWords } from './context.ts';
import { DateFilter } from './DateFilter.tsx';
import { Section, TypeIcon } from './parts.tsx';

/** All filters. */
export function Filters() {
  const { dataset, store } = useExplorer();
  const { filters, language } = useView();
  const { filtered } = useScene();
  const words = useWords();
  const { network } = dataset;
  const all = entityCounts(dataset);
  const hiddenNodes = dataset.nodeCount - filtered.nodeTotal;
  const hiddenEdges = dataset.edgeCount - filtered.edgeTotal;
  const weakHidden = all.weak.filter((edge) => filtered.visibleEdges[edge] === 0).length;
  return (
    <div className="filters">
      <div className="filters-head">
        <h2 className="filters-title">{words.filters.title}</h2>
        <button
          type="button"
          className="quiet-button"
          disabled={isDefaultFilters(dataset, filters)}
          onClick={() => store.update((view) => ({ ...view, filters: defaultFilters(dataset) }))}
        >
          {words.filters.reset}
        </button>
      </div>
      <p className="hidden-note" role="status">
        {hiddenNodes + hiddenEdges === 0 ? words.filters.nothingHidden : words.filters.hidden(hiddenNodes, hiddenEdges)}
        {weakHidden > 0 ? <span className="quiet"> {words.filters.weakNote(weakHidden)}</span> : null}
      </p>

      <Section title={words.filters.entityTypes}>
        <ul className="list switches">
          {network.entityTypes.map((type, i) =>
            (all.byEntityType[i] ?? 0) === 0 ? null : (
              <li key={type.id}>
                <label className="switch">
                  <input
                    type="checkbox"
                    checked={!filters.hiddenEntityTypes.has(type.id)}
                    onChange={() =>
                      store.update((view) =>
                        changeFilters(view, { hiddenEntityTypes: toggled(view.filters.hiddenEntityTypes, type.id) }),
                      )
                    }
                  />
                  <TypeIcon type={type} />
                  <span className="switch-label">{type[language]}</span>
                  <span className="count">{formatCount(filtered.entityTypeCounts[i] ?? 0)}</span>
                </label>
              </li>
            ),
          )}
        </ul>
      </Section>

      <Section title={words.filters.relationTypes}>
        <ul className="list switches">
          {network.relationTypes.map((type, i) =>
            (all.byRelationType[i] ?? 0) === 0 ? null : (
              <li key={type.id}>
                <label className="switch">
                  <input
                    type="checkbox"
                    checked={!filters.hiddenRelationTypes.has(type.id)}
                    onChange={() =>
                      store.update((view) =>
                        changeFilters(view, {
                          hiddenRelationTypes: toggled(view.filters.hiddenRelationTypes, type.id),
                        }),
                      )
                    }
                  />
                  <svg className="line-icon" viewBox="0 0 16 4" aria-hidden="true">
                    <path
                      d="M0 2h16"
                      stroke={type.color}
                      strokeWidth="3"
                      strokeDasharray={type.weak ? '2 2' : undefined}
                    />
                  </svg>
                  <span className="switch-label">{type[language]}</span>
                  <span className="count">{formatCount(filtered.relationTypeCounts[i] ?? 0)}</span>
                </label>
                <button
                  type="button"
                  className="quiet-button only"
                  aria-label={words.filters.onlyThis(type[language])}
                  onClick={() =>
                    store.update((view) =>
                      changeFilters(view, {
                        hiddenRelationTypes: new Set(
                          network.relationTypes.map(({ id }) => id).filter((id) => id !== type.id),
                        ),
                      }),
                    )
                  }
                >
                  {words.filters.only}
                </button>
              </li>
            ),
          )}
        </ul>
      </Section>

      <DateFilter />

      <Section title={words.filters.strength}>
        <label className="slider">
          <span>{words.filters.minDocuments}</span>
          <output>{filters.minDocuments}</output>
          <input
            type="range"
            min={1}
            max={Math.max(2, Math.min(10, all.mostDocuments))}
            value={filters.minDocuments}
            onChange={(event) => {
              const minDocuments = Number(event.target.value);
              store.update((view) => changeFilters(view, { minDocuments }));
            }}
          />
        </label>
        <label className="slider">
          <span>{words.filters.minConfidence}</span>
          <output>{Math.round(filters.minConfidence * 100)}%</output>
          <input
            type="range"
            min={0}
            max={95}
            step={5}
            value={Math.round(filters.minConfidence * 100)}
            onChange={(event) => {
              const minConfidence = Number(event.target.value) / 100;
              store.update((view) => changeFilters(view, { minConfidence }));
            }}
          />
        </label>
        <label className="switch">
          <input
            type="checkbox"
            checked={filters.unconnected}
            onChange={() => store.update((view) => changeFilters(view, { unconnected: !view.filters.unconnected }))}
          />
          <span className="switch-label">{words.filters.unconnected(filtered.unconnectedCount)}</span>
        </label>
      </Section>
    </div>
  );
}
