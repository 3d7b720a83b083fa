/** Fingerprints: whether what was read, extracted or written by an earlier run is what this program would make. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../config/schema.ts';

const PROGRAM = fileURLToPath(new URL('../../', import.meta.url));
const MANIFEST = new URL('../../../package.json', import.meta.url);

/** What cannot change a result: notes of the compiler and tests. */
const IRRELEVANT = /(?:\.map|\.d\.ts|\.tsbuildinfo|\.test\.[jt]sx?)$/;

/** Parts of the program that come after extraction; everything else is taken to bear on it. */
const AFTER_EXTRACTION =
  /^(?:explorer|types-\w+|network|graph|outputs|query|curation|node[\\/](?:cli|ledger|run|serve|store|watch|write))[\\/]/;

/** Fingerprints of the program as it runs. */
export interface Fingerprints {
  /** Of what reads and extracts an article. */
  readonly extraction: string;
  /** Of everything. */
  readonly program: string;
}

/** A hash of values that JSON can write, as hexadecimal text. */
export function hashOf(...values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}

/**
 * Reads the program's own files, so that a change of a rule, a model or a word list is noticed without anybody
 * counting versions. Takes some milliseconds.
 *
 * @param options what else bears on reading
 */
export function fingerprintProgram(config: Config, options: { readonly encoding?: string }): Fingerprints {
  const { dependencies }: { dependencies: unknown } = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  const { title: _title, curation: _curation, ...extractionConfig } = config;
  const environment = [dependencies, process.versions.unicode, process.versions.icu];
  const extraction = createHash('sha256').update(hashOf(environment, extractionConfig, options));
  const program = createHash('sha256').update(hashOf(environment, config, options));
  const names = readdirSync(PROGRAM, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !IRRELEVANT.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(PROGRAM.length))
    .sort();
  for (const name of names) {
    const bytes = readFileSync(PROGRAM + name);
    for (const hash of AFTER_EXTRACTION.test(name) ? [program] : [program, extraction]) {
      hash.update(`${name} ${bytes.length}\n`).update(bytes);
    }
  }
  return { extraction: extraction.digest('hex'), program: program.digest('hex') };
}
