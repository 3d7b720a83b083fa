/** Fifth stage: the ties that a document states, each with its sentence. */
import type { Entity, LinkedDocument } from '../entities/entity.ts';
import type { Value } from '../mentions/value.ts';
import type { Ontology } from '../ontology/ontology.ts';
import type { Resources } from '../resources.ts';
import type { TokenisedDocument } from '../tokens/token.ts';
import { dateFor } from './attributes.ts';
import { findActors } from './clauses.ts';
import { coOccurrences } from './co-occurrence.ts';
import { confidenceOf } from './confidence.ts';
import { acquisitions } from './frames/acquisitions.ts';
import { attendance } from './frames/attendance.ts';
import { configuredFrames } from './frames/configured.ts';
import { contracts } from './frames/contracts.ts';
import { investments } from './frames/investments.ts';
import { locations } from './frames/locations.ts';
import { meetings } from './frames/meetings.ts';
import { stakes } from './frames/ownership.ts';
import { projects } from './frames/projects.ts';
import { stakeChanges } from './frames/stake-changes.ts';
import { subsidiaries } from './frames/subsidiaries.ts';
import { visits } from './frames/visits.ts';
import { gatherRelations, type Located } from './gather.ts';
import { posts } from './posts.ts';
import type { Relation } from './relation.ts';
import type { Frame, Statement } from './statement.ts';
import { type Reading, readStatus } from './status.ts';
import { createViews, type Item, type SentenceView } from './view.ts';

const FRAMES: readonly Frame[] = [
  meetings,
  visits,
  attendance,
  acquisitions,
  investments,
  stakeChanges,
  stakes,
  subsidiaries,
  contracts,
  projects,
  locations,
];

/** Types whose statement is an event with a date of its own. */
const DATED = new Set([
  'met',
  'visited',
  'attended',
  'invested_in',
  'acquired',
  'signed_with',
  'cooperates_with',
  'participates_in',
]);

/**
 * Reads the relations of one document. Rules see one sentence at a time, with what the sentence before was about for
 * dropped subjects; a relation that the ontology does not allow between two types is dropped.
 *
 * @returns relations in order of their first sentence, one for each type and pair of entities
 */
export function findRelations(
  document: TokenisedDocument,
  values: readonly Value[],
  linked: LinkedDocument,
  { ontology }: Resources,
): Relation[] {
  const entities = new Map(linked.entities.map((entity) => [entity.id, entity]));
  const frames = [...FRAMES, ...configuredFrames(ontology)];
  const views = createViews(document, linked, values);
  const eventNamed = createEventFinder(linked);
  const hasEvents = linked.entities.some(({ type }) => type === 'event');
  const found: Located[] = [];
  let before: { view: SentenceView; topic: Item | undefined } | undefined;
  for (const view of views) {
    const carried = before?.view.sentence.paragraph === view.sentence.paragraph ? before.topic : undefined;
    const actors = findActors(view, carried);
    const context = { view, actors, eventNamed, ...(before === undefined ? {} : { previous: before.view }) };
    for (const frame of canTie(view, carried, hasEvents) ? frames : []) {
      for (const statement of frame(context)) {
        const relation = settle(statement, view);
        if (relation === undefined || !isAllowed(relation, entities, ontology)) continue;
        const ends = [relation.source, relation.target].flatMap((id) => entities.get(id) ?? []);
        const confidence = confidenceOf(relation, view, ends);
        found.push({ statement: { ...relation, confidence }, sentences: [view.sentence] });
      }
    }
    before = { view, topic: actors.topic };
  }
  found.push(...posts(document, linked).filter(({ statement }) => isAllowed(statement, entities, ontology)));
  return gatherRelations([...found, ...coOccurrences(views, found)]);
}

/** Whether two can be meant: named in the sentence, carried over from the one before, 双方, or an event by its noun. */
function canTie(view: SentenceView, carried: Item | undefined, hasEvents: boolean): boolean {
  let first = carried?.entities[0];
  for (const { entities } of view.items) {
    for (const id of entities) {
      first ??= id;
      if (hasEvents || id !== first) return true;
    }
  }
  for (const id of carried?.entities ?? []) if (hasEvents || id !== first) return true;
  return POINTS_BACK.test(view.text);
}

/** Words for the parties that the sentence before named. */
const POINTS_BACK = /双方|三方|[两三]家|两公司|[购让得买股]了?其/;

/** Types that an agreement can be about. */
const AGREED_UPON = new Set(['acquired', 'invested_in', 'participates_in']);

const TAKEN_FOR_GRANTED: Reading = { stated: true };

/** Adds status and date; undefined where the sentence denies or negates the statement so that nothing is said. */
function settle(statement: Statement, view: SentenceView): Statement | undefined {
  const reading = statement.presupposed === true ? TAKEN_FOR_GRANTED : readStatus(view.text, statement.at);
  if (!reading.stated) return undefined;
  const date = DATED.has(statement.type) ? dateFor(view, statement.at) : undefined;
  const status = reading.status === 'signed' && !AGREED_UPON.has(statement.type) ? undefined : reading.status;
  return {
    ...statement,
    ...(status === undefined ? {} : { status }),
    ...(date === undefined ? {} : { date }),
  };
}

function isAllowed(
  { type, source, target, only }: Statement,
  entities: ReadonlyMap<string, Entity>,
  ontology: Ontology,
): boolean {
  const definition = ontology.relationTypes.get(type);
  const from = entities.get(source)?.type;
  const to = entities.get(target)?.type;
  if (definition === undefined || from === undefined || to === undefined || source === target) return false;
  if (only !== undefined && to !== only) return false;
  if (definition.from.includes(from) && definition.to.includes(to)) return true;
  return definition.symmetric && definition.from.includes(to) && definition.to.includes(from);
}

/** Finds the one event of a document whose name ends in a noun: the 座谈会 that people attended; any, without a noun. */
function createEventFinder(linked: LinkedDocument): (noun: string) => string | undefined {
  const events = linked.entities.filter(({ type }) => type === 'event');
  return (noun) => {
    const fitting = events.filter(({ name, aliases }) => [name, ...aliases].some((given) => given.endsWith(noun)));
    return fitting.length === 1 ? fitting[0]?.id : undefined;
  };
}
