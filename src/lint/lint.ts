import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { listSystems } from '../config/load.ts';
import { UserError } from '../errors/slipway-error.ts';
import { suggestion, withHint } from '../template/nearest.ts';
import { parseTemplate } from '../template/parse-template.ts';
import type { TemplateTree } from '../template/template.ts';
import { atValues, type JudgedSystem } from './at-values.ts';
import { cfnLint, type CfnLintRunner, type TemplateUse } from './cfn-lint.ts';
import { withNested, type StackInEnvironment } from './evaluated-stacks.ts';
import { inOrder, type Finding } from './finding.ts';
import { judgeSystem } from './judge-system.ts';
import { readLintedSystem, type LintedSystem } from './linted-system.ts';
import { isSecret, parameterText } from './nested-values.ts';
import { orphanTemplates, standsAlone, templateFiles } from './orphan-templates.ts';
import { cfnLintSettings, checkovSettings, settingsSuppressions, suppressions } from './suppressions.ts';
import { toldOtherwise } from './told-otherwise.ts';

/**
 * Lints systems: cfn-lint over templates × parameter files, and the wiring of the nested trees. Mistakes in the files are
 * findings like others, each at its line.
 *
 * @param root the repository's folder
 * @param patterns names of systems or globs (`photo-*`); none means all
 * @returns in the order of files and lines, each told once
 * @throws UserError `LINT_NOTHING` for a pattern that matches no system, `CFN_LINT_MISSING`; SlipwayError `CFN_LINT_FAILED`
 */
export async function lint(
  root: string,
  patterns: readonly string[],
  runCfnLint: CfnLintRunner,
): Promise<readonly Finding[]> {
  const all = await listSystems(root);
  const wanted = matching(all, patterns);
  const findings: Finding[] = [];
  const systems: LintedSystem[] = [];
  const trees: TemplateTree[] = [];
  let complete = true;
  for (const name of all) {
    const read = await readLintedSystem(root, name);
    trees.push(...(read.system?.trees.values() ?? []));
    complete &&=
      read.system !== null && read.system.trees.size === read.system.definition.value.stacks.length;
    if (!wanted.includes(name)) continue;
    findings.push(...read.findings);
    if (read.system !== null) systems.push(read.system);
  }

  const uses: TemplateUse[] = [];
  const judged: JudgedSystem[] = [];
  for (const system of systems) {
    const { findings: own, stacks } = judgeSystem(system);
    findings.push(...own);
    uses.push(...templateUses(system, stacks));
    judged.push({ system, stacks });
  }

  const files = await templatesIn(root);
  if (files.length === 0) {
    throw new UserError('LINT_NOTHING', 'There is no template: templates/**/*.yml matches nothing');
  }
  if (complete && wanted.length === all.length) findings.push(...orphanTemplates(files, trees));
  const region = uses[0]?.region ?? 'us-east-1';
  for (const template of files.filter(standsAlone)) {
    uses.push({ template, region, environment: 'none', parameters: {} });
    findings.push(
      ...(await suppressionsIn(root, template, (text) => suppressions(parseTemplate(text, template)))),
    );
  }
  for (const file of [...cfnLintSettings, ...checkovSettings])
    findings.push(...(await suppressionsIn(root, file, (text) => settingsSuppressions(text, file))));

  const told = await cfnLint(root, uses, runCfnLint);
  const isOtherwise = toldOtherwise(trees, findings);
  const asked = told.filter(({ finding }) => !isOtherwise(finding));
  return inOrder([...findings, ...asked.flatMap((each) => atValues(each, judged))]);
}

/**
 * The systems that names and globs mean.
 * @throws UserError `LINT_NOTHING` for one that means none
 */
export function matching(all: readonly string[], patterns: readonly string[]): readonly string[] {
  if (all.length === 0) {
    throw new UserError('LINT_NOTHING', 'There is no system to lint: params/*/system.yml matches nothing');
  }
  const matched = new Set<string>();
  for (const pattern of patterns) {
    const found = all.filter((name) => picomatch.isMatch(name, pattern));
    if (found.length === 0) {
      throw new UserError(
        'LINT_NOTHING',
        withHint(`${pattern} matches no system; the systems are ${all.join(', ')}`, suggestion(pattern, all)),
      );
    }
    for (const name of found) matched.add(name);
  }
  return patterns.length === 0 ? all : all.filter((name) => matched.has(name));
}

/** What is found in a file that belongs to no system. One that cannot be read is cfn-lint's to tell. */
async function suppressionsIn(
  root: string,
  file: string,
  judge: (text: string) => readonly Finding[],
): Promise<readonly Finding[]> {
  try {
    return judge(await readFile(join(root, file), 'utf8'));
  } catch (error) {
    if (error instanceof UserError || isAbsent(error)) return [];
    throw error;
  }
}

function isAbsent(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}

/** Every template with the parameters that each environment gives it; without parameters where no environment deploys it. */
function templateUses(system: LintedSystem, stacks: readonly StackInEnvironment[]): readonly TemplateUse[] {
  const deployed = stacks.flatMap(({ environment, instance, stack }) =>
    withNested(stack).map((each): TemplateUse => {
      const known = Object.keys(each.parameters).flatMap((name) => {
        const value = parameterText(each, name);
        return value === null || isSecret(each, name) ? [] : [[name, value] as const];
      });
      return {
        template: each.template.file,
        region: instance.region,
        environment,
        parameters: Object.fromEntries(known),
      };
    }),
  );
  const seen = new Set(deployed.map(({ template }) => template));
  const region = deployed[0]?.region ?? 'us-east-1';
  const others = [...new Set([...system.trees.values()].flatMap(templateFiles))].filter(
    (file) => !seen.has(file),
  );
  return [
    ...deployed,
    ...others.map((template) => ({ template, region, environment: 'none', parameters: {} })),
  ];
}

async function templatesIn(root: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, 'templates'), { recursive: true }).catch(() => []);
  return entries
    .map((entry) => `templates/${entry.replaceAll('\\', '/')}`)
    .filter((file) => /\.(ya?ml|json)$/.test(file))
    .sort();
}
