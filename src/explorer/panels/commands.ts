/** Everything that can be done by key or by name, each thing once: keys, palette and help sheet read this list. */
import type { RefObject } from 'react';
import type { NetworkCanvas } from '../canvas/types.ts';
import { changeFilters, defaultFilters, type ThemeChoice } from '../state/view.ts';
import { useExplorer, useScene, useView, useWords } from './context.ts';
import { bringIntoView } from './Drawing.tsx';
import { openWorkspace, WORKSPACES } from './Workspaces.tsx';

/** Something to do. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** The key that does it, as `KeyboardEvent.key` in lower case; absent where only the palette offers it. */
  readonly key?: string;
  readonly run: () => void;
}

/** What the page itself does for commands. */
export interface PageActions {
  readonly canvas: RefObject<NetworkCanvas | null>;
  readonly search: () => void;
  readonly filters: () => void;
  readonly curate: () => void;
  readonly show: (dialog: 'help' | 'export' | 'views') => void;
}

/** Themes in the order in which the switch goes round. */
export const NEXT_THEME: Readonly<Record<ThemeChoice, ThemeChoice>> = {
  system: 'light',
  light: 'dark',
  dark: 'system',
};

/** All commands, in the reader's language. */
export function useCommands(page: PageActions): readonly Command[] {
  const { dataset, store, minimap } = useExplorer();
  const { colorBy } = useView();
  const scene = useScene();
  const words = useWords();
  const { palette } = words;
  return [
    { id: 'search', label: words.search.label, key: '/', run: page.search },
    ...WORKSPACES.map((workspace, i) => ({
      id: workspace,
      label: workspace === 'path' ? words.path.title : words.stage[workspace],
      key: String(i + 1),
      run: () => store.update((view) => openWorkspace(dataset, view, workspace)),
    })),
    { id: 'filters', label: words.filters.open, key: 'f', run: page.filters },
    { id: 'curate', label: words.curation.open, key: 'e', run: page.curate },
    { id: 'views', label: words.views.open, key: 'v', run: () => page.show('views') },
    { id: 'export', label: words.export.open, key: 'x', run: () => page.show('export') },
    { id: 'fit', label: words.stage.fit, key: '0', run: () => page.canvas.current?.fit() },
    {
      id: 'fit-selection',
      label: palette.fitSelection,
      key: 's',
      run: () => page.canvas.current !== null && bringIntoView(page.canvas.current, scene),
    },
    { id: 'zoom-in', label: words.stage.zoomIn, key: '+', run: () => page.canvas.current?.zoomIn() },
    { id: 'zoom-out', label: words.stage.zoomOut, key: '-', run: () => page.canvas.current?.zoomOut() },
    { id: 'minimap', label: words.stage.minimap, key: 'o', run: () => minimap.update((shown) => !shown) },
    {
      id: 'reset',
      label: palette.resetFilters,
      run: () => store.update((view) => ({ ...view, filters: defaultFilters(dataset) })),
    },
    {
      id: 'whole',
      label: palette.showAll,
      run: () =>
        store.update((view) => ({ ...view, filters: defaultFilters(dataset), focus: null, path: null, camera: null })),
    },
    {
      id: 'dates',
      label: palette.allDates,
      run: () => store.update((view) => changeFilters(view, { from: null, to: null })),
    },
    {
      id: 'color',
      label: colorBy === 'type' ? palette.byCommunity : palette.byType,
      key: 'c',
      run: () => store.update((view) => ({ ...view, colorBy: view.colorBy === 'type' ? 'community' : 'type' })),
    },
    {
      id: 'theme',
      label: palette.switchTheme,
      key: 'd',
      run: () => store.update((view) => ({ ...view, theme: NEXT_THEME[view.theme] })),
    },
    {
      id: 'language',
      label: words.switchLanguage,
      key: 'l',
      run: () => store.update((view) => ({ ...view, language: view.language === 'zh' ? 'en' : 'zh' })),
    },
    { id: 'help', label: words.help.open, key: '?', run: () => page.show('help') },
  ];
}
