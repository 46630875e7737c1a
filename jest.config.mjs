/** One project a kind of test, so that `--selectProjects unit` is what `npm run test:quick` runs. */
const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2024', parser: { syntax: 'typescript' } },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  modulePathIgnorePatterns: [
    '<rootDir>/out/',
    '<rootDir>/.local/',
    '<rootDir>/.venv/',
    '<rootDir>/site/dist/',
  ],
};

export default {
  maxWorkers: 2,
  // A test that hangs is ended by it; a machine that is busy with something else must not fail one.
  testTimeout: 30_000,
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '<rootDir>/test/local/',
        '<rootDir>/test/workflows/act/',
        '<rootDir>/test/e2e/',
      ],
    },
    { ...base, displayName: 'local', testMatch: ['<rootDir>/test/local/**/*.test.ts'] },
    { ...base, displayName: 'workflows', testMatch: ['<rootDir>/test/workflows/act/**/*.test.ts'] },
    { ...base, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] },
  ],
};
