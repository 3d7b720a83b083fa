/** Says that the page has a part of the network, and what that means. */
import { useExplorer, useWords } from '../context.ts';
import { Section } from '../parts.tsx';

/** Nothing where the page has all of it. */
export function PartNote() {
  const { part, nodes } = useExplorer().base.network;
  const words = useWords();
  if (part === undefined) return null;
  return (
    <Section title={words.part.title} className="part-note">
      <p>{words.part.note(nodes.id.length, part.nodes)}</p>
      {part.edgesLeftOut === 0 ? null : <p>{words.part.tiesLeftOut(part.edgesLeftOut)}</p>}
    </Section>
  );
}
