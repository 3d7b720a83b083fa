/** Who takes part in which project, and where things are. */
import { amountNear } from '../attributes.ts';
import { type Frame, pairs, pairsWithin } from '../statement.ts';
import { compilePattern, type ItemClass, matchPattern } from '../view.ts';
import { partnersBefore } from './contracts.ts';

const JOINT_PROJECT = compilePattern('(?:(?:合作|共同|联合|携手)(?:建设|开发|打造|投资建设|实施|兴建)|共建){~16}{j:J}');
const BUILDS = compilePattern('(?:承建|参与建设|参与|中标|承担|实施|运营|承接|建设|兴建|开发|启动|负责){~8}{j:J}');
const BUILT_BY = compilePattern('{j:J}{~10}由{s:OG}{~6}(?:承建|建设|投资|实施|运营|开发|承担|负责)');
const JOINED = compilePattern('(?:，|、){s:OG}参与(?:建设|投资|开发)?');
const BUILDERS: ReadonlySet<ItemClass> = new Set(['O', 'G']);

const LOCATED = compilePattern(
  '{s:OGJ}{~6}(?:位于|坐落于|坐落在|落户于|落户|地处|设在|总部位于|总部设在|注册地为|选址在){~4}{l:L}',
);
const PLACED_PROJECT = compilePattern('在{l:L}{~18}(?:投资|建设|兴建|实施|启动){~16}{j:J}');

/** 承建, 参与, 中标; 由…建设; 甲与乙合作建设. */
export const projects: Frame = function* ({ view, actors }) {
  const seen = new Set<number>();
  for (const { items, start } of matchPattern(view, JOINT_PROJECT)) {
    const project = items.j;
    if (project === undefined) continue;
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
    if (project === undefined || seen.has(project.at)) continue;
    const investing = /(?:投资|斥资|出资)[^，]{0,12}$/.test(view.text.slice(0, start));
    const subject = actors.subjectOf(start, BUILDERS);
    if (subject === undefined || investing) continue;
    seen.add(project.at);
    const amount = view.text.startsWith('中标', start) ? amountNear(view, start, project.at) : {};
    for (const [source, target] of pairs(subject.entities, project.entities)) {
      yield { type: 'participates_in', source, target, confidence: 0.82, rule: 'builds', at: start, ...amount };
    }
  }
  for (const { items, start } of matchPattern(view, BUILT_BY)) {
    for (const [source, target] of pairs(items.s?.entities ?? [], items.j?.entities ?? [])) {
      yield { type: 'participates_in', source, target, confidence: 0.85, rule: 'built-by', at: start };
    }
  }
  const first = view.items.find(({ class: kind }) => kind === 'J');
  for (const { items, start } of matchPattern(view, JOINED)) {
    if (first === undefined || first.at > start) continue;
    for (const [source, target] of pairs(items.s?.entities ?? [], first.entities)) {
      yield { type: 'participates_in', source, target, confidence: 0.75, rule: 'joins-project', at: start };
    }
  }
};

/** 位于, 落户, 总部设在; 在某地投资…项目. */
export const locations: Frame = function* ({ view }) {
  for (const { items, start } of matchPattern(view, LOCATED)) {
    for (const [source, target] of pairs(items.s?.entities ?? [], items.l?.entities ?? [])) {
      yield { type: 'located_in', source, target, confidence: 0.85, rule: 'located', at: start };
    }
  }
  for (const { items, start } of matchPattern(view, PLACED_PROJECT)) {
    for (const [source, target] of pairs(items.j?.entities ?? [], items.l?.entities ?? [])) {
      yield { type: 'located_in', source, target, confidence: 0.8, rule: 'project-place', at: start };
    }
  }
};
