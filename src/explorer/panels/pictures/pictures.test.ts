import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { drawMatrix } from './matrix.ts';
import { drawPath } from './path.ts';
import type { Ink } from './svg.ts';
import { drawTimeline } from './timeline.ts';

const ink: Ink = {
  paper: '#ffffff',
  ink: '#000000',
  quiet: '#666666',
  rule: '#dddddd',
  strong: '#bb0000',
  serif: '"Songti SC", serif',
  sans: 'sans-serif',
};
const parse = (svg: string) => parseHTML(svg).document;
const texts = (svg: string) => [...parse(svg).querySelectorAll('text')].map(({ textContent }) => textContent);
/** Farthest that any text begins to the right of, or below, the drawing's own size. */
function overflow(svg: string): number {
  const document = parse(svg);
  const root = document.querySelector('svg');
  const [width, height] = [Number(root?.getAttribute('width')), Number(root?.getAttribute('height'))];
  const beyond = [...document.querySelectorAll('text')].map((text) =>
    Math.max(Number(text.getAttribute('x')) - width, Number(text.getAttribute('y')) - height),
  );
  return Math.max(...beyond);
}

describe('the matrix', () => {
  const svg = drawMatrix(
    {
      title: '谁见过谁',
      notes: ['说明'],
      people: ['韩守仁', '<b>&林若溪', '艾合买提·阿不都热合曼'].map((name) => ({ name, color: '#0072b2' })),
      cell: (a, b) => (a + b === 1 ? 3 : a + b === 2 ? 'room' : undefined),
    },
    ink,
  );

  it('numbers meetings and rings shared rooms, on both sides of the middle', () => {
    expect(texts(svg).filter((text) => text === '3')).toHaveLength(2);
    expect(parse(svg).querySelectorAll('circle')).toHaveLength(2);
  });

  it('writes names as they are, and nothing of them as markup', () => {
    expect(texts(svg)).toContain('<b>&林若溪');
    expect(parse(svg).querySelectorAll('b')).toHaveLength(0);
    expect(overflow(svg)).toBeLessThan(0);
  });
});

it('the timeline has a dot for each meeting, between its years', () => {
  const svg = drawTimeline(
    {
      title: '会见',
      notes: [],
      lanes: [
        { name: '高明远', color: '#0072b2', dots: [2020.5, 2021.25] },
        { name: '林若溪', color: '#0072b2', dots: [2020] },
      ],
      first: 2020,
      last: 2022,
      years: [2020, 2021, 2022],
    },
    ink,
  );
  const dots = [...parse(svg).querySelectorAll('circle')].map((dot) => Number(dot.getAttribute('cx')));
  expect(dots).toHaveLength(3);
  const [start = 0, end = 0] = ['2020', '2022'].map((year) =>
    Number([...parse(svg).querySelectorAll('text')].find((text) => text.textContent === year)?.getAttribute('x')),
  );
  expect(dots[2]).toBeCloseTo(start);
  expect(dots[0]).toBeCloseTo(start + (end - start) / 4, 0);
  expect(overflow(svg)).toBeLessThan(0);
});

it('a way is drawn from name to name, its steps pointing as they do and broken where they are plans', () => {
  const svg = drawPath(
    {
      title: '甲与丙',
      notes: ['来源'],
      ways: [
        {
          names: ['甲集团', '乙新能源股份有限公司', '丙'].map((name) => ({ name, color: '#0072b2' })),
          steps: [
            { verb: '投资', facts: ['3亿元', '2024年'], color: '#009e73', direction: 'forwards', line: 'dashed' },
            { verb: '会见', facts: [], color: '#d55e00', direction: 'none', line: 'solid' },
          ],
        },
      ],
    },
    ink,
  );
  const lines = [...parse(svg).querySelectorAll('path[stroke]')];
  expect(lines.map((line) => line.hasAttribute('stroke-dasharray'))).toEqual([true, false]);
  expect(parse(svg).querySelectorAll('path:not([stroke])')).toHaveLength(1);
  expect(texts(svg)).toContain('3亿元');
  expect(overflow(svg)).toBeLessThan(0);
});
