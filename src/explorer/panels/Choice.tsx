/** One of a few, side by side. */

/** Buttons of which one is pressed, under their common label. */
export function Choice<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly options: Readonly<Record<T, string>>;
  readonly onChoose: (value: T) => void;
}) {
  const ids = Object.keys(props.options) as T[];
  return (
    <fieldset className="one-of">
      <legend className="field-label">{props.label}</legend>
      <span className="segmented">
        {ids.map((id) => (
          <button key={id} type="button" aria-pressed={props.value === id} onClick={() => props.onChoose(id)}>
            {props.options[id]}
          </button>
        ))}
      </span>
    </fieldset>
  );
}
