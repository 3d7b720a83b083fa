/** How to use the page. */
import { STATUSES } from '../../ontology/status.ts';
import type { Command } from './commands.ts';
import { useView, useWords } from './context.ts';
import { Dialog } from './Dialog.tsx';

const DASHES = { solid: undefined, dashed: '6 4', dotted: '1.500 4' } as const;

/** The help sheet. */
export function Help(props: { readonly commands: readonly Command[]; readonly onClose: () => void }) {
  const { language } = useView();
  const words = useWords();
  const ofCommands = props.commands.flatMap(({ key, label }) =>
    key === undefined ? [] : [[key.toUpperCase(), label] as const],
  );
  return (
    <Dialog title={words.help.title} onClose={props.onClose}>
      <p>{words.help.intro}</p>
      <ol className="steps">
        {words.help.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <ul className="line-styles">
        {Object.values(STATUSES).map((status) => (
          <li key={status.id}>
            <svg viewBox="0 0 32 6" aria-hidden="true">
              <path
                d="M1 3h30"
                stroke="currentColor"
                strokeWidth="2"
                strokeLinecap="round"
                strokeDasharray={DASHES[status.line]}
              />
            </svg>
            {status[language]}
          </li>
        ))}
      </ul>
      <p className="quiet">{words.help.confidence}</p>
      <h3>{words.help.keysTitle}</h3>
      <dl className="keys">
        {[...words.help.keys, ...ofCommands].map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
