// What the npm scripts call: installs what is missing, then hands over to Node 24.
//   node scripts/run.mjs demo|test|test:quick|slipway|conformance [arguments…]
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupError, setup } from './setup/setup.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const programs = {
  demo: ['scripts/demo/demo.ts'],
  test: ['scripts/test/test.ts'],
  'test:quick': ['scripts/test/test.ts', '--quick'],
  slipway: ['src/cli/slipway.ts'],
  conformance: ['scripts/conformance/conformance.ts'],
};

const [name = '', ...rest] = process.argv.slice(2);
const program = programs[name];
if (!program) {
  console.error(`run.mjs: "${name}" is not one of ${Object.keys(programs).join(', ')}`);
  process.exit(2);
}

try {
  const { node, python } = setup({ checks: name.startsWith('test') });
  const env = {
    ...process.env,
    SLIPWAY_VENV_PYTHON: python,
    PATH: [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  };
  // The child shares the terminal and gets Ctrl-C itself; this process only waits and passes on other signals.
  const child = spawn(node, [join(root, program[0]), ...program.slice(1), ...rest], {
    stdio: 'inherit',
    env,
  });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.on('SIGINT', () => undefined);
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 130 : (code ?? 1);
  });
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(` setup   ${error.message}`);
  process.exitCode = 2;
}
