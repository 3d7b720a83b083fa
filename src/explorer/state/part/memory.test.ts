import { describe, expect, test } from 'vitest';
import { createPartMemory, MOST_KEPT, type TabStorage } from './memory.ts';

function storage(items: Record<string, string> = {}): TabStorage & { readonly items: Record<string, string> } {
  return {
    items,
    getItem: (key) => items[key] ?? null,
    setItem: (key, value) => {
      items[key] = value;
    },
  };
}

const BASE = 'http://127.0.0.1:8000/';

describe('names that were brought in', () => {
  test('are there after a reload, for the same page alone', () => {
    const tab = storage();
    createPartMemory(() => tab, BASE).write(['person:甲', 'company:乙']);
    expect(createPartMemory(() => tab, BASE).read()).toEqual(['person:甲', 'company:乙']);
    expect(createPartMemory(() => tab, `${BASE}other/`).read()).toEqual([]);
  });

  test('are bounded: the first ones are forgotten', () => {
    const tab = storage();
    const memory = createPartMemory(() => tab, BASE);
    memory.write(Array.from({ length: MOST_KEPT + 5 }, (_, i) => `person:${i}`));
    expect(memory.read()).toHaveLength(MOST_KEPT);
    expect(memory.read()[0]).toBe('person:5');
  });

  test.each(['{', '{}', '[1, "", null]', `["${'x'.repeat(1_001)}"]`])('damaged, they are none: %s', (text) => {
    expect(createPartMemory(() => storage({ [`guanxi.part.${BASE}`]: text }), BASE).read()).toEqual([]);
  });

  test('are none where the browser keeps nothing', () => {
    const memory = createPartMemory(() => {
      throw new Error('forbidden');
    }, BASE);
    memory.write(['person:甲']);
    expect(memory.read()).toEqual([]);
  });
});
