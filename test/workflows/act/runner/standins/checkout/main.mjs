import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? '';
const env = process.env;
const git = (...args) => execFileSync('git', args, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });

const repository = input('repository') || env.GITHUB_REPOSITORY;
if (repository !== env.GITHUB_REPOSITORY) throw new Error(`There is no repository ${repository} here.`);
// A token that stays in the workspace can be read by whatever the job runs.
if (input('persist-credentials') !== 'false') throw new Error('The checkout would keep the token.');

const folder = resolve(env.GITHUB_WORKSPACE, input('path'));
mkdirSync(folder, { recursive: true });
const depth = Number(input('fetch-depth'));
git('init', '--quiet', '.');
const wanted = input('ref') || env.GITHUB_SHA;
const limits = depth === 0 ? [] : [`--depth=${depth}`];
git('fetch', '--quiet', '--no-tags', ...limits, env.ACT_REMOTE, wanted);
git('checkout', '--quiet', '--force', '--detach', 'FETCH_HEAD');
console.log(`${repository} at ${wanted}`);
