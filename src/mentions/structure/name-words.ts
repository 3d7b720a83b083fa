/** Words and tags that tell what a piece left of an organisation's ending is to its name. */
import { NEVER_BEFORE_FORM, TRADE_FORMS, TRADE_WORDS, VERBS_IN_NAMES } from '../lexicon/organisations.ts';

/** jieba's tags of words that are unknown to it or known as names. */
export const NAME_TAGS = new Set(['x', 'nz', 'nr', 'nrt', 'nrfg', 'nt', 'ns', 'j', 'eng', 'g', 'zg']);

/** Latin abbreviations that are common nouns: LED照明 is a trade. */
export const COMMON_LATIN = new Set(
  'LED LCD OLED TFT CRT CPU GPU GPS IC IT AI VR AR IOT PC TV DVD USB PVC PE PP ABS PET PTA LNG LPG SUV MPV GDP CPI PMI PPI IPO PE VC B2B B2C O2O APP ERP CRM OEM ODM EMS 3C 3D 4G 5G 3G 2G WTO MBA EMBA KTV'.split(
    ' ',
  ),
);

/** Words of extent that stand before no name: 全省, 我市, 国内. */
export const NO_BRAND =
  /^(?:[全本我各两].|[一二三四五六七八九十几数]大|国内|国外|境内|境外|海外|内地|沿海|城乡|中央|地方|国家级|省级|市级)$/u;

/** Characters that jieba parts from the brand that they begin: 中 of 中储粮集团, 大 of 大富豪啤酒. */
export const CHARACTERS_OF_NAMES = new Set(['中', '大', '小', '新', '东', '北', '南', '西', '金', '华']);

/** Words before an ending that relate a company to something and are no part of its name. */
export const RELATIONAL = new Set(
  [...NEVER_BEFORE_FORM].filter(
    (word) => !TRADE_FORMS.has(word) && !VERBS_IN_NAMES.has(word) && !TRADE_WORDS.has(word),
  ),
);

/** Words that lead the names of bodies and houses of a whole country or more. */
export const NATION_WORDS = new Set(['中国', '国家', '全国', '中华', '国际', '世界', '亚洲', '全球', '新']);

/** Forms of which a place may stand within the name: 甲银行云州分行. */
export const BRANCH_FORMS = new Set([
  '分行',
  '支行',
  '分公司',
  '办事处',
  '分局',
  '研究院',
  '研究所',
  '医院',
  '学院',
  '代表处',
  '工厂',
  '公司',
  '有限公司',
]);

/** Whether a word ends like one for people (消费者, 用户), of which no name is made. */
export const isPeopleWord = (word: string) =>
  word.length > 1 &&
  /[员商者户团人民生方]$/u.test(word) &&
  !/^(?:工商|农民|人民|联合|民生|招商|卫生|通商)$/u.test(word);

/** Whether a word is a parent house or ends like one: 集团, 国务院. */
export const isParentWord = (word: string) =>
  /(?:集团|大学|银行|总公司|科学院|研究院|委员会|总局|省委|市委|县委|区委|国务院|党委|协会|联合会|政府|部)$/u.test(
    word,
  ) &&
  word.length >= 2 &&
  !NEVER_PARENT.has(word);

const NEVER_PARENT = new Set([
  '总部',
  '部',
  '内部',
  '外部',
  '全部',
  '东部',
  '西部',
  '南部',
  '北部',
  '中部',
  '俱乐部',
  '干部',
  '本部',
  '局部',
]);
