/** The frame of all forms that end in a decision. */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../context.ts';

interface FormProps {
  readonly title: string;
  readonly submit: string;
  /** What is missing so far: the form cannot be sent. */
  readonly incomplete?: boolean;
  /** A form that removes something. */
  readonly grave?: boolean;
  readonly onSubmit: (why: string) => void;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}

/** A form with a title, its fields, a reason, and buttons; Escape cancels. The focus begins in its first field. */
export function Form(props: FormProps) {
  const words = useWords().curation;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [why, setWhy] = useState('');
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input, select, textarea');
    first?.focus({ preventScroll: true });
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <form
      ref={form}
      className="curation-form"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        if (props.incomplete !== true) props.onSubmit(why);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        props.onCancel();
      }}
    >
      <h3 id={`${id}-title`}>{props.title}</h3>
      {props.children}
      <label className="field">
        <span className="field-label">{words.why}</span>
        <input
          type="text"
          className="text-input"
          maxLength={2000}
          value={why}
          placeholder={words.whyPlaceholder}
          onChange={(event) => setWhy(event.target.value)}
        />
      </label>
      <p className="actions">
        <button
          type="submit"
          className={`button ${props.grave ? 'grave' : 'primary'}`}
          disabled={props.incomplete === true}
        >
          {props.submit}
        </button>
        <button type="button" className="button" onClick={props.onCancel}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}
