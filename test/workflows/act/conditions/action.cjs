// Stands for each of our actions where only the workflows' conditions are tried: writes down that it was called, hands out what
// CASES says for `<action> <system> <environment>` over what it hands out otherwise, and fails where that says `fail`.
const { appendFileSync, existsSync, mkdirSync, writeFileSync } = require('node:fs');
const { basename } = require('node:path');
const process = require('node:process');

const { GITHUB_OUTPUT, CALLS, CASES, ...env } = process.env;
const action = basename(module.filename, '.js');
const inputs = Object.fromEntries(
  Object.entries(env).flatMap(([name, value]) =>
    name.startsWith('INPUT_') ? [[name.slice('INPUT_'.length).toLowerCase(), value]] : [],
  ),
);
const { system = '', environment = '' } = inputs;
appendFileSync(CALLS, `${JSON.stringify({ action, system, environment, inputs })}\n`);

const result = `out/deployments/${system}-${environment}.json`;
const usual = {
  lint: { systems: '["orders"]' },
  release: { release: 'a'.repeat(64), folder: 'out/releases' },
  'change-set': {
    'has-changes': 'true',
    approval: environment === 'prod' ? 'reviewers' : 'none',
    fingerprint: 'f'.repeat(64),
    'fingerprint-short': 'ffffffff',
    headline: 'replaces Bucket',
    release: 'a'.repeat(64),
  },
  deploy: { outcome: 'succeeded', 'site-url': 'https://example.org', report: result },
  rollback: { outcome: 'succeeded', 'site-url': 'https://example.org', report: result },
  report: { verdict: 'pass', html: `out/report/${system}.html`, data: '' },
};
const { fail = false, ...changed } = {
  ...JSON.parse(CASES)[action],
  ...JSON.parse(CASES)[`${action} ${system}`],
  ...JSON.parse(CASES)[`${action} ${system} ${environment}`],
};
const handed = { ...usual[action], ...changed };
for (const [name, value] of Object.entries(handed)) appendFileSync(GITHUB_OUTPUT, `${name}=${value}\n`);

function leave(folder, file) {
  mkdirSync(`out/${folder}`, { recursive: true });
  writeFileSync(`out/${folder}/${file}`, '{}');
}
if (action === 'release') leave('releases', `${system}.json`);
if (action === 'change-set' && !fail) leave('plans', `${system}-${environment}.json`);
if (handed.report) leave('deployments', `${system}-${environment}.json`);
if (action === 'report') leave('report', `${system}.html`);
if (action === 'report' && changed.data) leave('report', `${system}.fork.json`);

for (const name of ['plan', 'data', 'deployments'])
  if (inputs[name] && !existsSync(inputs[name])) throw new Error(`there is no ${name} ${inputs[name]}`);
if (fail) process.exitCode = 1;
