/** Reads `network.json`, and refuses what this page cannot show with a reason that it can tell. */
import { EXPLORER_FORMAT, type ExplorerNetwork } from '../../outputs/explorer-data.ts';

/** Why a file could not be read. */
export type LoadFailure =
  /** The server has no such file. */
  | 'missing'
  /** The server answered with an error, or not at all. */
  | 'unreachable'
  /** The file is not what it should be. */
  | 'damaged'
  /** The file was written by another version. */
  | 'wrong-format';

/** A file that could not be read, with the reason and the address. */
export class LoadError extends Error {
  readonly failure: LoadFailure;
  readonly address: string;
  /** Details for a person who wants to mend it: a status, a parser's message, a version. */
  readonly detail: string;

  constructor(failure: LoadFailure, address: string, detail: string) {
    super(`${failure}: ${address} (${detail})`);
    this.name = 'LoadError';
    this.failure = failure;
    this.address = address;
    this.detail = detail;
  }
}

/** What is needed of `fetch`. */
export type Fetch = (address: string) => Promise<Response>;

/**
 * Reads a JSON file.
 *
 * @throws LoadError with the reason.
 */
export async function loadJson(address: string, fetchFile: Fetch): Promise<unknown> {
  let response: Response;
  try {
    response = await fetchFile(address);
  } catch (error) {
    throw new LoadError('unreachable', address, error instanceof Error ? error.message : String(error));
  }
  if (response.status === 404) throw new LoadError('missing', address, 'HTTP 404');
  if (!response.ok) throw new LoadError('unreachable', address, `HTTP ${response.status}`);
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch (error) {
    // A server for single-page apps answers with its index page where a file is missing.
    if (text.trimStart().startsWith('<')) throw new LoadError('missing', address, 'HTML');
    throw new LoadError('damaged', address, error instanceof Error ? error.message : String(error));
  }
}

/**
 * Reads the network.
 *
 * @throws LoadError with the reason.
 */
export async function loadNetwork(address: string, fetchFile: Fetch): Promise<ExplorerNetwork> {
  return checkNetwork(await loadJson(address, fetchFile), address);
}

/**
 * Makes sure that a value has the format that this page reads and columns of equal length.
 *
 * @throws LoadError with `wrong-format` or `damaged`.
 */
export function checkNetwork(value: unknown, address: string): ExplorerNetwork {
  if (!isRecord(value)) throw new LoadError('damaged', address, 'not an object');
  if (value.format !== EXPLORER_FORMAT) {
    throw new LoadError('wrong-format', address, `${String(value.format)} ≠ ${EXPLORER_FORMAT}`);
  }
  for (const table of ['nodes', 'edges']) {
    const columns = value[table];
    if (!isRecord(columns) || !Array.isArray(columns.id)) throw new LoadError('damaged', address, table);
    const { length } = columns.id;
    for (const [name, column] of Object.entries(columns)) {
      if (!Array.isArray(column) || column.length !== length) {
        throw new LoadError('damaged', address, `${table}.${name}`);
      }
    }
  }
  for (const list of ['documents', 'entityTypes', 'relationTypes']) {
    if (!Array.isArray(value[list])) throw new LoadError('damaged', address, list);
  }
  if (typeof value.details !== 'string') throw new LoadError('damaged', address, 'details');
  if (!isRecord(value.shardSize)) throw new LoadError('damaged', address, 'shardSize');
  return value as unknown as ExplorerNetwork;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
