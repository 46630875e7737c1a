import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { environmentNames } from '../../src/config/environment-name.ts';
import { loadEnvironments, loadSystem } from '../../src/config/load.ts';
import { sourceText } from '../../src/config/parameter-source.ts';
import type { EnvironmentDefinition, StackDefinition } from '../../src/config/system.ts';
import { wiringMermaid } from '../../src/report/wiring.ts';
import { readTemplateTree } from '../../src/template/read-template-tree.ts';
import type { TemplateResource, TemplateTree } from '../../src/template/template.ts';
import { generated, table, withBlock } from './markdown.ts';

/** An alarm of a system's templates. */
export interface Alarm {
  /** Without system and environment: `api-latency`. Its runbook is `docs/runbooks/<name>.md`. */
  readonly name: string;
  readonly description: string;
  readonly file: string;
}

/** All alarms in the templates of a system, in their order. */
export async function alarmsOf(root: string, name: string): Promise<readonly Alarm[]> {
  const { stacks } = await loadSystem(root, name);
  const trees = await Promise.all(stacks.map(({ template }) => treeOf(root, template)));
  return trees.flatMap((tree) => alarmsIn(tree, [name, '${System}']));
}

function treeOf(root: string, file: string): Promise<TemplateTree> {
  return readTemplateTree(file, (path) => readFile(join(root, path), 'utf8'));
}

/** @param systems what stands for the system in a name: its own, and the parameter of modules that several systems use */
function alarmsIn({ template, children }: TemplateTree, systems: readonly string[]): readonly Alarm[] {
  const own = Object.values(template.body.Resources)
    .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
    .map((resource) => ({
      name: withoutPrefix(subText(resource, 'AlarmName'), systems),
      description: String(resource.Properties?.['AlarmDescription']),
      file: template.file,
    }));
  return [...own, ...[...children.values()].flatMap((child) => alarmsIn(child, systems))];
}

function withoutPrefix(name: string, systems: readonly string[]): string {
  const prefix = systems.map((system) => `${system}-\${Environment}-`).find((each) => name.startsWith(each));
  return name.slice(prefix?.length ?? 0);
}

function subText({ Properties }: TemplateResource, property: string): string {
  const value: unknown = Properties?.[property];
  const text: unknown = typeof value === 'object' && value !== null ? Object.values(value)[0] : value;
  return typeof text === 'string' ? text : '';
}

/** A page for a system that has none yet: its blocks, and where to say what only a person knows. */
export async function newSystemPage(root: string, name: string): Promise<string> {
  const { description, file } = await loadSystem(root, name);
  const section = (title: string, block: string): string => {
    const { begin, end } = generated(block);
    return `## ${title}\n\n${begin}\n\n${end}\n`;
  };
  return [
    `# ${name}\n\n${description}.\n`,
    `The tables and the picture are made from [${file}](../../${file}) and the templates: \`node scripts/docs/generate.ts\`.\n`,
    section('Picture', 'wiring'),
    section('Stacks', 'stacks'),
    section('Parameters', 'parameters'),
    section('Outputs', 'outputs'),
    section('Alarms', 'alarms'),
  ].join('\n');
}

/** Fills the generated blocks of `docs/systems/<system>.md` from the parameter files and the templates. */
export async function systemPage(root: string, name: string, written: string): Promise<string> {
  const system = await loadSystem(root, name);
  const environments = await loadEnvironments(root, system);
  const trees = new Map<string, TemplateTree>();
  for (const stack of system.stacks) trees.set(stack.name, await treeOf(root, stack.template));
  const alarms = await alarmsOf(root, name);
  const blocks = {
    wiring: `\`\`\`mermaid\n${wiringMermaid(system, trees)}\n\`\`\``,
    stacks: system.stacks.map((stack) => stackTable(stack, trees.get(stack.name))).join('\n\n'),
    parameters: parameterTable(system.stacks, trees, environments),
    outputs: outputTable(system.stacks, trees),
    alarms: table(
      ['alarm', 'says', 'runbook'],
      alarms.map((alarm) => [
        `\`${name}-{env}-${alarm.name}\``,
        alarm.description,
        `[${alarm.name}](../runbooks/${alarm.name}.md)`,
      ]),
    ),
  };
  return Object.entries(blocks).reduce(
    (text, [block, content]) => withBlock(text, content, generated(block)),
    written,
  );
}

function stackTable(stack: StackDefinition, tree: TemplateTree | undefined): string {
  const rows = [...(tree?.children ?? [])].map(([logicalId, { template }]) => [
    `\`${logicalId}\``,
    `[${template.file}](../../${template.file})`,
    template.body.Description ?? '',
  ]);
  const where = stack.region === 'edge' ? 'us-east-1' : 'the home region';
  return `\`${stack.name}\`, in ${where}: [${stack.template}](../../${stack.template})\n\n${table(['nested stack', 'template', 'what it is'], rows)}`;
}

function parameterTable(
  stacks: readonly StackDefinition[],
  trees: ReadonlyMap<string, TemplateTree>,
  environments: readonly EnvironmentDefinition[],
): string {
  const rows = stacks.flatMap((stack) =>
    Object.entries(trees.get(stack.name)?.template.body.Parameters ?? {}).map(([name, parameter]) => [
      `\`${stack.name}.${name}\``,
      parameter.Description ?? '',
      ...environmentNames.map((environment) => {
        const wired = stack.parameters[name];
        const values = environments.find((one) => one.environment === environment)?.values[stack.name];
        const source = wired ?? values?.[name];
        if (source !== undefined) return code(sourceText(source));
        if (name === 'ArtifactBucket') return 'set by Slipway';
        return parameter.Default === undefined ? '' : `default ${code(plain(parameter.Default))}`;
      }),
    ]),
  );
  return table(['parameter', 'meaning', ...environmentNames], rows);
}

function outputTable(stacks: readonly StackDefinition[], trees: ReadonlyMap<string, TemplateTree>): string {
  const rows = stacks.flatMap((stack) =>
    Object.entries(trees.get(stack.name)?.template.body.Outputs ?? {}).map(([name, output]) => [
      `\`${stack.name}.${name}\``,
      output.Description ?? '',
    ]),
  );
  return table(['output', 'meaning'], rows);
}

const code = (text: string): string => (text === '' ? 'empty' : `\`${text}\``);

/** A default is a text or a number (CloudFormation user guide, "Parameters"). */
const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
