/** Amounts of money as whole numbers of the currency's smallest unit, so that sums are exact in any order. */

/** Digits behind the point where they are not two (ISO 4217, of the currencies that amounts are read in). */
const DIGITS: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, VND: 0 };

/** SQLite's largest integer. */
const MOST = 2n ** 63n - 1n;

const factorOf = (currency: string | undefined) => 10 ** (DIGITS[currency ?? ''] ?? 2);

/**
 * The amount in the smallest unit: 12.5 `CNY` is 1250. What 64 bits cannot hold, far beyond any economy, becomes the
 * largest number that they can.
 *
 * @param amount in the currency's unit, finite and not negative
 */
export function toMinorUnits(amount: number, currency: string | undefined): bigint {
  const minor = BigInt(Math.round(amount * factorOf(currency)));
  return minor > MOST ? MOST : minor;
}

/** The amount in the currency's unit. */
export function fromMinorUnits(minor: bigint, currency: string | undefined): number {
  return Number(minor) / factorOf(currency);
}
