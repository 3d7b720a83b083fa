/** A network that is loaded in parts, in English. */
import type { zhPart } from './zh-part.ts';

const n = (count: number): string => count.toLocaleString('en-US');

export const enPart: typeof zhPart = {
  shown: (nodes, nodeTotal, ties, tieTotal) =>
    `Showing ${n(nodes)} of ${n(nodeTotal)} names, ${n(ties)} of ${n(tieTotal)} ties`,
  title: 'This is a part',
  note: (loaded, total) =>
    `Of ${n(total)} names the ${n(loaded)} with most ties are loaded, and ${n(total - loaded)} are left out. Search and paths cover everything; filters, counts, tables and exports only what is loaded.`,
  tiesLeftOut: (count) => `${n(count)} more ties between names that are loaded are not drawn.`,
  notLoaded: 'not loaded',
  loading: 'Loading…',
  more: (ties) =>
    ties === 1
      ? '1 more tie leads to a name that is not loaded'
      : `${n(ties)} more ties lead to names that are not loaded`,
  expand: 'Load neighbours',
  allNeighbours: 'All neighbours are loaded',
  unlisted: (count) => `${n(count)} more not listed`,
  reasonsCut: 'There are more reasons than are listed here',
  articleCut: 'This article names more than is marked here',
  meetingsCut: 'There are too many meetings: not all of them are here',
  questions: (count) =>
    count === 1
      ? '1 more question is about a name that is not loaded'
      : `${n(count)} more questions are about names that are not loaded`,
  loadQuestions: 'Load these names',
  decidedElsewhere: 'not loaded here; the next build decides',
  failed: 'The server did not answer; try again',
  searching: 'Searching all names…',
  pathAsking: 'Searching all names for paths…',
  pathAsked: 'All names were searched',
  pathCapped: 'There are too many names: the search ended at its limit, and there may be shorter paths',
};
