/** Decisions in words. */
import type { Decision } from '../../../curation/decision.ts';
import { useExplorer, useView, useWords } from '../context.ts';

/** Says a decision in the reader's language. */
export function useSaid(): (decision: Decision) => string {
  const { dataset } = useExplorer();
  const { language } = useView();
  const words = useWords().curation;
  const label = (types: readonly { readonly id: string; readonly zh: string; readonly en: string }[], id: string) =>
    types.find((type) => type.id === id)?.[language] ?? id;
  const { relationTypes, entityTypes } = dataset.network;
  return (decision) =>
    words.said(
      decision,
      'tie' in decision ? label(relationTypes, decision.tie[1]) : '',
      decision.do === 'retype' ? label(entityTypes, decision.type) : '',
    );
}
