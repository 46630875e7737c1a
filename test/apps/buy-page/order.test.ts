import { expect, test } from '@jest/globals';
import { isPlan, money, seatsOf, total } from '../../../apps/buy-page/src/order.ts';

test('a year costs ten months', () => {
  expect(total({ plan: 'team', seats: 3, yearly: false })).toBe(8700);
  expect(total({ plan: 'team', seats: 3, yearly: true })).toBe(87000);
  expect(money(8700)).toBe('$87.00');
});

test.each([
  ['1', 1],
  [' 500 ', 500],
  ['0', null],
  ['501', null],
  ['1.5', null],
  ['-1', null],
  ['1e2', null],
  ['', null],
])('%j is %j seats', (text, seats) => {
  expect(seatsOf(text)).toBe(seats);
});

test('only what is offered is a plan', () => {
  expect([isPlan('team'), isPlan('toString'), isPlan('')]).toEqual([true, false, false]);
});
