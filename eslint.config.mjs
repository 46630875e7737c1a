import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * Which folders of `src/` may import which. An arrow points from what orders the work to what does it:
 * `cli` and `github` → `session` → `deployment` → the verbs → `template`, `config` → `aws`. `report` reads types of data and calls nobody.
 */
const layers = {
  errors: [],
  runtime: ['errors'],
  aws: ['errors', 'runtime'],
  template: ['errors', 'runtime'],
  config: ['errors', 'runtime', 'template'],
  lint: ['errors', 'runtime', 'template', 'config'],
  release: ['errors', 'runtime', 'aws', 'template', 'config'],
  ledger: ['errors', 'runtime', 'aws', 'config'],
  stacks: ['errors', 'runtime', 'aws', 'template', 'config'],
  site: ['errors', 'runtime', 'aws', 'config', 'release'],
  plan: ['errors', 'runtime', 'aws', 'template', 'config', 'release', 'stacks', 'site'],
  smoke: ['errors', 'runtime', 'aws', 'config'],
  'source-changes': ['errors', 'runtime', 'template', 'config', 'lint', 'release', 'plan'],
  bootstrap: ['errors', 'runtime', 'aws', 'template', 'config', 'stacks', 'plan'],
  restore: ['errors', 'runtime', 'aws'],
  'tear-down': ['errors', 'runtime', 'aws', 'config', 'ledger', 'stacks', 'plan'],
  secrets: ['errors', 'runtime', 'aws', 'template', 'config'],
  cleanup: ['errors', 'runtime', 'aws', 'config', 'release', 'stacks', 'ledger'],
  doctor: ['errors', 'runtime', 'aws', 'template', 'config', 'stacks', 'smoke', 'bootstrap'],
  report: [
    'errors',
    'runtime',
    'template',
    'config',
    'lint',
    'release',
    'ledger',
    'stacks',
    'site',
    'plan',
    'smoke',
    'bootstrap',
    'cleanup',
    'doctor',
    'deployment',
    'tear-down',
  ],
  deployment: [
    'errors',
    'runtime',
    'aws',
    'template',
    'config',
    'release',
    'ledger',
    'stacks',
    'site',
    'plan',
    'smoke',
  ],
  init: ['errors', 'config'],
  session: ['errors', 'runtime', 'aws', 'config', 'smoke', 'deployment'],
};

const zones = [
  ...Object.entries(layers).map(([folder, allowed]) => ({
    target: `./src/${folder}`,
    from: './src',
    except: [folder, ...allowed].map((name) => `./${name}`),
    message: `src/${folder} may import only ${[folder, ...allowed].join(', ')} (docs/architecture.md, "Arrows").`,
  })),
  {
    target: Object.keys({ ...layers, github: [], cli: [] })
      .filter((folder) => folder !== 'smoke')
      .map((folder) => `./src/${folder}`),
    from: './clients',
    message:
      'the application client is for applications; src/smoke alone uses it, to check what they hand out.',
  },
  {
    target: './clients',
    from: './src',
    message: 'the application client can be copied into an application as it is.',
  },
  {
    target: './src/github',
    from: './src/cli',
    message: 'the actions and the command line stand beside each other; what both need lies below them.',
  },
];

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'out', '.venv', '.local', 'coverage', 'site/dist', 'apps/*/dist'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'console',
          'process',
          'URL',
          'fetch',
          'setTimeout',
          'document',
          'window',
          'Buffer',
          'FormData',
          'File',
          'location',
          'sessionStorage',
          'localStorage',
        ].map((n) => [n, 'readonly']),
      ),
    },
  },
);
