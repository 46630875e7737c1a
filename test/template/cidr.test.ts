import { expect, test } from '@jest/globals';
import { cidrBlocks } from '../../src/template/cidr.ts';

test('blocks follow one another from the start of the block', () => {
  expect(cidrBlocks('10.0.0.0/16', 3, 8)).toEqual(['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24']);
  expect(cidrBlocks('192.168.255.0/24', 2, 7)).toEqual(['192.168.255.0/25', '192.168.255.128/25']);
  expect(cidrBlocks('10.0.9.7/16', 1, 4)).toEqual(['10.0.0.0/28']);
  expect(cidrBlocks('255.255.255.255/31', 2, 0)).toBeNull();
});

test.each([
  ['10.0.0.0/24', 3, 7],
  ['10.0.0/24', 1, 1],
  ['10.0.0.256/24', 1, 1],
  ['10.0.0.0/33', 1, 1],
  ['fd00::/8', 1, 64],
  ['10.0.0.0/8', 257, 1],
  ['10.0.0.0/24', 1, Number.NaN],
])('%s × %s with %s bits does not fit', (block, count, bits) => {
  expect(cidrBlocks(block, count, bits)).toBeNull();
});
