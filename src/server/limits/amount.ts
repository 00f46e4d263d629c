import type { Variables } from '../operations/plain-request.ts';

/** A number that may depend on the variables of a request, as they were sent. */
export type Amount = number | ((given: Variables) => number);

export const evaluate = (amount: Amount, given: Variables): number =>
  typeof amount === 'number' ? amount : amount(given);

/** What is known before there is a request is added up once. */
export function sum(amounts: readonly Amount[]): Amount {
  const variable = amounts.filter((amount) => typeof amount === 'function');
  const fixed = amounts.reduce<number>((total, amount) => (typeof amount === 'number' ? total + amount : total), 0);
  if (variable.length === 0) return fixed;
  return (given) => variable.reduce((total, amount) => total + amount(given), fixed);
}

export function product(one: Amount, other: Amount): Amount {
  if (one === 0 || other === 0) return 0;
  if (typeof one === 'number' && typeof other === 'number') return one * other;
  return (given) => evaluate(one, given) * evaluate(other, given);
}
