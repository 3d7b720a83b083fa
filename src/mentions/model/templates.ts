/**
 * What the model sees of a character: itself and its neighbours, the words around it with their tags and clusters,
 * listed words, and the next form of organisation to the right. Each observation is a 32-bit hash.
 *
 * The set follows the usual templates for Chinese names (character n-grams and word context: Zhou et al. 2013,
 * "Chinese Named Entity Recognition via Joint Identification and Categorization"), with word clusters added
 * (Miller et al. 2004, "Name Tagging with Word Clusters and Discriminative Training"). Templates that see the same
 * few things are a group, so that what they say together can be kept and used again.
 */
import { finish, mix } from './hash.ts';
import { PAD, type Piece } from './piece.ts';

/** Where each group's observations begin in a row; those from the last number on belong to no group. */
const GROUP_STARTS = [0, 1, 2, 3, 4, 5, 11, 14, 17, 22, 25] as const;

/** Number of groups of templates. */
export const GROUP_COUNT = GROUP_STARTS.length - 1;
/** Observations before this number are of groups, the others are not. */
export const FIRST_LOOSE = 25;
/** Number of observations per character. */
export const TEMPLATE_COUNT = 35;

/** The first observation of a group, or after the last group. */
export const firstOf = (group: number): number => GROUP_STARTS[group] ?? FIRST_LOOSE;

/** Groups 0 to 4 see one code unit each, and of it one thing: group `g` the one `g - 2` to the right. */
export const UNIT_GROUPS = 5;
const OWN_WORD = 5;
const LEFT_WORD = 6;
const RIGHT_WORD = 7;
const LISTED = 8;
const FORMS = 9;

/** Numbers of the templates of single units, by how far they stand from two before. */
const UNIT_TEMPLATES = [1, 2, 7, 4, 5] as const;

/** The hash of one observation: what a template sees, and where in its word it is seen from. */
const observation = (template: number, place: number, value: number) => finish(mix(template * 4 + place, value));

/** What the group of single units sees of a unit. */
export const unitObservation = (group: number, unit: number): number =>
  observation(UNIT_TEMPLATES[group] ?? 0, 0, unit);

/**
 * What each group from {@link UNIT_GROUPS} on sees of a character, as two numbers: equal numbers mean equal
 * observations.
 *
 * @param index of the code unit in the piece
 * @param keys receives two numbers for each group, at twice its number
 */
export function groupKeys(piece: Piece, index: number, keys: Int32Array): void {
  const { classes, marks, surnames, words, tags, lastUnits } = piece;
  const at = index + PAD;
  const word = piece.wordAt[index] ?? 0;
  const place = piece.placeAt[index] ?? 0;
  const tag = tags[word] ?? 0;
  keys[OWN_WORD * 2] = words[word] ?? 0;
  keys[OWN_WORD * 2 + 1] = mix(piece.lastPairs[word] ?? 0, tag) * 64 + place * 16 + OWN_WORD;
  keys[LEFT_WORD * 2] = words[word - 1] ?? 0;
  keys[LEFT_WORD * 2 + 1] = (lastUnits[word - 1] ?? 0) * 64 + place * 16 + LEFT_WORD;
  keys[RIGHT_WORD * 2] = words[word + 1] ?? 0;
  keys[RIGHT_WORD * 2 + 1] = (lastUnits[word + 1] ?? 0) * 64 + place * 16 + RIGHT_WORD;
  const listed = ((marks[at - 1] ?? 0) << 18) | ((marks[at] ?? 0) << 12) | ((marks[at + 1] ?? 0) << 6);
  keys[LISTED * 2] = listed | (marks[at + 2] ?? 0) | ((surnames[at] ?? 0) << 24);
  keys[LISTED * 2 + 1] = (((marks[at + 3] ?? 0) << 16) | surroundings(classes, piece.quoted, at)) * 16 + LISTED;
  keys[FORMS * 2] = (piece.forms[at] ?? 0) * 256 + surnamesBefore(surnames, at) * 4 + place;
  keys[FORMS * 2 + 1] = tag * 16 + FORMS;
}

const surroundings = (classes: Uint8Array, quoted: Uint8Array, at: number) =>
  (((classes[at - 1] ?? 0) * 32 + (classes[at] ?? 0)) * 32 + (classes[at + 1] ?? 0)) * 2 + (quoted[at] ?? 0);

const surnamesBefore = (surnames: Uint8Array, at: number) =>
  (surnames[at - 2] ?? 0) * 16 + (surnames[at - 1] ?? 0) * 4 + (surnames[at] ?? 0);

/**
 * The observations of one group at a character.
 *
 * @param hashes receives the observations from `to` on
 */
export function observeGroup(piece: Piece, index: number, group: number, hashes: Uint32Array, to: number): void {
  const word = piece.wordAt[index] ?? 0;
  const place = piece.placeAt[index] ?? 0;
  if (group < UNIT_GROUPS) hashes[to] = unitObservation(group, piece.units[index + PAD + group - 2] ?? 0);
  else if (group === OWN_WORD) {
    hashes[to] = observation(9, place, piece.words[word] ?? 0);
    hashes[to + 1] = observation(10, place, mix(piece.tags[word] ?? 0, piece.lengths[word] ?? 0));
    hashes[to + 2] = observation(11, place, piece.clusters[word] ?? 0);
    hashes[to + 3] = observation(12, place, piece.lastUnits[word] ?? 0);
    hashes[to + 4] = observation(13, place, piece.lastPairs[word] ?? 0);
    hashes[to + 5] = observation(14, place, piece.firstUnits[word] ?? 0);
  } else if (group === LEFT_WORD) observeNeighbour(piece, word - 1, 15, place, hashes, to);
  else if (group === RIGHT_WORD) observeNeighbour(piece, word + 1, 18, place, hashes, to);
  else if (group === LISTED) observeLists(piece, index + PAD, hashes, to);
  else if (group === FORMS) {
    const form = piece.forms[index + PAD] ?? 0;
    const tag = piece.tags[word] ?? 0;
    hashes[to] = observation(26, 0, form);
    hashes[to + 1] = observation(27, place, mix(form, tag));
    hashes[to + 2] = observation(28, place, mix(surnamesBefore(piece.surnames, index + PAD), tag));
  }
}

/** The three observations of the word before or after, with templates from `template` on. */
function observeNeighbour(
  { words, clusters, lastUnits }: Piece,
  word: number,
  template: number,
  place: number,
  hashes: Uint32Array,
  to: number,
): void {
  hashes[to] = observation(template, place, words[word] ?? 0);
  hashes[to + 1] = observation(template + 1, place, clusters[word] ?? 0);
  hashes[to + 2] = observation(template + 2, place, lastUnits[word] ?? 0);
}

function observeLists({ classes, marks, surnames, quoted }: Piece, at: number, hashes: Uint32Array, to: number): void {
  const mark = marks[at] ?? 0;
  const markAfter = marks[at + 1] ?? 0;
  const markSecond = marks[at + 2] ?? 0;
  hashes[to] = observation(21, 0, mark);
  hashes[to + 1] = observation(22, 0, ((marks[at - 1] ?? 0) * 256 + mark) * 256 + markAfter);
  hashes[to + 2] = observation(23, 0, markAfter * 256 + markSecond);
  hashes[to + 3] = observation(24, 0, ((surnames[at] ?? 0) * 256 + markSecond) * 256 + (marks[at + 3] ?? 0));
  hashes[to + 4] = observation(25, 0, surroundings(classes, quoted, at));
}

/**
 * The observations that belong to no group: those of several characters or words together, seldom seen twice.
 *
 * @param hashes receives `TEMPLATE_COUNT - FIRST_LOOSE` observations from `to` on
 */
export function observeLoose(piece: Piece, index: number, hashes: Uint32Array, to: number): void {
  const { units, words } = piece;
  const at = index + PAD;
  const l1 = units[at - 1] ?? 0;
  const c0 = units[at] ?? 0;
  const r1 = units[at + 1] ?? 0;
  const c0r1 = c0 * 0x10000 + r1;
  const l1c0 = l1 * 0x10000 + c0;
  const word = piece.wordAt[index] ?? 0;
  const place = piece.placeAt[index] ?? 0;
  const own = words[word] ?? 0;
  const l2 = units[at - 2] ?? 0;
  const r2 = units[at + 2] ?? 0;
  hashes[to] = observation(3, 0, l2 * 0x10000 + l1);
  hashes[to + 1] = observation(8, 0, l1c0);
  hashes[to + 2] = observation(29, 0, c0r1);
  hashes[to + 3] = observation(6, 0, r1 * 0x10000 + r2);
  hashes[to + 4] = observation(30, 0, l1 * 0x10000 + r1);
  hashes[to + 5] = observation(31, 0, mix(l1c0, l2));
  hashes[to + 6] = observation(32, 0, mix(l1c0, r1));
  hashes[to + 7] = observation(33, 0, mix(c0r1, r2));
  hashes[to + 8] = observation(34, place, mix(words[word - 1] ?? 0, own));
  hashes[to + 9] = observation(35, place, mix(own, words[word + 1] ?? 0));
}
