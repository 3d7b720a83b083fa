/** The ledger: every decision with its line, and the file as a whole. */
import { type DragEvent, useRef, useState } from 'react';
import type { Lapse, LedgerLine } from '../../../curation/decision.ts';
import { printDecision } from '../../../curation/ledger.ts';
import { useCurationState, useExplorer, useWords } from '../context.ts';
import { LongList, Section } from '../parts.tsx';
import { save } from '../save.ts';
import { useSaid } from './said.ts';

/** Decisions, the latest first, and what can be done with them. */
export function LedgerPanel() {
  const { base, curation, curated } = useExplorer();
  const { ledger } = useCurationState();
  const { curation: words, part } = useWords();
  // Of a network that is loaded in part, what is not there may well be in the rest.
  const mayBeElsewhere = (lapse: Lapse): boolean =>
    base.network.part !== undefined && (lapse.kind === 'no-entity' || lapse.kind === 'no-tie');
  const fresh = new Set(ledger.fresh.map(({ line }) => line));
  const lapses = new Map(curated?.outcomes.map(({ line, lapse }) => [line, lapse]));
  const { storage } = curation;
  return (
    <>
      <div className="section">
        <p className="quiet">
          {storage.kind === 'file' ? words.keptInFile(storage.file) : words.keptHere(storage.file)}
        </p>
        <Actions />
        {ledger.fresh.length === 0 ? null : <p className="quiet">{words.fresh(ledger.fresh.length)}</p>}
        {ledger.withdrawn.length === 0 ? null : <p className="quiet">{words.withdrawn(ledger.withdrawn.length)}</p>}
        {ledger.fresh.length + ledger.withdrawn.length > 0 ? <Rebuild /> : null}
      </div>
      {ledger.problems.length === 0 ? null : (
        <div className="section notice" role="alert">
          <p>{words.badLines(ledger.problems.length)}</p>
          {ledger.problems.slice(0, 5).map(({ message }) => (
            <p key={message} className="detail">
              {message}
            </p>
          ))}
        </div>
      )}
      <Section title={words.ledger} note={ledger.lines.length}>
        {ledger.lines.length === 0 ? <p className="quiet">{words.none}</p> : null}
        <LongList
          items={[...ledger.lines].reverse()}
          first={30}
          className="decisions"
          item={(item) => {
            const lapse = fresh.has(item.line) ? lapses.get(item.line) : undefined;
            return (
              <li key={item.line}>
                <Line item={item} />
                <p className="source-line">
                  <span>{words.line(item.line)}</span>
                  {lapse === undefined ? (
                    <span className={fresh.has(item.line) ? 'status' : 'status status-built'}>
                      {fresh.has(item.line) ? words.onPage : words.inNetwork}
                    </span>
                  ) : mayBeElsewhere(lapse) ? (
                    <span className="status">{part.decidedElsewhere}</span>
                  ) : (
                    <span className="status status-denied">
                      {words.lapsed}: {words.lapse(lapse)}
                    </span>
                  )}
                  <button
                    type="button"
                    className="quiet-button"
                    aria-label={words.withdrawLine(item.line)}
                    onClick={() => void curation.withdraw(item.line)}
                  >
                    {words.withdraw}
                  </button>
                </p>
              </li>
            );
          }}
        />
      </Section>
      {ledger.withdrawn.length === 0 ? null : (
        <Section title={words.withdrawnTitle} note={ledger.withdrawn.length}>
          <LongList
            items={ledger.withdrawn}
            first={10}
            className="decisions withdrawn"
            item={(item) => (
              <li key={item.line}>
                <Line item={item} />
              </li>
            )}
          />
        </Section>
      )}
    </>
  );
}

function Line({ item: { decision } }: { readonly item: LedgerLine }) {
  const words = useWords().curation;
  const said = useSaid();
  const { why, by, at } = decision;
  return (
    <>
      <p className="decision">{said(decision)}</p>
      {why === undefined ? null : <p className="decision-why">{why}</p>}
      <details className="raw-line">
        <summary>{[by, at?.slice(0, 10), words.rawLine].filter(Boolean).join(' · ')}</summary>
        <code>{printDecision(decision)}</code>
      </details>
    </>
  );
}

function Actions() {
  const { curation } = useExplorer();
  const { ledger, canUndo, canRedo } = useCurationState();
  const words = useWords().curation;
  const chooser = useRef<HTMLInputElement>(null);
  const [message, setMessage] = useState('');
  const [over, setOver] = useState(false);

  async function takeIn(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const before = curation.state.get().ledger.lines.length;
    const problems = await curation.takeIn(await file.text(), file.name);
    setMessage(words.tookIn(curation.state.get().ledger.lines.length - before, problems.length));
  }
  const drop = {
    onDragOver(event: DragEvent): void {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop(event: DragEvent): void {
      event.preventDefault();
      setOver(false);
      void takeIn(event.dataTransfer.files[0]);
    },
  };
  return (
    <fieldset className="ledger-actions" data-over={over ? '' : undefined} {...drop}>
      <legend className="visually-hidden">{words.ledger}</legend>
      <button type="button" className="button" disabled={!canUndo} onClick={() => void curation.undo()}>
        {words.undo}
      </button>
      <button type="button" className="button" disabled={!canRedo} onClick={() => void curation.redo()}>
        {words.redo}
      </button>
      <button
        type="button"
        className="button"
        disabled={ledger.text === ''}
        onClick={() => save(new Blob([ledger.text], { type: 'application/x-ndjson' }), curation.storage.file)}
      >
        {words.download}
      </button>
      <button type="button" className="button" onClick={() => chooser.current?.click()}>
        {words.takeIn}
      </button>
      <input
        ref={chooser}
        type="file"
        accept=".jsonl,.ndjson,.txt"
        aria-label={words.takeIn}
        hidden
        onChange={(event) => {
          void takeIn(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <p className="quiet" role="status">
        {message === '' ? words.dropHere : message}
      </p>
    </fieldset>
  );
}

function Rebuild() {
  const { curation, source } = useExplorer();
  const words = useWords().curation;
  const [building, setBuilding] = useState(false);
  const [failure, setFailure] = useState('');
  const { rebuild } = curation.storage;
  if (rebuild === undefined) return null;
  return (
    <p className="actions">
      <button
        type="button"
        className="button primary"
        disabled={building}
        onClick={() => {
          setBuilding(true);
          setFailure('');
          rebuild()
            .then(source.renew)
            .catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)))
            .finally(() => setBuilding(false));
        }}
      >
        {building ? words.rebuilding : words.rebuild}
      </button>
      {failure === '' ? null : <span role="alert">{words.rebuildFailed(failure)}</span>}
    </p>
  );
}
