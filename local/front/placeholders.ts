import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A resource of a type that the emulator refuses and that is inert in the local AWS. */
export interface Placeholder {
  readonly account: string;
  readonly region: string;
  readonly type: string;
  readonly stack: string;
  readonly logicalId: string;
}

/** The placeholders that have been made so far, each once, as the emulators wrote them down. */
export function readPlaceholders(stateDir: string): readonly Placeholder[] {
  const file = join(stateDir, 'placeholders.jsonl');
  if (!existsSync(file)) return [];
  const lines = new Set(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== ''),
  );
  return [...lines].map((line) => JSON.parse(line) as Placeholder);
}
