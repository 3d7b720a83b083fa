/** Reads a configuration: JSON with comments, validated, with errors that point at the place. */
import { closest } from 'fastest-levenshtein';
import { findNodeAtLocation, getNodeValue, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { z } from 'zod';
import { GuanxiError } from '../errors.ts';
import { createOntology, type Ontology } from '../ontology/ontology.ts';
import type { Vocabulary } from '../resources.ts';
import { type Config, configSchema } from './schema.ts';

/** The configuration of a run when there is no file. */
export const DEFAULT_CONFIG: Config = configSchema.parse({});

/**
 * Parses and validates the text of a configuration file.
 *
 * @param text JSON; comments and trailing commas are allowed
 * @param file its name, for messages
 * @throws GuanxiError `CONFIG_SYNTAX` or `CONFIG_INVALID`, with file and line, saying what to do
 */
export function parseConfig(text: string, file: string): Config {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const syntax = errors[0];
  if (syntax !== undefined || tree === undefined) {
    const line = lineAt(text, syntax?.offset ?? 0);
    const what = syntax ? printParseErrorCode(syntax.error) : 'the file is empty';
    throw new GuanxiError('CONFIG_SYNTAX', `${file}:${line}: not valid JSON (${what}).`, { file, line });
  }
  const result = configSchema.safeParse(getNodeValue(tree));
  if (result.success) {
    checkTypeNames(result.data, file);
    return result.data;
  }
  const messages = result.error.issues.map((issue) => {
    const path = issue.path.map(String);
    const node = findNodeAtLocation(tree, issue.path as (string | number)[]) ?? tree;
    return `${file}:${lineAt(text, node.offset)}: ${path.join('.') || 'configuration'} ${describe(issue)}`;
  });
  throw new GuanxiError('CONFIG_INVALID', messages.join('\n'), { file });
}

/** The ontology and vocabulary that a configuration gives. */
export function resolveConfig(config: Config): { ontology: Ontology; vocabulary: Vocabulary } {
  return {
    ontology: createOntology(config.entityTypes, config.relationTypes),
    vocabulary: { names: config.vocabulary, ignore: config.ignore, same: config.same },
  };
}

const KNOWN_KEYS = [
  ...Object.keys(configSchema.shape),
  'name',
  'type',
  ...Object.keys(configSchema.shape.entityTypes.unwrap().element.shape),
  ...Object.keys(configSchema.shape.relationTypes.unwrap().element.shape),
];

function describe(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys') return `${issue.message}.`;
  return issue.keys.map((key) => `has an unknown key "${key}"; did you mean "${closest(key, KNOWN_KEYS)}"?`).join(' ');
}

function checkTypeNames(config: Config, file: string): void {
  const { ontology } = resolveConfig(config);
  const known = [...ontology.entityTypes.keys()];
  const used = [
    ...config.vocabulary.map((entry, index) => [`vocabulary.${index}.type`, entry.type] as const),
    ...config.relationTypes.flatMap((type, index) => [
      ...type.from.map((id) => [`relationTypes.${index}.from`, id] as const),
      ...type.to.map((id) => [`relationTypes.${index}.to`, id] as const),
    ]),
  ];
  const wrong = used.find(([, type]) => !ontology.entityTypes.has(type));
  if (wrong === undefined) return;
  const [path, type] = wrong;
  throw new GuanxiError(
    'CONFIG_UNKNOWN_TYPE',
    `${file}: ${path} names the entity type "${type}", which is not declared; did you mean "${closest(type, known)}"?`,
    { file },
  );
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let index = 0; index < offset && index < text.length; index++) if (text.charCodeAt(index) === 0x0a) line++;
  return line;
}
