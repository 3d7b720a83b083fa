/** Orders strings by UTF-16 code units: the same everywhere, unlike an order that depends on the language set. */
export function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
