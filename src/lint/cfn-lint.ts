import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { SlipwayError, UserError } from '../errors/slipway-error.ts';
import { canonicalJson } from '../runtime/canonical-json.ts';
import { sha256 } from '../runtime/sha256.ts';
import type { TemplatePath } from '../template/template.ts';
import type { Finding, Severity } from './finding.ts';
import type { RuleText } from './rule-texts.ts';

/** Runs cfn-lint with arguments in a folder. Rejects only where it cannot be started. */
export type CfnLintRunner = (
  args: readonly string[],
  cwd: string,
) => Promise<{ readonly exitCode: number; readonly stdout: string; readonly stderr: string }>;

/** A template as one environment deploys it. */
export interface TemplateUse {
  /** Relative to the repository. */
  readonly template: string;
  readonly region: string;
  /** For messages: `prod`. */
  readonly environment: string;
  /** What is known of its parameters, without secrets: cfn-lint repeats values in its messages. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** What cfn-lint tells. */
export interface Told {
  readonly finding: Finding;
  /** Where in the template, as keys and indices; `null` where that is the whole of it. */
  readonly path: TemplatePath | null;
  /** Whose values are wrong, where the finding is about a value that comes from parameters; in no order. */
  readonly environments: readonly string[];
}

/**
 * What cfn-lint is not asked, since it is told otherwise or better:
 * W3002 relative paths in TemplateURL and Code are what packaging takes; E3043 and E2900 feed and fit of parameters are checked
 * over the whole tree, with the place in the parameter file.
 */
const notAsked = ['W3002', 'E3043', 'E2900'];

/**
 * Runs an installed cfn-lint as a child process.
 *
 * @param executable e.g. `.venv/bin/cfn-lint`
 */
export function cfnLintRunner(executable: string): CfnLintRunner {
  return (args, cwd) =>
    new Promise((resolve, reject) => {
      execFile(executable, args, { cwd, maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) => {
        if (error === null) resolve({ exitCode: 0, stdout, stderr });
        else if (typeof error.code === 'number') resolve({ exitCode: error.code, stdout, stderr });
        else {
          reject(
            new UserError('CFN_LINT_MISSING', `cfn-lint cannot be started: ${executable}`, {
              next: 'npm run setup installs it',
              cause: error,
            }),
          );
        }
      });
    });
}

/**
 * Lints templates with the parameters of each environment by all rules, the informational ones too; one process for all templates of a region, since what a region
 * offers decides what is right there. Parameter sets go in as cfn-lint's deployment files, which lie in a temporary folder.
 *
 * @throws UserError `CFN_LINT_MISSING`; SlipwayError `CFN_LINT_FAILED` where it answers with something else than findings
 */
export async function cfnLint(
  root: string,
  uses: readonly TemplateUse[],
  run: CfnLintRunner,
): Promise<readonly Told[]> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-cfn-lint-'));
  try {
    const regions = [...new Set(uses.map(({ region }) => region))].sort();
    const asked: { readonly region: string; readonly files: ReadonlyMap<string, readonly string[]> }[] = [];
    for (const region of regions) {
      const own = uses.filter((use) => use.region === region);
      asked.push({ region, files: await deploymentFiles(root, folder, own) });
    }
    // All settle before the folder goes, and before anything is thrown.
    const runs = await Promise.allSettled(
      asked.map(({ region, files }) => lintRegion(root, region, files, run)),
    );
    return runs.flatMap((each) => {
      if (each.status === 'rejected') throw each.reason;
      return each.value;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The files by name, each with the environments that it stands for. */
async function deploymentFiles(
  root: string,
  folder: string,
  uses: readonly TemplateUse[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const files = new Map<string, { text: string; environments: string[] }>();
  for (const { template, parameters, environment } of uses) {
    const text = canonicalJson({ 'template-file-path': join(root, template), parameters, tags: {} });
    const file = join(folder, `${sha256(text)}.json`);
    const entry = files.get(file) ?? { text, environments: [] };
    if (!entry.environments.includes(environment)) entry.environments.push(environment);
    files.set(file, entry);
  }
  for (const [file, { text }] of files) await writeFile(file, text);
  return new Map([...files].map(([file, { environments }]) => [file, environments]));
}

async function lintRegion(
  root: string,
  region: string,
  files: ReadonlyMap<string, readonly string[]>,
  run: CfnLintRunner,
): Promise<readonly Told[]> {
  const options = [
    '--format',
    'json',
    '--regions',
    region,
    '--include-checks',
    'I',
    '--ignore-checks',
    ...notAsked,
  ];
  const { exitCode, stdout, stderr } = await run([...options, '--deployment-files', ...files.keys()], root);
  const answer = v.safeParse(answerSchema, stdout);
  if (!answer.success) {
    throw new SlipwayError(
      'CFN_LINT_FAILED',
      `cfn-lint ended with exit code ${exitCode} and no findings to read. It said: ${lastLines(stderr) || 'nothing'}`,
      'slipway',
    );
  }
  return answer.output.map(({ Filename, Level, Location, Message, Rule }) => {
    const environments = new Set<string>();
    // cfn-lint names the file that a value came from; people know the environment.
    const message = Message.replace(/ from \[([^\]]*)\]/g, (whole, list: string) => {
      const named = list.split(', ').flatMap((quoted) => files.get(quoted.replace(/^'|'$/g, '')) ?? []);
      for (const each of named) environments.add(each);
      return named.length === 0 ? whole : inEnvironments([...new Set(named)]);
    });
    const { LineNumber: lineNumber, ColumnNumber: column } = Location.Start;
    const about = aboutRule(Rule);
    return {
      finding: {
        rule: Rule.Id,
        severity: severities[Level] ?? 'error',
        message,
        at: { file: Filename, line: lineNumber, column },
        hint: null,
        ...(about !== null && { about }),
      },
      path: Location.Path ?? null,
      environments: [...environments],
    };
  });
}

/** ` in dev, sit`: what a message about values of some environments has at its end. */
export function inEnvironments(names: readonly string[]): string {
  return ` in ${names.join(', ')}`;
}

function aboutRule({
  Description: full = '',
  ShortDescription: short = '',
  Source: source = '',
}: RuleOfAnswer): RuleText | null {
  if (full === '' && short === '') return null;
  return { short: short || full, full: full || short, uri: source.startsWith('https://') ? source : null };
}

const severities: Readonly<Record<string, Severity>> = {
  Error: 'error',
  Warning: 'warning',
  Informational: 'info',
};

const ruleSchema = v.object({
  Id: v.string(),
  ShortDescription: v.optional(v.string()),
  Description: v.optional(v.string()),
  Source: v.optional(v.string()),
});
type RuleOfAnswer = v.InferOutput<typeof ruleSchema>;

/** What cfn-lint prints with `--format json`, as far as it is read. */
const answerSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(
    v.object({
      Filename: v.string(),
      Level: v.string(),
      Message: v.string(),
      Location: v.object({
        Start: v.object({ LineNumber: v.number(), ColumnNumber: v.number() }),
        Path: v.nullish(v.array(v.union([v.string(), v.number()]))),
      }),
      Rule: ruleSchema,
    }),
  ),
);

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-3).join(' ').slice(0, 400);
}
