/** Articles made of parts, so that names meet again across them. All of it is fiction. */
import fc from 'fast-check';

const PEOPLE = ['韩守仁', '高明远', '林若溪', '欧阳志国', '王伟'];
const PLACES = ['云州', '海川', '平江'];
const COMPANIES = ['海川集团', '青禾新能源股份有限公司', '云州港务有限公司', '远山重工'];

/** A sentence of news. */
const sentence: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...PEOPLE),
    fc.constantFrom(...PEOPLE),
    fc.constantFrom(...PLACES),
    fc.constantFrom(...COMPANIES),
    fc.constantFrom(...COMPANIES),
    fc.integer({ min: 1, max: 90 }),
    fc.nat({ max: 5 }),
  )
  .map(([one, other, place, company, partner, amount, kind]) => {
    switch (kind) {
      case 0:
        return `${place}市市长${one}会见了${company}董事长${other}，双方就港口建设进行了交流。`;
      case 1:
        return `${company}出资${amount}亿元收购${partner}${amount}%的股权。`;
      case 2:
        return `${company}与${partner}在${place}签署战略合作协议。`;
      case 3:
        return `${company}总经理${one}到${place}市考察。`;
      case 4:
        return `${company}（以下简称“${company.slice(0, 2)}”）是${partner}的子公司，${company.slice(0, 2)}由${one}任董事长。`;
      default:
        return `${place}市委书记${one}、市长${other}出席了开工仪式。`;
    }
  });

/** A record as a corpus of JSON lines holds it; ids collide now and then. */
export interface ArticleRecord {
  readonly id?: string;
  readonly date: string;
  readonly text: string;
}

/** An article of one to six sentences. */
export const article: fc.Arbitrary<ArticleRecord> = fc.record(
  {
    id: fc.constantFrom('a', 'b', 'c'),
    date: fc.constantFrom('2024-03-01', '2024-05-20', '2025-01-09'),
    text: fc.array(sentence, { minLength: 1, maxLength: 6 }).map((sentences) => sentences.join('')),
  },
  { requiredKeys: ['date', 'text'] },
);
