/** Characters that do harm wherever a text goes, made harmless. */

/**
 * Halves of surrogate pairs, which no encoding of Unicode can write; NUL, which ends a text in C; and the controls
 * that turn the direction of writing around, with which a text shows something else than it says
 * (https://trojansource.codes).
 */
const HARMFUL = /[\p{Surrogate}\0\u202A-\u202E\u2066-\u2069]/gu;

/** Replaces each by U+FFFD, so that no offset moves and the reader sees that something stood there. */
export function neutralise(text: string): string {
  return text.replace(HARMFUL, '\uFFFD');
}
