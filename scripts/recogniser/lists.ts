/** The word lists that go into a model. */

import { STRONG_SPEECH_VERBS } from '../../src/mentions/lexicon/function-words.ts';
import { ORGANISATION_FORMS } from '../../src/mentions/lexicon/organisations.ts';
import {
  COMMON_SURNAMES,
  DOUBLE_SURNAMES,
  RARE_SURNAMES,
  WORDLIKE_SURNAMES,
} from '../../src/mentions/lexicon/surnames.ts';
import { TITLE_HEADS, WEAK_TITLES } from '../../src/mentions/lexicon/titles.ts';
import type { LexiconLists } from '../../src/mentions/model/lexicon.ts';

const PROVINCES =
  '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门';

const forms = (type: string) =>
  [...ORGANISATION_FORMS]
    .filter(([, form]) => form.type === type && form.strength !== 'legal')
    .map(([word]) => word)
    .join(' ');

/** Takes the project's own lists as they are now. */
export function modelLists(): LexiconLists {
  return {
    words: {
      doubleSurname: [...DOUBLE_SURNAMES].join(' '),
      weakTitle: [...WEAK_TITLES].join(' '),
      title: [...TITLE_HEADS].filter((title) => !WEAK_TITLES.has(title)).join(' '),
      legalForm: [...ORGANISATION_FORMS]
        .filter(([, form]) => form.strength === 'legal')
        .map(([word]) => word)
        .join(' '),
      companyForm: forms('company'),
      organizationForm: forms('organization'),
      agencyForm: forms('agency'),
      place: PROVINCES.split(' ')
        .flatMap((name) => [name, `${name}省`, `${name}市`])
        .join(' '),
      speechVerb: [...STRONG_SPEECH_VERBS].join(' '),
    },
    surnames: [COMMON_SURNAMES, RARE_SURNAMES, WORDLIKE_SURNAMES].map((set) => [...set].join('')) as [
      string,
      string,
      string,
    ],
  };
}
