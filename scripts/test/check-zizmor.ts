/** zizmor over the workflows, Dependabot's settings and the actions, as its strictest persona for a project, without a network. */
import { join } from 'node:path';
import { endCheck, findings } from './tool.ts';

/** What zizmor says of these files and folders; empty where it finds nothing. */
export function zizmor(inputs: readonly string[], folder: string): string {
  const options = [
    '--offline',
    '--persona=pedantic',
    '--strict-collection',
    '--no-progress',
    '--format=plain',
  ];
  return findings('zizmor', [...options, '--', ...inputs], folder);
}

if (import.meta.main)
  await endCheck(() => zizmor(['.github', 'actions'], join(import.meta.dirname, '..', '..')));
