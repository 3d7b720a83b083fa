/** Small parts that every panel uses. */
import { type ReactNode, useEffect, useState } from 'react';
import type { EntityTypeDefinition } from '../../ontology/entity-types.ts';
import { STATUSES, type Status } from '../../ontology/status.ts';
import { entityTypeOf, nameOf } from '../state/dataset.ts';
import { confidenceLevel, formatConfidence } from '../state/format.ts';
import type { Loadable } from '../state/loadables.ts';
import { selectNode } from '../state/view.ts';
import { useExplorer, useShards, useView, useWords } from './context.ts';

const SHAPES = {
  circle: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z',
  square: 'M3 3h10v10H3z',
  diamond: 'M8 1.200 14.800 8 8 14.800 1.200 8z',
  triangle: 'M8 2 14.500 13.500h-13z',
} as const;

/** The sign of an entity type: its shape in its colour. Says nothing to screen readers; the name stands beside it. */
export function TypeIcon({ type }: { readonly type: EntityTypeDefinition }) {
  return (
    <svg className="type-icon" viewBox="0 0 16 16" aria-hidden="true">
      <TypeShape type={type} />
    </svg>
  );
}

/** The sign itself, 16 units wide, to stand within a drawing. */
export function TypeShape({ type }: { readonly type: EntityTypeDefinition }) {
  return <path d={SHAPES[type.shape]} fill={type.color} />;
}

/** A name that opens its node; the node lights up while the pointer is on it. */
export function NodeLink({ node, text }: { readonly node: number; readonly text?: string }) {
  const { dataset, store, hovered } = useExplorer();
  const view = useView();
  const type = entityTypeOf(dataset, node);
  // The name may be gone before the pointer leaves it.
  useEffect(() => () => hovered.update((now) => (now === node ? null : now)), [hovered, node]);
  return (
    <button
      type="button"
      className="node-link"
      title={type[view.language]}
      onPointerEnter={() => hovered.update(() => node)}
      onPointerLeave={() => hovered.update(() => null)}
      onClick={(event) => {
        event.stopPropagation();
        store.update((now) => selectNode(now, node));
      }}
    >
      <TypeIcon type={type} />
      <span>{text ?? nameOf(dataset, node)}</span>
    </button>
  );
}

/** A part of a panel under a heading of its own. */
export function Section(props: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={`section ${props.className ?? ''}`}>
      <h3 className="section-title">
        <span>{props.title}</span>
        {props.note === undefined ? null : <span className="section-note">{props.note}</span>}
      </h3>
      {props.children}
    </section>
  );
}

/** A list that shows its first items, and more of them when asked. */
export function LongList<T>(props: {
  readonly items: readonly T[];
  readonly first: number;
  readonly className?: string;
  readonly item: (item: T, index: number) => ReactNode;
}) {
  const words = useWords();
  const [most, setMost] = useState(props.first);
  const rest = props.items.length - most;
  return (
    <>
      <ul className={`list ${props.className ?? ''}`}>{props.items.slice(0, most).map(props.item)}</ul>
      {rest > 0 ? (
        <button type="button" className="quiet-button" onClick={() => setMost(most + Math.max(props.first, 50))}>
          {words.more(Math.min(rest, Math.max(props.first, 50)))}
        </button>
      ) : null}
    </>
  );
}

/** The status of a tie as a small label; nothing for a plainly stated one. */
export function StatusMark({ status }: { readonly status: Status | null | undefined }) {
  const { language } = useView();
  if (status === null || status === undefined) return null;
  return <span className={`status status-${status}`}>{STATUSES[status][language]}</span>;
}

/** A confidence as word and number. */
export function ConfidenceMark({ confidence }: { readonly confidence: number }) {
  const words = useWords();
  const level = confidenceLevel(confidence);
  return (
    <span className={`confidence confidence-${level}`}>
      {words.confidence[level]} {formatConfidence(confidence)}
    </span>
  );
}

/** Shows what was loaded, a skeleton while it comes, and a button to try again where it failed. */
export function Loaded<T>(props: { readonly from: Loadable<T>; readonly children: (value: T) => ReactNode }) {
  const words = useWords();
  const shards = useShards();
  if (props.from.status === 'ready') return props.children(props.from.value);
  if (props.from.status === 'loading') {
    return (
      <div className="skeleton" role="status">
        <span className="visually-hidden">{words.states.loadingEvidence}</span>
        <span className="bone" />
        <span className="bone" />
        <span className="bone short" />
      </div>
    );
  }
  return (
    <div className="notice" role="alert">
      <p>{words.states.evidenceFailed}</p>
      <p className="detail">{props.from.error.message}</p>
      <button type="button" className="button" onClick={() => shards.retry()}>
        {words.retry}
      </button>
    </div>
  );
}

const GLYPHS = {
  close: 'M4 4l8 8M12 4l-8 8',
  search: 'M7 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9zM10.500 10.500 14 14',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M2.500 6V2.500H6M10 2.500h3.500V6M13.500 10v3.500H10M6 13.500H2.500V10',
  filter: 'M2 4h12M4.500 8h7M6.500 12h3',
  graph:
    'M4 3a1.500 1.500 0 1 0 0 3 1.500 1.500 0 0 0 0-3zM12 5a1.500 1.500 0 1 0 0 3 1.500 1.500 0 0 0 0-3zM6.500 10.500a1.500 1.500 0 1 0 0 3 1.500 1.500 0 0 0 0-3zM5.500 4.800l5 1.300M4.500 6l1.500 4.500M7.700 10.900l3.200-3.200',
  meetings:
    'M5.500 7.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM11 8a1.700 1.700 0 1 0 0-3.400M2 13c.3-2.500 1.600-3.600 3.500-3.600S8.700 10.500 9 13M11 9.800c1.600 0 2.700 1 3 3.200',
  investors: 'M2 4h4v3H2zM2 10h4v3H2zM10 7h4v3h-4zM6 5.500h2v6H6M8 8.500h2',
  table: 'M2.500 3.500h11v9h-11zM2.500 6.500h11M6.500 6.500v6',
  views: 'M4 2.500h8v11l-4-3-4 3z',
  play: 'M5 3.500v9l7.500-4.500z',
  pause: 'M5.500 3.500v9M10.500 3.500v9',
  copy: 'M5.500 5.500h7v8h-7zM3.500 10.500v-8h7',
  export: 'M8 2v8M5 7l3 3 3-3M3 13.500h10',
  theme: 'M8 2.500a5.500 5.500 0 1 0 0 11zM8 2.500a5.500 5.500 0 0 1 0 11',
  help: 'M5.800 6a2.200 2.200 0 1 1 3.300 1.900c-.8.5-1.100.9-1.100 1.800M8 12.200v.3',
  map: 'M2.500 3.500h11v9h-11zM8 8h3.500v2.500H8z',
  path: 'M3.500 12.500 6.500 6l4 3.500 2.500-6M3.500 12.500h0M13 3.500h0',
  swap: 'M5 3v10M2.500 10.500 5 13l2.500-2.500M11 13V3M8.500 5.500 11 3l2.500 2.500',
  back: 'M10 3 5 8l5 5',
  curate: 'M3 13l.6-2.800L10.500 3.300l2.200 2.200-6.900 6.900zM9 13.500h4.500',
  target: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1.500V4M8 12v2.500M1.500 8H4M12 8h2.500',
} as const;

/** A line drawing for a button; the button itself carries the words. */
export function Glyph({ name }: { readonly name: keyof typeof GLYPHS }) {
  return (
    <svg className="glyph" viewBox="0 0 16 16" aria-hidden="true">
      <path d={GLYPHS[name]} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  );
}
