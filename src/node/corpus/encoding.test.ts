import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode, detectEncoding, knownEncoding, requireEncoding } from './encoding.ts';

const SIMPLIFIED = '云州市市长甲某某会见了海川集团董事长一行，双方签署了合作协议。';
const TRADITIONAL = '雲州市市長甲某某會見了海川集團董事長一行，雙方簽署了合作協議。';

function detected(bytes: Uint8Array, declared?: string): string {
  const result = detectEncoding(bytes, declared);
  return 'encoding' in result ? result.encoding : `binary: ${result.binary}`;
}

describe('detection', () => {
  test.each([
    ['utf-8', SIMPLIFIED],
    ['gb18030', SIMPLIFIED],
    ['big5', TRADITIONAL],
    ['utf-16le', SIMPLIFIED],
    ['utf-16be', SIMPLIFIED],
    ['utf-16le', 'Plain English without a mark.'],
    ['gb18030', '会见'],
    ['big5', '會見了'],
  ])('finds %s without a mark', (encoding, text) => {
    const bytes = iconv.encode(text, encoding);
    expect(detected(bytes)).toBe(encoding);
    expect(decode(bytes, encoding)).toBe(text);
  });

  test.each(['utf-8', 'utf-16le', 'utf-16be'])('believes the byte order mark of %s and leaves it out', (encoding) => {
    const bytes = iconv.encode(SIMPLIFIED, encoding, { addBOM: true });
    expect(detected(bytes)).toBe(encoding);
    expect(decode(bytes, encoding)).toBe(SIMPLIFIED);
  });

  test('holds where text is cut in the middle of a character', () => {
    for (const encoding of ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']) {
      const bytes = iconv.encode(SIMPLIFIED, encoding);
      expect(detected(bytes.subarray(0, bytes.length - 1))).toBe(encoding);
    }
  });

  test('finds every stretch of everyday text in every encoding', () => {
    const sentences = [
      '市长会见了董事长，',
      '公司投资项目。',
      '今年以来我国经济发展，',
      '记者从会议上了解到',
      '他说，这是一个新的开始。',
    ];
    const text = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom('utf-8', 'gb18030', 'utf-16le', 'utf-16be'), (written, encoding) => {
        expect(detected(iconv.encode(written, encoding))).toBe(encoding);
      }),
    );
  });

  test('a page that lies about its encoding is not believed, one that does not is', () => {
    expect(detected(iconv.encode(SIMPLIFIED, 'utf-8'), 'gb2312')).toBe('utf-8');
    expect(detected(iconv.encode(SIMPLIFIED, 'gb18030'), 'utf-8')).toBe('gb18030');
    expect(detected(iconv.encode('龘靐', 'gb18030'), 'gbk')).toBe('gb18030');
  });

  test.each([
    ['a PNG image', Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['binary data', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * i * 31 + (i >> 3) * 7) % 256))],
  ])('refuses %s', (name, bytes) => {
    expect(detectEncoding(bytes)).toEqual({ binary: name });
  });
});

test('Big5 includes the characters of Hong Kong', () => {
  const bytes = iconv.encode('深水埗的裏', 'big5');
  expect(decode(bytes, 'big5')).toBe('深水埗的裏');
});

test('names of encodings are known in their common spellings', () => {
  expect(['GBK', 'gb2312', 'cp936', 'UTF8', 'Big5-HKSCS', 'UTF-16', 'shift_jis'].map(knownEncoding)).toEqual([
    'gb18030',
    'gb18030',
    'gb18030',
    'utf-8',
    'big5',
    'utf-16le',
    'shift_jis',
  ]);
  expect(() => requireEncoding('gb1803')).toThrow(/no encoding "gb1803".*gb18030/);
});
