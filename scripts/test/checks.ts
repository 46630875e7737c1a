import type { Check } from './run-check.ts';

const node = process.execPath;

/** What must hold of the source before any test runs; each is one line of `npm test`. */
export const checks: readonly Check[] = [
  { name: 'types', command: [node, 'node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'], quick: true },
  {
    name: 'types of the site',
    command: [node, 'node_modules/typescript/bin/tsc', '--noEmit', '-p', 'site'],
    quick: true,
  },
  {
    name: 'types of buy-page',
    command: [node, 'node_modules/typescript/bin/tsc', '--noEmit', '-p', 'apps/buy-page'],
    quick: true,
  },
  {
    name: 'eslint',
    command: [node, 'node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'],
    quick: true,
  },
  {
    name: 'format',
    command: [node, 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
    quick: true,
  },
  { name: 'generated schemas are current', command: [node, 'scripts/schema.ts', '--check'], quick: true },
  {
    name: 'generated documents are current',
    command: [node, 'scripts/docs/generate.ts', '--check'],
    quick: true,
  },
  { name: 'workflows: actionlint', command: [node, 'scripts/test/check-workflows.ts'], quick: true },
  { name: 'workflows: zizmor', command: [node, 'scripts/test/check-zizmor.ts'], quick: true },
  { name: 'shell scripts: shellcheck', command: [node, 'scripts/test/check-shell.ts'], quick: true },
  { name: 'dist/ is current', command: [node, 'scripts/bundle/bundle.ts', '--check'], quick: false },
  {
    name: 'templates and parameters',
    command: [node, 'src/cli/slipway.ts', 'lint', '--strict'],
    quick: false,
  },
  // installs checkov the first time
  { name: 'templates: checkov', command: [node, 'scripts/test/check-checkov.ts'], quick: false },
];
