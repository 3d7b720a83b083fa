/** Who takes part in which project. */
import { amountNear } from '../attributes.ts';
import { governs } from '../noun-phrases.ts';
import { type Frame, pairs, pairsWithin } from '../statement.ts';
import { compilePattern, type ItemClass, matchPattern } from '../view.ts';
import { partnersBefore } from './contracts.ts';

const JOINT_PROJECT = compilePattern('(?:(?:合作|共同|联合|携手)(?:建设|开发|打造|投资建设|实施|兴建)|共建){~16}{j:J}');
const BUILDS = compilePattern(
  '(?:承建|参与建设|参与|参建|中标|承揽|总承包|设计|监理|施工|承担|实施|运营|承接|建设|兴建|建立|开建|筹建|(?:新建|扩建|改建)了|开发|启动|负责|退出){~8}{j:J}',
);
const BUILT_BY = compilePattern(
  '{j:J}(?:{~10}|{~,36}，(?:项目|工程)?)由{s:OG}{~6}(?<verb>承建|建设|投资|实施|运营|开发|承担|负责|设计|施工|监理|总承包|打造|兴建|修建|筹建|改造|管理)',
);
const JOINT_OF = compilePattern('{j:J}(?:为|系|是){s:OG}(?<verb>合资|共同投资|联合投资|共同开发|联合开发|合作开发)');
const ROLE = compilePattern(
  '(?:业主|建设单位|承建单位|施工单位|设计单位|监理单位|承建方|施工方|投资方|运营方|总承包商?|开发商)(?:为|是|系|：){s:OG}',
);
const JOINED = compilePattern(
  '(?:，|、){s:OG}(?:参与(?:建设|投资|开发)?|(?:负责|承担)(?:建设|投资|开发|施工|监理|设计|运营|勘察))',
);
const OWNER_OF = compilePattern(
  '{s:OG}(?:是|为|系|担任|成为){j:J}的?{~10}(?:业主|承建方|承建单位|施工方|运营方|投资方|总承包|中标(?:人|方|单位|候选人|供应商))',
);
const BUILDERS: ReadonlySet<ItemClass> = new Set(['O', 'G']);

/** 承建, 参与, 中标; 由…建设; 甲与乙合作建设. */
export const projects: Frame = function* ({ view, actors }) {
  const seen = new Set<number>();
  for (const { items, start } of matchPattern(view, JOINT_PROJECT)) {
    const project = items.j;
    if (project === undefined || !governs(view, start + 2, project)) continue;
    seen.add(project.at);
    const amount = amountNear(view, start, project.at);
    const partners = partnersBefore(view, start);
    for (const [source, target] of pairsWithin(partners)) {
      yield { type: 'cooperates_with', source, target, confidence: 0.82, rule: 'joint-project', at: start };
    }
    for (const [source, target] of pairs(partners, project.entities)) {
      yield { type: 'participates_in', source, target, confidence: 0.86, rule: 'joint-project', at: start, ...amount };
    }
  }
  for (const { items, start } of matchPattern(view, BUILDS)) {
    const project = items.j;
    if (project === undefined || seen.has(project.at) || !governs(view, start + 2, project)) continue;
    const investing = /(?:投资|斥资|出资)[^，]{0,12}$/.test(view.text.slice(0, start));
    const subject = actors.subjectOf(start, BUILDERS);
    if (subject === undefined || investing) continue;
    seen.add(project.at);
    const amount = view.text.startsWith('中标', start) ? amountNear(view, start, project.at + 8) : {};
    const ended = view.text.startsWith('退出', start);
    // The status of 退出 is that the part ends, if it is done at all.
    const at = ended ? start + 2 : start;
    for (const [source, target] of pairs(subject.entities, project.entities)) {
      yield { type: 'participates_in', source, target, confidence: 0.86, rule: 'builds', at, ...amount };
    }
  }
  for (const { items, at } of [...matchPattern(view, BUILT_BY), ...matchPattern(view, JOINT_OF)]) {
    for (const [source, target] of pairs(items.s?.entities ?? [], items.j?.entities ?? [])) {
      yield { type: 'participates_in', source, target, confidence: 0.85, rule: 'built-by', at: at('verb') };
    }
  }
  for (const { items, start, end } of matchPattern(view, OWNER_OF)) {
    const planned = view.text.slice(start, end).endsWith('候选人') ? ({ status: 'planned' } as const) : {};
    for (const [source, target] of pairs(items.s?.entities ?? [], items.j?.entities ?? [])) {
      const extra = { rule: 'owner-of-project', at: start, ...planned };
      yield { type: 'participates_in', source, target, confidence: 0.85, ...extra };
    }
  }
  const first = view.items.find(({ class: kind }) => kind === 'J');
  for (const { items, start } of [...matchPattern(view, JOINED), ...matchPattern(view, ROLE)]) {
    if (first === undefined || first.at > start) continue;
    for (const [source, target] of pairs(items.s?.entities ?? [], first.entities)) {
      yield { type: 'participates_in', source, target, confidence: 0.75, rule: 'joins-project', at: start };
    }
  }
};
