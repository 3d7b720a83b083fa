/** The switch between the ways of looking at one network. */
import { type Dataset, entityTypeOf, relationTypeOf } from '../state/dataset.ts';
import { moneyTies } from '../state/investors.ts';
import { askInvestors, askMeetings, askPath, type View } from '../state/view.ts';
import { useExplorer, useView, useWords } from './context.ts';
import { Glyph } from './parts.tsx';

/** What can stand in the middle of the page, in the order of the switch. */
export const WORKSPACES = ['graph', 'meetings', 'investors', 'path', 'table'] as const;

/** A way of looking at the network. */
export type Workspace = (typeof WORKSPACES)[number];

/** The way of looking that a view has open. */
export function workspaceOf(view: View): Workspace {
  return view.stage === 'graph' && view.path !== null ? 'path' : view.stage;
}

/** Goes over to a workspace, and takes what is selected along where the workspace can ask about it. */
export function openWorkspace(dataset: Dataset, view: View, workspace: Workspace): View {
  const node = view.selection?.kind === 'node' ? view.selection.node : null;
  const type = node === null ? null : entityTypeOf(dataset, node).id;
  switch (workspace) {
    case 'graph':
      return { ...view, stage: 'graph', path: null };
    case 'table':
      return { ...view, stage: 'table' };
    case 'path':
      return askPath({ ...view, stage: 'graph' }, node ?? view.path?.from ?? null, view.path?.to ?? null);
    case 'meetings':
      return askMeetings(view, type === 'person' ? { person: node } : {});
    case 'investors':
      return askInvestors(view, type === 'company' || type === 'project' ? { company: node } : {});
  }
}

/** The switch itself. */
export function Workspaces() {
  const { dataset, store } = useExplorer();
  const view = useView();
  const words = useWords();
  const open = workspaceOf(view);
  return (
    <fieldset className="segmented workspaces">
      <legend className="visually-hidden">{words.stage.workspaces}</legend>
      {WORKSPACES.map((workspace) => {
        const label = workspace === 'path' ? words.path.title : words.stage[workspace];
        return (
          <button
            key={workspace}
            type="button"
            title={label}
            aria-pressed={open === workspace}
            onClick={() => store.update((now) => openWorkspace(dataset, now, workspace))}
          >
            <Glyph name={workspace} />
            <span>{label}</span>
          </button>
        );
      })}
    </fieldset>
  );
}

/** From a profile to the workspaces that can say more of its subject. */
export function WorkspaceButtons({ node }: { readonly node: number }) {
  const { dataset, store } = useExplorer();
  const words = useWords();
  const ties = [...dataset.incident(node)];
  const met = ties.some((edge) => relationTypeOf(dataset, edge).id === 'met');
  const money = moneyTies(dataset).some(({ source, target }) => source === node || target === node);
  return (
    <>
      {met ? (
        <button
          type="button"
          className="button"
          onClick={() => store.update((view) => askMeetings(view, { person: node, also: null }))}
        >
          <Glyph name="meetings" />
          {words.meetings.open}
        </button>
      ) : null}
      {money ? (
        <button
          type="button"
          className="button"
          onClick={() => store.update((view) => askInvestors(view, { company: node }))}
        >
          <Glyph name="investors" />
          {words.investors.open}
        </button>
      ) : null}
    </>
  );
}
