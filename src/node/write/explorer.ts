/** Puts the explorer's page beside the data. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GuanxiError } from '../../errors.ts';
import type { OutputFolder } from './output.ts';

const BUILT = fileURLToPath(new URL('../../../dist/explorer/', import.meta.url));

/**
 * Copies the built page.
 *
 * @throws GuanxiError `EXPLORER_NOT_BUILT` when the package was not built
 */
export async function copyExplorer(folder: OutputFolder): Promise<void> {
  const entries = await readdir(BUILT, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new GuanxiError(
      'EXPLORER_NOT_BUILT',
      'The explorer has not been built; run `npm run build` first.',
      {},
      { cause },
    );
  });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const full = join(entry.parentPath, entry.name);
    await folder.write(relative(BUILT, full).split(sep).join('/'), [await readFile(full)]);
  }
}
