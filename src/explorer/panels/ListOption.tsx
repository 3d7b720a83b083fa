/** An option of a list below a field that keeps the focus. */
import type { ReactNode } from 'react';

/** What an option is told. */
export interface ListOptionProps {
  /** Id by which the field points at the active option. */
  readonly id: string;
  readonly active: boolean;
  /** The pointer is on it. */
  readonly onPoint: () => void;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

/** One option; pressing it leaves the focus where it is. */
export function ListOption({ id, active, onPoint, onChoose, children }: ListOptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and hears the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: the field points at the active option.
    <div
      id={id}
      role="option"
      aria-selected={active}
      className="option"
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={onPoint}
      onClick={onChoose}
    >
      {children}
    </div>
  );
}
