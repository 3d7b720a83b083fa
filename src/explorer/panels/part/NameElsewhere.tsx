/** A name that a list offers though it is not loaded. */
import type { ServedName } from '../../../outputs/served.ts';
import { useExplorer, useView, useWords } from '../context.ts';
import { TypeIcon } from '../parts.tsx';

/** The name, with what the server says of it. */
export function NameElsewhere({ name }: { readonly name: ServedName }) {
  const { dataset } = useExplorer();
  const { language } = useView();
  const words = useWords();
  const type = dataset.network.entityTypes.find(({ id }) => id === name.type);
  const alias = name.alias ?? name.aliases[0];
  return (
    <>
      {type === undefined ? null : <TypeIcon type={type} />}
      <span className="option-name">{name.label}</span>
      <span className="option-note">
        {[words.part.notLoaded, type?.[language], alias === undefined ? '' : words.search.alias(alias)]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className="option-count">{words.search.ties(name.degree)}</span>
    </>
  );
}
