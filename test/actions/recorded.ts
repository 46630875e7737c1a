import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Action, type ActionEnd, type Openers } from '../../src/github/action.ts';
import { performAction } from '../../src/github/perform-action.ts';

/** What one step of a job left behind. */
export interface Performed {
  readonly exitCode: number;
  /** The job's log with its workflow commands. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  /** What the runner was told to mask, in order. */
  readonly masks: readonly string[];
  /** The annotations, as `error title: message` lines of the first line of each. */
  readonly errors: readonly string[];
}

export interface Step {
  /** As its folder is called. */
  readonly name: string;
  readonly main: (action: Action) => Promise<ActionEnd>;
  readonly workspace: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly openers?: Partial<Openers>;
  readonly signal?: AbortSignal;
}

const nobody: Openers = {
  openSession: () => Promise.reject(new Error('this step has no session')),
  openGitHub: () => Promise.reject(new Error('this step has no GitHub')),
};

/** The variables of a job that a push to main started (Docs, "Default environment variables"). */
export const pushToMain = {
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REPOSITORY: 'octo/app',
  GITHUB_RUN_ID: '7',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_ACTOR: 'ada',
  GITHUB_SHA: 'c0ffee00'.repeat(5),
  GITHUB_REF: 'refs/heads/main',
  GITHUB_WORKFLOW_REF: 'octo/app/.github/workflows/deploy.yml@refs/heads/main',
} as const;

/** The variables of a pull request's job; writes its event into the workspace. */
export function pullRequest(
  workspace: string,
  { number = 12, labels = [] as readonly string[], head = 'octo/app' } = {},
): Readonly<Record<string, string>> {
  const file = join(workspace, 'event.json');
  const event = {
    number,
    pull_request: {
      number,
      head: { sha: 'a'.repeat(40), ref: 'photos', repo: { full_name: head } },
      base: { sha: 'b'.repeat(40), ref: 'main', repo: { full_name: 'octo/app' } },
      labels: labels.map((name) => ({ name })),
    },
  };
  writeFileSync(file, JSON.stringify(event));
  return {
    ...pushToMain,
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: file,
    GITHUB_REF: `refs/pull/${number}/merge`,
  };
}

/** Runs one step as the runner does, in this process. */
export async function perform(step: Step): Promise<Performed> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-step-'));
  const files = { GITHUB_OUTPUT: 'output', GITHUB_STATE: 'state', GITHUB_STEP_SUMMARY: 'summary' };
  const paths = Object.fromEntries(
    Object.entries(files).map(([variable, file]) => {
      writeFileSync(join(folder, file), '');
      return [variable, join(folder, file)];
    }),
  );
  const inputs = Object.fromEntries(
    Object.entries(step.inputs ?? {}).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
  let log = '';
  const action = new Action(
    step.name,
    {
      env: { ...pushToMain, GITHUB_WORKSPACE: step.workspace, ...paths, ...inputs, ...step.env },
      program: join(import.meta.dirname, '..', '..', 'dist', `${step.name}.js`),
      write: (text) => (log += text),
      signal: step.signal ?? new AbortController().signal,
    },
    { ...nobody, ...step.openers },
  );
  try {
    const exitCode = await performAction(action, step.main);
    return {
      exitCode,
      log,
      outputs: entriesOf(readFileSync(join(folder, 'output'), 'utf8')),
      state: entriesOf(readFileSync(join(folder, 'state'), 'utf8')),
      summary: readFileSync(join(folder, 'summary'), 'utf8'),
      masks: commandsOf(log, 'add-mask').map(({ message }) => message),
      errors: commandsOf(log, 'error').map(({ message }) => message),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The entries of a file of the runner; the last one of a name counts. */
function entriesOf(text: string): Readonly<Record<string, string>> {
  const entries: Record<string, string> = {};
  for (const match of text.matchAll(/^(?<name>[^\n]+?)<<(?<end>[^\n]+)\n(?<value>[\s\S]*?)\n\k<end>\n/gm))
    entries[match.groups?.['name'] ?? ''] = match.groups?.['value'] ?? '';
  return entries;
}

export interface Command {
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** The workflow commands of one name, as the runner reads them. */
export function commandsOf(log: string, name: string): readonly Command[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const match = /^\s*::(?<name>[\w-]+)(?: (?<properties>.*?))?::(?<message>.*)$/.exec(line);
    if (match?.groups?.['name'] !== name) return [];
    const properties = (match.groups['properties'] ?? '')
      .split(',')
      .filter((each) => each !== '')
      .map((each): [string, string] => {
        const at = each.indexOf('=');
        return [
          each.slice(0, at),
          unescaped(each.slice(at + 1))
            .replaceAll('%3A', ':')
            .replaceAll('%2C', ','),
        ];
      });
    return [
      { properties: Object.fromEntries(properties), message: unescaped(match.groups['message'] ?? '') },
    ];
  });
}

function unescaped(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
