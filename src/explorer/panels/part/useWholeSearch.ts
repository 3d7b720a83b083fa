/** Search in the whole of a network that the page has a part of. */
import { useEffect, useState } from 'react';
import type { ServedName } from '../../../outputs/served.ts';
import { useExplorer } from '../context.ts';

/** How far a search is. */
export interface WholeSearch {
  readonly status: 'idle' | 'asking' | 'ready' | 'failed';
  readonly names: readonly ServedName[];
  /** True where so many names fit that not all were weighed. */
  readonly capped: boolean;
}

const IDLE: WholeSearch = { status: 'idle', names: [], capped: false };

/** What is typed in one go is asked once. In milliseconds. */
const PAUSE = 150;

/** Names of the whole network that fit; idle where the page has all of it, or nothing is typed. */
export function useWholeSearch(query: string | null): WholeSearch {
  const { more } = useExplorer().source;
  const [found, setFound] = useState<WholeSearch & { readonly query: string }>({ ...IDLE, query: '' });
  const wanted = more === null ? '' : (query ?? '').trim();
  useEffect(() => {
    if (more === null || wanted === '') return;
    let alive = true;
    const timer = setTimeout(() => {
      more.questions.search(wanted).then(
        ({ names, capped }) => alive && setFound({ query: wanted, status: 'ready', names, capped }),
        () => alive && setFound({ ...IDLE, query: wanted, status: 'failed' }),
      );
    }, PAUSE);
    return () => {
      alive = false;
      clearTimeout(timer);
    };
  }, [more, wanted]);
  if (wanted === '') return IDLE;
  return found.query === wanted ? found : { ...IDLE, status: 'asking' };
}
