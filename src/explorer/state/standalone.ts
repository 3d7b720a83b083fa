/** One file with page, data, articles and view, that opens from disk without a server. */
import type { ExplorerNetwork } from '../../outputs/explorer-data.ts';
import { type Fetch, LoadError } from './load.ts';

/** Where the data will stand in the page without data; also in vite.config.ts. */
const DATA_PLACE = '<!--guanxi-data-->';

const ELEMENT_ID = 'guanxi-data';

/** What such a file holds beside the page. */
export interface Embedded {
  /** The view that it opens on, as an address without `#`. */
  readonly view: string;
  /** Decisions that were taken since the network was built: the ledger that it was built with, and as it stood. */
  readonly ledger: { readonly applied: string; readonly text: string };
  /** The explorer's files by their path under `explorer/`. */
  readonly files: Readonly<Record<string, unknown>>;
}

/** The data within the page; null for a page whose data lies beside it. */
export function readEmbedded(page: Pick<Document, 'getElementById'>): Embedded | null {
  const text = page.getElementById(ELEMENT_ID)?.textContent;
  return text === undefined || text === null ? null : (JSON.parse(text) as Embedded);
}

/** Answers from embedded data as a server would. `base` is the address that files are asked for under. */
export function fetchEmbedded({ files, ledger }: Embedded, base: string): Fetch {
  return async (address) => {
    const path = address.startsWith(base) ? address.slice(base.length) : '';
    if (path === 'curation.json') return new Response(JSON.stringify({ applied: ledger.applied }));
    return Object.hasOwn(files, path) ? new Response(JSON.stringify(files[path])) : new Response('', { status: 404 });
  };
}

/** Keeps decisions as long as the page is open, and begins with those of the file. */
export function keepEmbedded({
  ledger: { applied, text },
}: Embedded): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  let kept: string | null = JSON.stringify({ before: applied, text });
  return {
    getItem: () => kept,
    setItem: (_key, value) => {
      kept = value;
    },
    removeItem: () => {
      kept = null;
    },
  };
}

/** Paths of all files that a network consists of, under `explorer/`. */
export function filesOf({ nodes, edges, documents, details, shardSize }: ExplorerNetwork): string[] {
  const shards = (kind: 'nodes' | 'edges' | 'documents', count: number): string[] =>
    Array.from({ length: Math.ceil(count / Math.max(1, shardSize[kind])) }, (_, i) => `${details}${kind}/${i}.json`);
  return [
    'network.json',
    `${details}occasions.json`,
    ...shards('nodes', nodes.id.length),
    ...shards('edges', edges.id.length),
    ...shards('documents', documents.length),
  ];
}

/** Files that are read at a time. */
const AT_ONCE = 8;

/**
 * Makes the file, in pieces.
 *
 * @param template address of the page without data
 * @param base address of the data's folder, with a slash at its end
 * @param network as it was built, without the decisions of `ledger`
 * @throws LoadError where a file cannot be read
 */
export async function makeStandalone(
  network: ExplorerNetwork,
  template: string,
  base: string,
  { view, ledger }: Pick<Embedded, 'view' | 'ledger'>,
  fetchFile: Fetch,
): Promise<string[]> {
  const page = await textOf(template, fetchFile);
  const at = page.indexOf(DATA_PLACE);
  if (at < 0) throw new LoadError('damaged', template, DATA_PLACE);
  const paths = filesOf(network);
  const data: string[] = [];
  for (let start = 0; start < paths.length; start += AT_ONCE) {
    const some = paths.slice(start, start + AT_ONCE);
    const texts = await Promise.all(some.map((path) => textOf(`${base}${path}`, fetchFile)));
    some.forEach((path, i) => {
      data.push(`${start + i === 0 ? '' : ','}${JSON.stringify(path)}:`, inert(texts[i] ?? 'null'));
    });
  }
  return [
    page.slice(0, at),
    `<script type="application/json" id="${ELEMENT_ID}">{"view":${inert(JSON.stringify(view))},"ledger":${inert(JSON.stringify(ledger))},"files":{`,
    ...data,
    '}}</script>',
    page.slice(at + DATA_PLACE.length),
  ];
}

async function textOf(address: string, fetchFile: Fetch): Promise<string> {
  const response = await fetchFile(address);
  if (!response.ok)
    throw new LoadError(response.status === 404 ? 'missing' : 'unreachable', address, `HTTP ${response.status}`);
  return response.text();
}

/** JSON that can stand in a page: `<` occurs in strings alone, where its escape means the same. */
function inert(json: string): string {
  return json.replaceAll('<', '\\u003c');
}
