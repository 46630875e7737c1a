import { Option } from 'commander';
import type { StackOutputs } from '../../config/stack-instances.ts';
import { sha256 } from '../../runtime/sha256.ts';
import {
  action,
  withOutputOptions,
  type CommandOutcome,
  type Invocation,
  type Register,
} from '../command.ts';
import { makeSession } from '../context.ts';
import { deployedTarget } from '../../deployment/deployed-target.ts';
import { exitCodes } from '../exit-codes.ts';

interface OutputsOptions {
  readonly format: 'env' | 'json' | 'github';
}

export const registerOutputs: Register = (program, io, finish) => {
  withOutputOptions(
    program
      .command('outputs <system> <environment>')
      .description('print what an application needs of the deployed stacks')
      .addOption(
        new Option('--format <format>', 'how it reads').choices(['env', 'json', 'github']).default('env'),
      )
      .addHelpText(
        'after',
        '\nExample:\n  slipway outputs companycam dev --format github >> "$GITHUB_OUTPUT"',
      ),
  ).action(action<[string, string], OutputsOptions>(io, finish, outputs));
};

async function outputs(
  invocation: Invocation<OutputsOptions>,
  system: string,
  environment: string,
): Promise<CommandOutcome> {
  const { io, root, options } = invocation;
  const session = await makeSession(options, io, root);
  const found = await deployedTarget(root, { system, environment }, session, 'plan');
  return { exitCode: exitCodes.ok, result: found.outputs, text: render(found.outputs, options.format) };
}

function render(values: StackOutputs, format: OutputsOptions['format']): string {
  if (format === 'json') return JSON.stringify(values, null, 2);
  const rows = Object.entries(values).flatMap(([stack, named]) =>
    Object.entries(named).map(([name, value]) => ({ stack, name, value })),
  );
  return rows
    .map(({ stack, name, value }) =>
      format === 'env'
        ? `${constant(stack)}_${constant(name)}=${shellQuoted(value)}`
        : githubOutput(`${stack}-${name}`, value),
    )
    .join('\n');
}

/** A value of several lines needs a delimiter that does not occur in it (GitHub docs, "Workflow commands", multiline strings). */
function githubOutput(name: string, value: string): string {
  if (!/[\r\n]/.test(value)) return `${name}=${value}`;
  const delimiter = `end-${sha256(value)}`;
  return `${name}<<${delimiter}\n${value}\n${delimiter}`;
}

/** `SiteBucketName` as `SITE_BUCKET_NAME`. */
function constant(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
}

function shellQuoted(value: string): string {
  return /^[\w./:@-]*$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
