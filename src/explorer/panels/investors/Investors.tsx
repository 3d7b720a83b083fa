/** Who owns, funds and builds what, up- and downstream of one company. */
import { useMemo } from 'react';
import { nameOf } from '../../state/dataset.ts';
import { toDealCsv } from '../../state/deal-csv.ts';
import { formatAmount } from '../../state/format.ts';
import { type MoneyFlow, moneyNodes, type Standing, totalsOf, traceMoney } from '../../state/investors.ts';
import { allOf } from '../../state/loadables.ts';
import { askInvestors, MOST_STEPS } from '../../state/view.ts';
import { Choice } from '../Choice.tsx';
import { Combobox } from '../Combobox.tsx';
import { useExplorer, useScene, useShards, useView, useWords } from '../context.ts';
import { Glyph } from '../parts.tsx';
import { save } from '../save.ts';
import { DealTable } from './DealTable.tsx';
import { FlowDiagram } from './FlowDiagram.tsx';
import '../../styles/workspace.css';
import './investors.css';

const STEPS = Array.from({ length: MOST_STEPS }, (_, i) => i + 1);

/** The workspace of money ties. */
export default function Investors() {
  const { dataset, store } = useExplorer();
  const { investors } = useView();
  const { filtered } = useScene();
  const words = useWords();
  const { company, direction, hops, as } = investors;
  const usual = useMemo(() => moneyNodes(dataset, (edge) => filtered.visibleEdges[edge] === 1)[0], [dataset, filtered]);
  const start = company ?? usual;
  const flow = useMemo(
    () =>
      start === undefined
        ? null
        : traceMoney(
            dataset,
            start,
            { up: direction !== 'down', down: direction !== 'up', hops },
            (edge) => filtered.visibleEdges[edge] === 1,
          ),
    [dataset, filtered, start, direction, hops],
  );
  return (
    <section className="workspace-page investors" aria-label={words.investors.title}>
      <header className="workspace-bar">
        <Combobox
          label={words.investors.company}
          labelled
          placeholder={words.search.shortPlaceholder}
          value={start ?? null}
          onChoose={(node) => store.update((view) => askInvestors(view, { company: node }))}
          onBring={(view, company) => askInvestors(view, { company })}
        />
        <Choice
          label={words.investors.direction}
          value={direction}
          options={{ up: words.investors.up, both: words.investors.both, down: words.investors.down }}
          onChoose={(value) => store.update((view) => askInvestors(view, { direction: value }))}
        />
        <label className="stepper">
          <span className="field-label">{words.investors.hops}</span>
          <select
            value={hops}
            onChange={(event) => {
              const value = Number(event.target.value);
              store.update((view) => askInvestors(view, { hops: value }));
            }}
          >
            {STEPS.map((steps) => (
              <option key={steps} value={steps}>
                {steps}
              </option>
            ))}
          </select>
        </label>
        <Choice
          label={words.investors.as}
          value={as}
          options={{ flow: words.investors.flow, table: words.investors.asTable }}
          onChoose={(value) => store.update((view) => askInvestors(view, { as: value }))}
        />
      </header>
      {start === undefined || flow === null ? (
        <p className="workspace-empty">{words.investors.noneAtAll}</p>
      ) : flow.ties.length === 0 ? (
        <p className="workspace-empty">{words.investors.none(nameOf(dataset, start))}</p>
      ) : (
        <>
          <div className="workspace-body">
            {as === 'flow' ? <FlowDiagram flow={flow} start={start} /> : <DealTable ties={flow.ties} />}
          </div>
          <TotalsLine flow={flow} />
        </>
      )}
    </section>
  );
}

function CsvButton({ flow }: { readonly flow: MoneyFlow }) {
  const { dataset } = useExplorer();
  const shards = useShards();
  const words = useWords();
  const evidence = allOf(flow.ties.map(({ edge }) => shards.evidence(edge)));
  return (
    <button
      type="button"
      className="quiet-button"
      disabled={evidence.status !== 'ready' || flow.ties.length === 0}
      onClick={() => {
        if (evidence.status !== 'ready') return;
        const chunks = [...toDealCsv(dataset, flow.ties, evidence.value)];
        save(new Blob(chunks, { type: 'text/csv;charset=utf-8' }), `${words.investors.fileName}.csv`);
      }}
    >
      <Glyph name="export" />
      {words.investors.csv}
    </button>
  );
}

const ORDER: readonly Standing[] = ['settled', 'planned', 'rumoured', 'ended'];

function TotalsLine({ flow }: { readonly flow: MoneyFlow }) {
  const { dataset } = useExplorer();
  const { language } = useView();
  const words = useWords();
  const totals = useMemo(
    () =>
      totalsOf(
        dataset,
        flow.ties.map(({ edge }) => edge),
      ),
    [dataset, flow],
  );
  const left = words.investors.left(totals.withoutAmount, totals.denied);
  return (
    <footer className="totals" title={words.investors.totalsNote}>
      <p>
        <strong>{words.investors.totals}</strong>
        {totals.currencies.map(({ currency, sums, deals, joint }) => (
          <span key={currency} className="total">
            {ORDER.flatMap((standing) => {
              const sum = sums[standing];
              return sum === undefined
                ? []
                : [
                    <span key={standing} className={`standing-${standing}`}>
                      {words.investors.standing[standing]}{' '}
                      <span className="figure">{formatAmount(sum, currency, language)}</span>
                    </span>,
                  ];
            })}
            <span className="quiet">{words.investors.deals(deals, joint)}</span>
          </span>
        ))}
        {left === '' ? null : <span className="quiet">{left}</span>}
      </p>
      <p className="quiet">
        {words.investors.shown(flow.levels.size, flow.ties.length)}
        {flow.further > 0 ? ` · ${words.investors.further(flow.further)}` : ''}
      </p>
      <CsvButton flow={flow} />
    </footer>
  );
}
