/** Who visited whom. */
import { type Frame, pairs } from '../statement.ts';
import { compilePattern, matchPattern } from '../view.ts';

const VERB = '(?:拜访|考察|调研|走访|访问|视察|参观|到访|看望|慰问|拜会)';
const VISITED = compilePattern(`${VERB}了?{~6}{o:OGJ}`);
const WENT_TO = compilePattern(`(?:到|赴|前往|来到|走进|深入|抵达){~4}{o:OGJ}{~14}${VERB}`);
const TO_VISIT = compilePattern(`对{o:OGJ}{~24}(?:进行了?|开展了?){~4}${VERB}`);
const VISITORS = new Set(['P', 'O', 'G'] as const);

/** 拜访, 考察, 调研, 走访; 到…调研; 对…进行参观. */
export const visits: Frame = function* ({ view, actors }) {
  for (const [pattern, rule, confidence] of [
    [VISITED, 'visited-object', 0.85],
    [WENT_TO, 'went-to', 0.85],
    [TO_VISIT, 'to-visit', 0.8],
  ] as const) {
    for (const { items, start } of matchPattern(view, pattern)) {
      const subject = actors.subjectOf(start, VISITORS);
      if (subject === undefined || items.o === undefined) continue;
      for (const [source, target] of pairs(subject.entities, items.o.entities)) {
        yield { type: 'visited', source, target, confidence, rule, at: start };
      }
    }
  }
};
