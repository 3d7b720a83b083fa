/** Colours of the canvas in both themes. */
import type { CanvasView } from './types.ts';

/** What a theme fixes; everything else follows from the ontology's colours. */
export interface CanvasTheme {
  readonly background: string;
  /** Names of nodes. */
  readonly ink: string;
  /** Names of minor nodes. */
  readonly softInk: string;
  /** Ground and frame of the label that is selected or hovered. */
  readonly plate: string;
  readonly plateFrame: string;
  /** Ring around what is selected. */
  readonly accent: string;
  /** How far an edge at rest is moved towards the background. */
  readonly edgeFade: number;
  /** What is left of everything that does not belong to the focus. */
  readonly veil: number;
}

/** The themes by name. The page may paint around the canvas with the same background. */
export const CANVAS_THEMES = {
  light: {
    background: '#fbfaf8',
    ink: '#1c1f24',
    softInk: '#454a52',
    plate: '#ffffff',
    plateFrame: '#1c1f24',
    accent: '#b3261e',
    edgeFade: 0.3,
    veil: 0.16,
  },
  dark: {
    background: '#14171c',
    ink: '#f2f3f5',
    softInk: '#b9bfc9',
    plate: '#23272f',
    plateFrame: '#e6e8ec',
    accent: '#ff7a6b',
    edgeFade: 0.35,
    veil: 0.2,
  },
} as const satisfies Record<CanvasView['theme'], CanvasTheme>;

/** Fonts that draw both languages, on every system that has Chinese fonts at all. */
export const LABEL_FONT = '"PingFang SC","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif';

/**
 * Colours of the largest communities, in order of size; later ones share the last. Tableau's ten, without its grey.
 */
export const COMMUNITY_COLORS = [
  '#4e79a7',
  '#f28e2b',
  '#59a14f',
  '#e15759',
  '#b07aa1',
  '#76b7b2',
  '#edc948',
  '#ff9da7',
  '#9c755f',
  '#8a9a3b',
] as const;

/** Colour of communities too small to have their own. */
export const OTHER_COMMUNITY_COLOR = '#9a9a9a';
