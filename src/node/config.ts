/** Finds and reads the configuration file. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { DEFAULT_CONFIG, parseConfig } from '../config/resolve.ts';
import type { Config } from '../config/schema.ts';
import { GuanxiError } from '../errors.ts';

/** The file that is read when it is there and no other is named. */
export const CONFIG_FILE = 'guanxi.config.json';

/**
 * Reads the configuration.
 *
 * @param file a file that must exist; without it, `guanxi.config.json` of the working directory where there is one
 * @throws GuanxiError `CONFIG_UNREADABLE`, `CONFIG_SYNTAX`, `CONFIG_INVALID` or `CONFIG_UNKNOWN_TYPE`
 */
export async function loadConfig(file?: string): Promise<Config> {
  const path = file ?? CONFIG_FILE;
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if (file === undefined && cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
      return DEFAULT_CONFIG;
    throw new GuanxiError(
      'CONFIG_UNREADABLE',
      `${path}: the configuration file cannot be read.`,
      { file: path },
      { cause },
    );
  }
  const config = parseConfig(text, path);
  return config.curation === undefined ? config : { ...config, curation: resolve(dirname(path), config.curation) };
}
