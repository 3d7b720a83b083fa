/** The ways in which a document names one project or event. */
import { type Join, type Name, nameKey } from './name.ts';

/** What says that a project is one. */
const KIND = /(?:建设)?(?:项目|工程)$/u;

/** Joins a project with its name without the word for project: 云禾高速公路 and 云禾高速公路项目. */
export function joinBareProjects(names: ReadonlyMap<string, Name>, join: Join): void {
  for (const { text, type } of names.values()) {
    if (type !== 'project' || !KIND.test(text)) continue;
    const bare = nameKey(text.replace(KIND, ''), 'project');
    if (names.has(bare)) join(nameKey(text, 'project'), bare);
  }
}

/** Shortest description that can stand for a longer one. */
const DESCRIPTION = 5;

/** Joins projects and events of which one is the end of the other: 城北水库项目 and 甲市城北水库项目. */
export function joinDescriptions(names: ReadonlyMap<string, Name>, join: Join): void {
  for (const { text, type } of names.values()) {
    if (type !== 'project' && type !== 'event') continue;
    for (let start = 1; text.length - start >= DESCRIPTION; start++) {
      const end = nameKey(text.slice(start), type);
      if (names.has(end)) join(nameKey(text, type), end);
    }
  }
}

/** More projects than these in one article are a list of them, whose short and full names are not compared. */
const MOST_PROJECTS = 64;
/** What tells two projects of one kind apart: the phase, the number, the part of a town. */
const TELLS_APART = /[期号区县旗镇乡村东西南北]|第/u;

/**
 * Joins a project with the one that is described more fully in the same order: 甲厂玻璃项目 and 甲厂年产30万吨玻璃项目. Of several
 * fuller ones the shortest is meant, where the others are fuller ways to write that one.
 */
export function joinShortenedProjects(names: ReadonlyMap<string, Name>, join: Join): void {
  const projects = [...names.values()].filter(({ type }) => type === 'project');
  if (projects.length > MOST_PROJECTS) return;
  for (const { text: short } of projects) {
    if (short.length < DESCRIPTION) continue;
    const fuller = projects
      .map(({ text }) => text)
      .filter((full) => shortens(full, short))
      .sort((one, other) => one.length - other.length);
    const [nearest] = fuller;
    if (nearest === undefined || !fuller.every((full) => full === nearest || shortens(full, nearest))) continue;
    join(nameKey(nearest, 'project'), nameKey(short, 'project'));
  }
}

function shortens(full: string, short: string): boolean {
  if (short.length >= full.length || short.length * 2 < full.length) return false;
  let at = 0;
  let left = '';
  for (const character of full) {
    if (character === short.charAt(at)) at++;
    else left += character;
  }
  return at === short.length && !TELLS_APART.test(left);
}
