import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rewriteForAct } from '../../../../scripts/act/rewrite-for-act.ts';
import { runAct, type Run } from '../runner/act.ts';

const root = join(import.meta.dirname, '../../../..');

export interface Call {
  readonly action: string;
  readonly system: string;
  readonly environment: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** What actions hand out: by `<action>`, `<action> <system>` or `<action> <system> <environment>`. */
export type Cases = Readonly<Record<string, Readonly<Record<string, string | boolean>>>>;

export interface StubbedRun extends Run {
  /** The actions that were called, in order. */
  readonly calls: readonly Call[];
  /** `<action> <environment>` of one system, in order. */
  readonly of: (system: string) => readonly string[];
}

/** The repository's workflows, with actions that only write down that they were called. */
export class StubbedRepository {
  readonly #base: string;
  readonly #folder: string;
  #runs = 0;

  constructor(base: string) {
    this.#base = base;
    this.#folder = join(base, 'repository');
    cpSync(join(root, '.github'), join(this.#folder, '.github'), { recursive: true });
    cpSync(join(root, 'actions'), join(this.#folder, 'actions'), { recursive: true });
    const workflows = join(this.#folder, '.github/workflows');
    for (const file of readdirSync(workflows)) {
      const { text } = rewriteForAct(readFileSync(join(workflows, file), 'utf8'), { kind: 'own' }, file);
      // the site of this repository is not what is tried here
      writeFileSync(
        join(workflows, file),
        text.replace(/build-command: npm run .*/, 'build-command: echo build of $SYSTEM'),
      );
    }
    this.#write('dist/package.json', '{"type":"commonjs"}');
    const stub = readFileSync(join(import.meta.dirname, 'action.cjs'), 'utf8');
    for (const name of readdirSync(join(this.#folder, 'actions'))) {
      this.#write(`dist/${name}.js`, stub);
      this.#write(`dist/${name}-post.js`, '');
    }
    for (const system of ['billing', 'orders'])
      this.#write(`params/${system}/system.yml`, `system: ${system}\n`);
    this.#git('init', '--quiet', '--initial-branch=main');
    this.#git('add', '--all');
    this.#git('commit', '--quiet', '--message=first');
    this.#git('commit', '--quiet', '--allow-empty', '--message=second');
  }

  async run(
    workflow: string,
    event: { readonly name: string; readonly payload: object },
    cases: Cases = {},
    options: { readonly isFork?: boolean; readonly runId?: string } = {},
  ): Promise<StubbedRun> {
    const calls = join(this.#base, `calls-${(this.#runs += 1)}`);
    const run = await runAct({
      base: this.#base,
      folder: this.#folder,
      workflow,
      event,
      env: {
        GITHUB_REPOSITORY: 'example/orders',
        GITHUB_RUN_ID: options.runId ?? String(this.#runs),
        SHA_REF: this.#git('rev-parse', 'HEAD'),
        ACT_REMOTE: this.#folder,
        ACT_ARTIFACTS: join(this.#base, 'artifacts'),
        CALLS: calls,
        CASES: JSON.stringify(cases),
      },
      isFork: options.isFork ?? false,
      issuers: {
        token: () => 'ghs_of_the_job',
        identity: () => ({ requestUrl: 'http://127.0.0.1:9', requestToken: 'none' }),
      },
    });
    const lines = existsSync(calls) ? readFileSync(calls, 'utf8').trimEnd().split('\n') : [];
    const made = lines.map((line) => JSON.parse(line) as Call);
    const of = (system: string): readonly string[] =>
      made
        .filter((call) => call.system === system)
        .map(({ action, environment }) => `${action} ${environment}`.trim());
    return { ...run, calls: made, of };
  }

  end(): void {
    rmSync(this.#base, { recursive: true, force: true });
  }

  #write(file: string, text: string): void {
    mkdirSync(join(this.#folder, file, '..'), { recursive: true });
    writeFileSync(join(this.#folder, file), text);
  }

  #git(...args: readonly string[]): string {
    const identity = [
      '-c',
      'user.name=test',
      '-c',
      'user.email=test@example.org',
      '-c',
      'commit.gpgsign=false',
    ];
    return execFileSync('git', [...identity, ...args], { cwd: this.#folder, encoding: 'utf8' }).trim();
  }
}
