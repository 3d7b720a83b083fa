/** Short forms that the text defines in brackets: 甲乙网络科技有限公司（下称甲乙网络）. */
import type { Mention, MentionType } from './mention.ts';

/** A defined short form. */
export interface DefinedShortForm {
  /** The short name. */
  readonly name: string;
  /** The full name, as the text writes it. */
  readonly full: string;
  readonly type: MentionType;
  /** Offset of the short name. */
  readonly start: number;
}

const DEFINITION =
  /^（(?:以下|下)?(?:均|统一)?(?:简称|下称|称|下同|简称为|称为)(?:为|作)?[：:]?[“"‘《]?([^”"’》，。；（）]{2,12}?)[”"’》]?(?:或[^）]{0,12})?）/u;
const PLAIN = /^（[“"]([^”"，。；（）]{2,12})[”"]）/u;

/**
 * The short forms that a text defines.
 *
 * @param text normalised text
 * @param mentions decided mentions; a definition belongs to the mention that ends where its bracket opens
 */
export function definedShortForms(text: string, mentions: readonly Mention[]): DefinedShortForm[] {
  const result: DefinedShortForm[] = [];
  for (const { end, type, text: full, parent } of mentions) {
    if (parent !== undefined || text.charAt(end) !== '（') continue;
    const rest = text.slice(end, end + 40);
    const name = (DEFINITION.exec(rest) ?? PLAIN.exec(rest))?.[1]?.trim();
    if (name === undefined || name.length < 2 || name === full) continue;
    const start = text.indexOf(name, end);
    result.push({ name, full, type, start });
  }
  return result;
}
