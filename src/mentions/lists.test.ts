import { expect, test } from 'vitest';
import { read } from '../../test/support/ties.ts';

const names = (text: string, type: string) =>
  read(text)
    .entities.filter((entity) => entity.type === type)
    .map(({ name }) => name);

test('a list of people goes on into the clauses beside it', () => {
  expect(names('县领导孙洪波、常利众、杜宏远见证了签约。', 'person')).toEqual(['孙洪波', '常利众', '杜宏远']);
});

test('what bears no surname is nobody, in whatever list it stands', () => {
  expect(names('孙洪波、教职工、杜宏远、王建军见证了签约。', 'person')).not.toContain('教职工');
});
