/** Name and version of the program, as outputs and `--version` show them. */
import { readFileSync } from 'node:fs';

const manifest: { version: string } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** Version of the package. */
export const VERSION: string = manifest.version;

/** What outputs name as their generator. */
export const GENERATOR: string = `guanxi ${VERSION}`;
