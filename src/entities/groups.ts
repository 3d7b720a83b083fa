/** Lists of names: 甲公司、乙公司和丙公司. */
import type { Mention, MentionType } from '../mentions/mention.ts';
import type { Group } from './entity.ts';

const JOIN = /^[\s]*(?:[、，,]|和|与|及|以及|、以及|及其|并)[\s]*$/u;
/** 甲与乙、丙: what follows 与 is a list of its own, for a list ends with its conjunction. */
const WITH = /^[\s]*(?:和|与)[\s]*$/u;
const ENUMERATION = /^[\s]*、[\s]*$/u;
const COMMA = /^[\s]*[，,][\s]*$/u;

const KIND: Partial<Record<MentionType, string>> = {
  person: 'person',
  company: 'organisation',
  agency: 'organisation',
  organization: 'organisation',
  project: 'project',
  place: 'place',
};

/**
 * Groups of neighbours that only list marks part. A post before a member (副行长李二) belongs to it; a comma alone joins
 * people with posts only.
 */
export function findGroups(text: string, mentions: readonly Mention[]): Group[] {
  const groups: Group[] = [];
  let members: number[] = [];
  let kind: string | undefined;
  let end = 0;
  let bridged = false;
  let joinedByWith = false;
  const close = () => {
    const first = mentions[members[0] ?? -1];
    const last = mentions[members.at(-1) ?? -1];
    if (members.length > 1 && first !== undefined && last !== undefined) {
      groups.push({ members, start: first.start, end: last.end });
    }
    members = [];
    kind = undefined;
    bridged = false;
    joinedByWith = false;
  };
  for (const [index, mention] of mentions.entries()) {
    if (mention.parent !== undefined) continue;
    const own = KIND[mention.type];
    const gap = text.slice(end, mention.start);
    if (
      kind === 'person' &&
      (mention.type === 'position' || own === 'organisation') &&
      (bridged ? /^[原前、兼]?$/u.test(gap) : JOIN.test(gap))
    ) {
      // 、副行长李二: the post of the next member.
      bridged = true;
      end = mention.end;
      continue;
    }
    if (own !== undefined && own === kind && (bridged ? gap === '' : JOIN.test(gap) && !COMMA.test(gap))) {
      if (members.length === 1) joinedByWith = WITH.test(gap);
      else if (joinedByWith && ENUMERATION.test(gap) && kind === 'organisation') {
        members.shift();
        joinedByWith = false;
      }
      members.push(index);
    } else {
      close();
      if (own !== undefined) {
        kind = own;
        members = [index];
      }
    }
    bridged = false;
    end = mention.end;
  }
  close();
  return groups;
}
