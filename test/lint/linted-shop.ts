import { rm } from 'node:fs/promises';
import { afterEach } from '@jest/globals';
import { lint } from '../../src/lint/lint.ts';
import { findsNothing, line, writeShop, type Edits } from './fixture.ts';

const roots: string[] = [];
afterEach(async () => {
  for (const root of roots.splice(0)) await rm(root, { recursive: true });
});

/** Writes the shop with edits; it is gone after the test. */
export async function shopRoot(edits?: Edits): Promise<string> {
  const root = await writeShop(edits);
  roots.push(root);
  return root;
}

/** What lint finds in the shop with edits, a line each. */
export async function found(edits?: Edits): Promise<string[]> {
  return (await lint(await shopRoot(edits), [], findsNothing)).map(line);
}
