import { join } from 'node:path';
import type { CliIo } from './io.ts';

/** The Python that has cfn-lint and ministack: the one that the set-up made, or the one that SLIPWAY_VENV_PYTHON names. */
export function venvPython(root: string, io: CliIo): string {
  return io.env['SLIPWAY_VENV_PYTHON'] ?? join(root, '.venv', 'bin', 'python');
}
