import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decision } from './decision.ts';
import { addLines, parseLedger, printDecision, removeLines } from './ledger.ts';

const hostile = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  '#',
  '"',
  '\\',
  '\u2028',
  '\uFEFF甲',
  'a\nb',
  '甲 @ 乙',
  '|',
);
const name = fc
  .oneof(hostile, fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }))
  .filter((text) => text.trim() !== '');
const entity = fc.oneof(fc.tuple(name, name), fc.tuple(name, name, name));
const tie = fc.tuple(entity, name, entity);
const signed = fc.record({ why: name, by: name, at: name }, { requiredKeys: [] });
const off = fc
  .record(
    {
      names: fc.array(name, { minLength: 1, maxLength: 3 }),
      documents: fc.array(name, { minLength: 1, maxLength: 3 }),
      mentions: fc.array(fc.tuple(name, fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: [] },
  )
  .filter((share) => Object.keys(share).length > 0);
const is = <T extends string>(verb: T) => fc.constant(verb);
const verdict = fc.oneof(
  fc.record({ do: is('merge'), entity, into: entity }),
  fc.record({ do: is('apart'), entity, from: entity }),
  fc.record({ do: is('split'), entity, off, name }, { requiredKeys: ['do', 'entity', 'off'] }),
  fc.record({ do: is('rename'), entity, name }),
  fc.record({ do: is('retype'), entity, type: name }),
  fc.record({ do: is('reject'), entity }),
  fc.record({ do: is('reject'), tie }),
  fc.record({ do: is('confirm'), tie }),
  fc.record({ do: is('note'), entity, note: name }),
  fc.record({ do: is('note'), tie, note: name }),
);
const decision = fc.tuple(verdict, signed).map(([what, who]): Decision => ({ ...what, ...who }));

const read = (text: string) => parseLedger(text, 'curation.jsonl');

describe('a decision', () => {
  test('is read back as it was written, on one line', () => {
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 5 }), (decisions) => {
        const text = addLines('', decisions);
        expect(text.split('\n')).toHaveLength(decisions.length + 1);
        expect(read(text)).toEqual({
          lines: decisions.map((one, index) => ({ line: index + 1, decision: one })),
          problems: [],
        });
      }),
    );
  });

  test('is readable, its verb first', () => {
    const line = printDecision({
      at: '2026-01-05',
      why: '同一家',
      into: ['company', '长风控股集团有限公司'],
      entity: ['company', '长风集团'],
      do: 'merge',
    });
    expect(line).toBe(
      '{"do":"merge","entity":["company","长风集团"],"into":["company","长风控股集团有限公司"],"why":"同一家","at":"2026-01-05"}',
    );
  });
});

describe('a ledger', () => {
  test('names file and line of what is no decision, and reads the rest', () => {
    const text = [
      '# what we know',
      '',
      '{"do":"rename","entity":["person","甲某"],"name":"甲某某"}',
      '{"do":"rename","entity":["person","甲某"]}',
      '{"do":"merge","entity":["company","甲"],"into":"乙"}',
      '{"do":"mrege","entity":["company","甲"],"into":["company","乙"]}',
      '{"do":"reject","entity":["company","甲"],"reason":"x"}',
      'not json',
      '[1]',
      '{"do":"split","entity":["company","甲"],"off":{}}',
      '{"do":"__proto__"}',
      '{"do":"confirm","tie":[["person","甲"],"met",["person","乙"]]}\r',
    ].join('\n');
    const { lines, problems } = read(text);
    expect(lines.map(({ line }) => line)).toEqual([3, 12]);
    expect(problems.map(({ place }) => place.line)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
    const messages = problems.map(({ message }) => message);
    expect(messages[0]).toBe('curation.jsonl:4: "name" is missing. The line is left out; mend or remove it.');
    expect(messages[1]).toContain('"into" must be [type, name] or [type, name, document].');
    expect(messages[2]).toContain('did you mean "merge"?');
    expect(messages[3]).toContain('unknown key "reason"');
    expect(messages[6]).toContain('must name "names", "documents" or "mentions"');
  });

  test('a line that is removed leaves all others as they are written', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), fc.nat(), (rows, at) => {
        const lines = rows.map((row) => row.replaceAll('\n', ' '));
        const gone = (at % lines.length) + 1;
        const rest = lines.filter((_, index) => index + 1 !== gone);
        const whole = (all: readonly string[]) => all.map((row) => `${row}\n`).join('');
        expect(removeLines(whole(lines), new Set([gone]))).toBe(whole(rest));
      }),
    );
  });

  test('a decision added and removed again leaves no trace', () => {
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 3 }), decision, (before, one) => {
        const text = addLines('', before);
        expect(removeLines(addLines(text, [one]), new Set([before.length + 1]))).toBe(text);
      }),
    );
  });

  test('a last line without an end gets one before another is added', () => {
    expect(addLines('# note', [{ do: 'reject', entity: ['person', '金白银'] }])).toBe(
      '# note\n{"do":"reject","entity":["person","金白银"]}\n',
    );
  });
});
