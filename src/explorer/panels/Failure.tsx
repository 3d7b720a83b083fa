/** The page while there is no network to show: reading, missing, damaged, of another version, or empty. */
import { dictionaryOf } from '../state/language/language.ts';
import type { LoadError } from '../state/load.ts';
import type { Language } from '../state/view.ts';

/** The page while `network.json` is read: the shape of what will stand there. */
export function Loading({ language }: { readonly language: Language }) {
  const words = dictionaryOf(language);
  return (
    <main className="full-state" aria-busy="true">
      <span className="seal large" aria-hidden="true">
        关系
      </span>
      <p role="status">{words.states.loading}</p>
      <div className="skeleton wide" aria-hidden="true">
        <span className="bone" />
        <span className="bone" />
        <span className="bone short" />
      </div>
    </main>
  );
}

/** The page when the network could not be read. */
export function LoadFailed(props: {
  readonly error: LoadError;
  readonly language: Language;
  readonly onRetry: () => void;
}) {
  const words = dictionaryOf(props.language);
  const { states } = words;
  const fromDisk = location.protocol === 'file:';
  const [title, text] = fromDisk
    ? [states.fileTitle, states.file]
    : {
        missing: [states.missingTitle, states.missing],
        unreachable: [states.unreachableTitle, states.unreachable],
        damaged: [states.damagedTitle, states.damaged],
        'wrong-format': [states.formatTitle, states.format],
      }[props.error.failure];
  return (
    <main className="full-state">
      <span className="seal large" aria-hidden="true">
        关系
      </span>
      <div role="alert">
        <h1>{title}</h1>
        <p>{text}</p>
      </div>
      <button type="button" className="button primary" onClick={props.onRetry}>
        {words.retry}
      </button>
      <details>
        <summary>{states.detail}</summary>
        <code>
          {props.error.address}: {props.error.detail}
        </code>
      </details>
    </main>
  );
}

/** The page of a network without names. */
export function Empty({ documents, language }: { readonly documents: number; readonly language: Language }) {
  const { states } = dictionaryOf(language);
  return (
    <main className="full-state">
      <span className="seal large" aria-hidden="true">
        关系
      </span>
      <h1>{documents === 0 ? states.emptyTitle : states.noEntitiesTitle}</h1>
      <p>{documents === 0 ? states.empty : states.noEntities}</p>
    </main>
  );
}
