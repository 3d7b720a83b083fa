/** What a relation or tie carries beside its ends, as columns of a table and back. */
import type { RelationAttributes } from '../../relations/relation.ts';
import { fromMinorUnits, toMinorUnits } from './minor-units.ts';

/** A value of SQLite; whole numbers may come back as bigints. */
export type SqlValue = string | number | bigint | null;

/** How one attribute becomes a value of its column, and comes back. */
interface AttributeColumn {
  toSql(attributes: RelationAttributes): SqlValue;
  /** `currency` is that of the same row. */
  fromSql(value: SqlValue, currency: string | undefined): unknown;
}

const asIs = (name: keyof RelationAttributes): AttributeColumn => ({
  toSql: (attributes) => (attributes[name] as string | number | undefined) ?? null,
  fromSql: (value) => value,
});

/** Names every attribute, so that the compiler refuses one that the store would lose. */
const ATTRIBUTES: Readonly<Record<keyof RelationAttributes, AttributeColumn>> = {
  status: asIs('status'),
  date: asIs('date'),
  place: asIs('place'),
  title: asIs('title'),
  former: {
    toSql: ({ former }) => (former === undefined ? null : Number(former)),
    fromSql: (value) => Number(value) === 1,
  },
  amount: {
    toSql: ({ amount, currency }) => (amount === undefined ? null : toMinorUnits(amount, currency)),
    fromSql: (value, currency) => fromMinorUnits(BigInt(value as bigint), currency),
  },
  currency: asIs('currency'),
  share: asIs('share'),
  qualifier: asIs('qualifier'),
  round: asIs('round'),
  joint: asIs('joint'),
};

/** Names of the columns, in the order of {@link toAttributeValues}. */
export const ATTRIBUTE_NAMES = Object.keys(ATTRIBUTES) as readonly (keyof RelationAttributes)[];

const CURRENCY = ATTRIBUTE_NAMES.indexOf('currency');

/** The values of the columns, null for what is not there. */
export function toAttributeValues(attributes: RelationAttributes): SqlValue[] {
  return ATTRIBUTE_NAMES.map((name) => ATTRIBUTES[name].toSql(attributes));
}

/**
 * The attributes of a row; those that are missing are missing again, not undefined.
 *
 * @param values in the order of {@link ATTRIBUTE_NAMES}, whole numbers as bigints
 */
export function fromAttributeValues(values: readonly SqlValue[]): RelationAttributes {
  const currency = (values[CURRENCY] as string | null) ?? undefined;
  const present = ATTRIBUTE_NAMES.flatMap((name, index) => {
    const value = values[index] ?? null;
    return value === null ? [] : [[name, ATTRIBUTES[name].fromSql(value, currency)]];
  });
  return Object.fromEntries(present);
}
