import type { ActionFile } from '../docs/actions/action-file.ts';

/**
 * What the runner would set for a step that leaves out what an action needs; where it needs nothing, a step whose every
 * input is nonsense.
 */
export function wrongInputs({ inputs }: ActionFile): Readonly<Record<string, string>> {
  const isNeeding = Object.values(inputs).some(({ required }) => required);
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [
      `INPUT_${name.toUpperCase()}`,
      isNeeding ? (input.default ?? '') : '?',
    ]),
  );
}
