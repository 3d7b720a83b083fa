/** Curation in English. */
import type { EntityRef, TieRef } from '../../../curation/decision.ts';
import type { zhCuration } from './zh-curation.ts';

const n = (count: number): string => count.toLocaleString('en-US');
const many = (count: number, one: string, more = `${one}s`): string => `${n(count)} ${count === 1 ? one : more}`;
const name = (ref: EntityRef | undefined): string => `“${ref?.[1] ?? ''}”`;
const tie = (ref: TieRef | undefined, relation: string): string =>
  `${name(ref?.[0])} – ${relation.toLowerCase()} – ${name(ref?.[2])}`;

export const enCuration: typeof zhCuration = {
  open: 'Curate',
  title: 'Curation',
  close: 'Leave curation',
  review: 'To review',
  ledger: 'Decisions',
  parts: 'Parts of curation',
  correct: 'Correct this',
  correctTie: 'Is this tie right?',
  note: 'Note',
  checked: 'checked',
  cancel: 'Cancel',
  why: 'Why (optional)',
  whyPlaceholder: 'such as: the annual report says so',

  merge: 'Merge…',
  split: 'Split…',
  rename: 'Rename…',
  retype: 'Change type…',
  rejectName: 'Not a name…',
  addNote: 'Note…',
  rejectTie: 'Not so',
  confirmTie: 'It is so',

  mergeTitle: (subject) => `Who is the same as “${subject}”?`,
  mergeWith: 'Name to merge with',
  mergeInto: (from, into) => `“${from}” becomes part of “${into}”, under the latter’s name.`,
  mergeSwap: 'Keep the other name',
  mergeDo: 'Merge',
  splitTitle: (subject) => `Split another one off “${subject}”`,
  splitNames: 'By name: these names mean the other one',
  splitDocuments: 'By article: these articles speak of the other one',
  splitName: 'Name of the one split off (optional)',
  splitHere: (name, count) =>
    `This article names ${name} ${count === 1 ? 'once' : `${count} times`}. If it means another:`,
  splitMention: 'Split off this mention',
  splitArticle: 'Split off this article',
  splitNowhereElse: 'Mentioned nowhere else, so nothing can be split off',
  splitDo: 'Split',
  renameTitle: (subject) => `Rename “${subject}”`,
  renameTo: 'New name',
  renameDo: 'Rename',
  retypeTitle: (subject) => `Type of “${subject}”`,
  retypeTo: 'Type',
  retypeDo: 'Change type',
  rejectTitle: (subject) => `“${subject}” is no name: remove it with its ties?`,
  rejectDo: 'Remove',
  noteTitle: (subject) => `Note on “${subject}”`,
  noteText: 'Note',
  noteDo: 'Add note',

  undo: 'Undo',
  redo: 'Redo',
  withdraw: 'Withdraw',
  withdrawLine: (line) => `Withdraw the decision on line ${n(line)}`,
  line: (line) => `line ${n(line)}`,
  rawLine: 'As written in the ledger',
  none: 'No decisions yet. Correct a name or a tie in its details, or start with “To review”.',
  keptInFile: (file) => `Each decision is one line of ${file}, kept with the corpus.`,
  keptHere: (file) =>
    `Decisions are kept in this browser. Download them and put them into the folder of the corpus as ${file}: the next build follows them.`,
  download: 'Download ledger',
  takeIn: 'Load ledger…',
  dropHere: 'or drop a ledger file here',
  tookIn: (added, wrong) =>
    wrong === 0
      ? `${many(added, 'decision')} loaded`
      : `${many(added, 'decision')} loaded, ${many(wrong, 'line')} not understood`,
  rebuild: 'Build now',
  rebuilding: 'Building…',
  rebuildFailed: (reason) => `The build failed: ${reason}`,
  fresh: (count) =>
    `${many(count, 'decision')} in effect on this page; layout and centrality follow with the next build.`,
  withdrawn: (count) =>
    count === 1
      ? '1 withdrawn decision is still in the graph until the next build.'
      : `${n(count)} withdrawn decisions are still in the graph until the next build.`,
  withdrawnTitle: 'Withdrawn, until the next build',
  failed: (reason) => `The decision was not kept: ${reason}`,
  inNetwork: 'built in',
  onPage: 'in effect here',
  lapsed: 'no longer applies',
  badLines: (count) => `${many(count, 'line')} of the ledger could not be understood`,
  undone: 'Undone',
  redone: 'Done again',

  queueProgress: (index, count) => `Question ${n(index)} of ${n(count)}`,
  queueOpen: (count) => (count === 0 ? 'all answered' : `${n(count)} open`),
  queueLeft: (count) => `${many(count, 'more question')} not listed`,
  queueEmpty: 'No doubtful merges, and no ties of low confidence.',
  queueList: 'All questions',
  askMerge: (from, into) =>
    from === into ? `Do both articles mean the same “${from}”?` : `Is “${from}” the same as “${into}”?`,
  askPair: (subject) => `Are these two “${subject}” one and the same?`,
  askTie: 'Is that what the article says?',
  yes: 'Yes',
  no: 'No',
  next: 'Next',
  previous: 'Previous',
  mergeOther: 'Merge with another',
  answeredYes: 'answered yes',
  answeredNo: 'answered no',
  grounds: 'Why the machine thinks so',
  seenIn: 'Seen in',

  said: (decision, relation, type) => {
    switch (decision?.do) {
      case 'merge':
        return decision.entity[1] === decision.into[1]
          ? `Both ${name(decision.into)} are one`
          : `${name(decision.entity)} is part of ${name(decision.into)}`;
      case 'apart':
        return decision.entity[1] === decision.from[1]
          ? `The two ${name(decision.from)} are not one`
          : `${name(decision.entity)} is not ${name(decision.from)}`;
      case 'split':
        return `${decision.name ?? decision.off.names?.join(', ') ?? 'Another one'} split off ${name(decision.entity)}`;
      case 'rename':
        return `${name(decision.entity)} is named “${decision.name}”`;
      case 'retype':
        return `${name(decision.entity)} is of type ${type.toLowerCase()}`;
      case 'reject':
        return 'tie' in decision ? `Not so: ${tie(decision.tie, relation)}` : `${name(decision.entity)} is no name`;
      case 'confirm':
        return `It is so: ${tie(decision.tie, relation)}`;
      case 'note':
        return 'tie' in decision
          ? `Note on ${tie(decision.tie, relation)}: ${decision.note}`
          : `Note on ${name(decision.entity)}: ${decision.note}`;
      default:
        return 'Decision';
    }
  },
  lapse: (lapse) => {
    switch (lapse?.kind) {
      case 'no-entity':
        return `there is no ${name(lapse.entity)}`;
      case 'several-entities':
        return `${n(lapse.count)} could be ${name(lapse.entity)}`;
      case 'one-entity':
        return `${name(lapse.entity)} and ${name(lapse.from)} are one by now`;
      case 'nothing-to-split':
        return `${name(lapse.entity)} holds nothing of what is to be split off`;
      case 'all-to-split':
        return `nothing of ${name(lapse.entity)} would be left`;
      case 'no-tie':
        return `no article states this of ${name(lapse.tie[0])} and ${name(lapse.tie[2])}`;
      case 'no-type':
        return `there is no type ${lapse.type}`;
      default:
        return 'no longer applies';
    }
  },
};
