/** Says in words why a decision does not apply. */
import type { Problem } from '../errors.ts';
import type { EntityRef, Lapse, Outcome } from './decision.ts';

const nameOf = ([type, name, document]: EntityRef) =>
  `${type} "${name}"${document === undefined ? '' : ` (of ${document})`}`;

/** One sentence in English for messages and logs. */
function describeLapse(lapse: Lapse): string {
  switch (lapse.kind) {
    case 'no-entity':
      return `there is no ${nameOf(lapse.entity)}`;
    case 'several-entities':
      return `${lapse.count} entities could be ${nameOf(lapse.entity)}; add a document that mentions the one you mean`;
    case 'one-entity':
      return `${nameOf(lapse.entity)} and ${nameOf(lapse.from)} are one entity by now; split it`;
    case 'nothing-to-split':
      return `${nameOf(lapse.entity)} holds nothing of what is to be split off`;
    case 'all-to-split':
      return `all of ${nameOf(lapse.entity)} would be split off, so there is nothing to part`;
    case 'no-tie':
      return `no document states ${nameOf(lapse.tie[0])} – ${lapse.tie[1]} – ${nameOf(lapse.tie[2])}`;
    case 'no-type':
      return `there is no entity type "${lapse.type}"`;
  }
}

/** Decisions that no longer apply, as problems with their lines. They stay in the ledger. */
export function lapseProblems(outcomes: readonly Outcome[], file: string): Problem[] {
  return outcomes.flatMap(({ line, lapse }) =>
    lapse === undefined
      ? []
      : {
          code: 'LEDGER_LAPSED',
          message: `${file}:${line}: the decision no longer applies: ${describeLapse(lapse)}. It is kept; mend or remove the line.`,
          place: { file, line },
        },
  );
}
