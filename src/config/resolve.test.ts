import { expect, test } from 'vitest';
import { GuanxiError } from '../errors.ts';
import { DEFAULT_CONFIG, parseConfig, resolveConfig } from './resolve.ts';

const failure = (text: string) => {
  try {
    parseConfig(text, 'guanxi.config.json');
  } catch (error) {
    if (error instanceof GuanxiError) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'no error';
};

test('an empty configuration is complete with defaults', () => {
  expect(parseConfig('{}', 'c')).toEqual(DEFAULT_CONFIG);
});

test('comments and trailing commas are allowed', () => {
  expect(parseConfig('{ // names\n "ignore": ["某公司",], }', 'c').ignore).toEqual(['某公司']);
});

test('a syntax error names its line', () => {
  expect(failure('{\n "ignore": [\n')).toMatch(/^CONFIG_SYNTAX guanxi\.config\.json:3: not valid JSON/);
});

test('an unknown key is refused with the nearest known one', () => {
  expect(failure('{\n "vocabulry": []\n}')).toContain(
    'guanxi.config.json:1: configuration has an unknown key "vocabulry"; did you mean "vocabulary"?',
  );
});

test('a wrong value is refused with the line and path where it stands', () => {
  expect(failure('{\n "vocabulary": [\n  {"name": "", "type": "company"}\n ]\n}')).toBe(
    'CONFIG_INVALID guanxi.config.json:3: vocabulary.0.name must not be empty.',
  );
});

test('an undeclared entity type is refused', () => {
  expect(failure('{"vocabulary":[{"name":"甲","type":"compny"}]}')).toContain('did you mean "company"?');
});

test('added types take their place in the ontology', () => {
  const config = parseConfig(
    '{"entityTypes":[{"id":"product","zh":"产品","en":"Product"}],"relationTypes":[{"id":"makes","zh":"生产","en":"Makes","from":["company"],"to":["product"],"triggers":["生产"]}]}',
    'c',
  );
  const { ontology } = resolveConfig(config);
  expect(ontology.entityTypes.get('product')?.shape).toBe('square');
  expect(ontology.relationTypes.get('makes')?.to).toEqual(['product']);
});
