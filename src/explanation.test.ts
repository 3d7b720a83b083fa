import { expect, test } from 'vitest';
import { explain } from './explanation.ts';
import { loadResources } from './node/resources.ts';
import { extract } from './pipeline.ts';

const resources = loadResources();
const document = {
  id: 'a',
  date: '2022-05-08',
  text: '5月6日，海川集团以12亿元收购云上科技有限公司51%的股权。海川集团董事长单明远说，云上科技前景很好。',
};

test('the chosen readings are the mentions that extraction gives', () => {
  const chosen = explain(document, resources)
    .flatMap(({ readings }) => readings)
    .filter(({ verdict }) => verdict === 'chosen')
    .map(({ start, end, type }) => `${start} ${end} ${type}`);
  const mentions = extract(document, resources).mentions.map(({ start, end, type }) => `${start} ${end} ${type}`);
  expect(mentions.filter((mention) => !chosen.includes(mention))).toEqual([]);
});

test('every reading says who proposed it, and a loser what it lost to', () => {
  const readings = explain(document, resources, 0).flatMap((sentence) => sentence.readings);
  expect(readings.length).toBeGreaterThan(0);
  for (const { votes, verdict, by, score } of readings) {
    expect(votes.length).toBeGreaterThan(0);
    expect(verdict === 'outweighed').toBe(by.length > 0);
    if (verdict === 'unsure') expect(score).toBeLessThan(0.5);
  }
});

test('ties stand with the sentence that states them, with the names of their ends', () => {
  const [first] = explain(document, resources);
  expect(first?.text).toContain('收购');
  expect(first?.ties.map(({ sourceName, type, targetName }) => [sourceName, type, targetName])).toContainEqual([
    '海川集团',
    'acquired',
    '云上科技有限公司',
  ]);
});
