/** Finds companies in Latin letters: SAB Miller plc, AT&T公司. */
import type { Candidate } from '../mention.ts';
import type { SentenceView } from './view.ts';

const ENDING =
  /^(?:plc|inc|ltd|corp|corporation|co|company|group|llc|gmbh|ag|nv|holdings?|partners|capital|bank|limited|technologies|international)\.?$/i;

/** Companies of one sentence that are written in Latin letters and end in a form of enterprise. */
export function findLatinCompanies(sentence: SentenceView): Candidate[] {
  const candidates: Candidate[] = [];
  let first = -1;
  let last = -1;
  const close = () => {
    const [start, end] = [sentence.pieces[first], sentence.pieces[last]];
    if (start !== undefined && end !== undefined && last > first && ENDING.test(end.word)) {
      candidates.push({ start: start.start, end: end.end, type: 'company', score: 0.88, source: 'structure:latin' });
    }
    first = -1;
  };
  for (let index = 0; index < sentence.pieces.length; index++) {
    const piece = sentence.pieces[index];
    if (piece === undefined) break;
    if (piece.role === 'latin') {
      if (first < 0) first = index;
      last = index;
    } else if (first >= 0 && (piece.role !== 'mark' || !/^[ &.,'-]+$/.test(piece.word))) close();
  }
  if (first >= 0) close();
  return candidates;
}
