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

/** Where each group's templates begin; those from the last number on belong to no group. */
const GROUP_STARTS = [0, 3, 6, 8, 14, 17, 20, 25, 29] as const;

/** Number of groups of templates. */
export const GROUP_COUNT = GROUP_STARTS.length - 1;
/** Templates up to this number are in groups, the others are not. */
export const FIRST_LOOSE = 29;
/** Number of observations per character. */
export const TEMPLATE_COUNT = 38;

/** The first template of a group, or after the last group. */
export const firstOf = (group: number): number => GROUP_STARTS[group] ?? FIRST_LOOSE;

const LEFT_UNITS = 0;
const RIGHT_UNITS = 1;
const OWN_UNITS = 2;
const OWN_WORD = 3;
const LEFT_WORD = 4;
const RIGHT_WORD = 5;
const LISTED = 6;
const FORMS = 7;

/**
 * What each group sees of a character, as two numbers: equal numbers mean equal observations.
 *
 * @param index of the code unit in the piece
 * @param keys receives two numbers for each group
 */
export function groupKeys(piece: Piece, index: number, keys: Int32Array): void {
  const { units, classes, marks, surnames, words, tags, clusters, lastUnits } = piece;
  const at = index + PAD;
  const word = piece.wordAt[index] ?? 0;
  const place = piece.placeAt[index] ?? 0;
  const l1 = units[at - 1] ?? 0;
  keys[0] = ((units[at - 2] ?? 0) << 16) | l1;
  keys[1] = LEFT_UNITS;
  keys[2] = ((units[at + 1] ?? 0) << 16) | (units[at + 2] ?? 0);
  keys[3] = RIGHT_UNITS;
  keys[4] = (l1 << 16) | (units[at] ?? 0);
  keys[5] = OWN_UNITS;
  const tag = tags[word] ?? 0;
  keys[6] = words[word] ?? 0;
  keys[7] = ((mix(piece.lastPairs[word] ?? 0, tag) << 2) | place) * 8 + OWN_WORD;
  keys[8] = words[word - 1] ?? 0;
  keys[9] = (((lastUnits[word - 1] ?? 0) << 2) | place) * 8 + LEFT_WORD;
  keys[10] = words[word + 1] ?? 0;
  keys[11] = (((lastUnits[word + 1] ?? 0) << 2) | place) * 8 + RIGHT_WORD;
  const listed = ((marks[at - 1] ?? 0) << 18) | ((marks[at] ?? 0) << 12) | ((marks[at + 1] ?? 0) << 6);
  keys[12] = listed | (marks[at + 2] ?? 0) | ((surnames[at] ?? 0) << 24);
  keys[13] = (((marks[at + 3] ?? 0) << 16) | surroundings(classes, piece.quoted, at)) * 8 + LISTED;
  keys[14] = (((piece.forms[at] ?? 0) * 0x1000 + (clusters[word] ?? 0)) << 8) | (surnamesBefore(surnames, at) * 4 + place);
  keys[15] = tag * 8 + FORMS;
}

const surroundings = (classes: Uint8Array, quoted: Uint8Array, at: number) =>
  (((classes[at - 1] ?? 0) * 32 + (classes[at] ?? 0)) * 32 + (classes[at + 1] ?? 0)) * 2 + (quoted[at] ?? 0);

const surnamesBefore = (surnames: Uint8Array, at: number) =>
  (surnames[at - 2] ?? 0) * 16 + (surnames[at - 1] ?? 0) * 4 + (surnames[at] ?? 0);

/** The hash of one observation: what a template sees, and where in its word it is seen from. */
const observation = (template: number, place: number, value: number) => finish(mix(template * 4 + place, value));

/**
 * The observations of one group at a character.
 *
 * @param hashes receives the observations from `to` on
 */
export function observeGroup(piece: Piece, index: number, group: number, hashes: Uint32Array, to: number): void {
  const { units, words, clusters, lastUnits } = piece;
  const at = index + PAD;
  const word = piece.wordAt[index] ?? 0;
  const place = piece.placeAt[index] ?? 0;
  let template = firstOf(group);
  let out = to;
  const see = (value: number, from = 0) => {
    hashes[out++] = observation(++template, from, value);
  };
  if (group === LEFT_UNITS) {
    const l2 = units[at - 2] ?? 0;
    const l1 = units[at - 1] ?? 0;
    see(l2);
    see(l1);
    see(l2 * 0x10000 + l1);
  } else if (group === RIGHT_UNITS) {
    const r1 = units[at + 1] ?? 0;
    const r2 = units[at + 2] ?? 0;
    see(r1);
    see(r2);
    see(r1 * 0x10000 + r2);
  } else if (group === OWN_UNITS) {
    see(units[at] ?? 0);
    see((units[at - 1] ?? 0) * 0x10000 + (units[at] ?? 0));
  } else if (group === OWN_WORD) {
    see(words[word] ?? 0, place);
    see(mix(piece.tags[word] ?? 0, piece.lengths[word] ?? 0), place);
    see(clusters[word] ?? 0, place);
    see(lastUnits[word] ?? 0, place);
    see(piece.lastPairs[word] ?? 0, place);
    see(piece.firstUnits[word] ?? 0, place);
  } else if (group === LEFT_WORD || group === RIGHT_WORD) {
    const beside = group === LEFT_WORD ? word - 1 : word + 1;
    see(words[beside] ?? 0, place);
    see(clusters[beside] ?? 0, place);
    see(lastUnits[beside] ?? 0, place);
  } else observeLists(piece, index, group, see);
}

function observeLists(piece: Piece, index: number, group: number, see: (value: number, from?: number) => void): void {
  const { classes, marks, surnames } = piece;
  const at = index + PAD;
  const word = piece.wordAt[index] ?? 0;
  const place = piece.placeAt[index] ?? 0;
  if (group === LISTED) {
    const mark = marks[at] ?? 0;
    const markAfter = marks[at + 1] ?? 0;
    const markSecond = marks[at + 2] ?? 0;
    see(mark);
    see(((marks[at - 1] ?? 0) * 256 + mark) * 256 + markAfter);
    see(markAfter * 256 + markSecond);
    see(((surnames[at] ?? 0) * 256 + markSecond) * 256 + (marks[at + 3] ?? 0));
    see(surroundings(classes, piece.quoted, at));
  } else if (group === FORMS) {
    const form = piece.forms[at] ?? 0;
    const tag = piece.tags[word] ?? 0;
    see(form);
    see(mix(form, tag), place);
    see(form * 0x1000 + (piece.clusters[word] ?? 0));
    see(mix(surnamesBefore(surnames, at), tag), place);
  }
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
  hashes[to] = observation(FIRST_LOOSE + 1, 0, c0r1);
  hashes[to + 1] = observation(FIRST_LOOSE + 2, 0, l1 * 0x10000 + r1);
  hashes[to + 2] = observation(FIRST_LOOSE + 3, 0, mix(l1c0, units[at - 2] ?? 0));
  hashes[to + 3] = observation(FIRST_LOOSE + 4, 0, mix(l1c0, r1));
  hashes[to + 4] = observation(FIRST_LOOSE + 5, 0, mix(c0r1, units[at + 2] ?? 0));
  hashes[to + 5] = observation(FIRST_LOOSE + 6, place, mix(words[word - 1] ?? 0, own));
  hashes[to + 6] = observation(FIRST_LOOSE + 7, place, mix(own, words[word + 1] ?? 0));
  hashes[to + 7] = observation(FIRST_LOOSE + 8, place, words[word - 2] ?? 0);
  hashes[to + 8] = observation(FIRST_LOOSE + 9, place, words[word + 2] ?? 0);
}
