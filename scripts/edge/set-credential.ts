/**
 * Sets or rotates the credential that an environment's site asks its visitors for:
 *
 *     node scripts/edge/set-credential.ts buy-page dev --user preview
 *
 * Asks for the password without echo; from a pipe it reads it as a whole. Prints and writes down none of it.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { secretInput } from '../../src/cli/secret-input.ts';
import { loadEnvironment, loadSystem } from '../../src/config/load.ts';
import { mistakeIn, writeCredential } from './credential-secrets.ts';

const usage = 'node scripts/edge/set-credential.ts <system> <environment> --user <user>';

async function set(): Promise<string> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { user: { type: 'string' } },
  });
  const [system, name, ...others] = positionals;
  if (system === undefined || name === undefined || values.user === undefined || others.length > 0)
    throw new Error(usage);
  const root = join(import.meta.dirname, '../..');
  const environment = await loadEnvironment(root, await loadSystem(root, system), name);
  const sts = new STSClient({ region: environment.regions.home });
  const { Account } = await sts.send(new GetCallerIdentityCommand({}));
  if (Account !== environment.account) {
    throw new Error(
      `these credentials are of ${Account ?? 'no account'}, but ${name} is ${environment.account}`,
    );
  }
  const input = secretInput(process.stdin, process.stderr, new AbortController().signal);
  const password =
    input.kind === 'pipe' ? await input.read() : await input.ask(`Password of ${values.user}: `, false);
  const people = { user: values.user, password };
  const mistake = mistakeIn(people);
  if (mistake !== null) throw new Error(mistake);
  const { edge, smoke } = await writeCredential({
    environment,
    people,
    secrets: (region) => new SecretsManagerClient({ region }),
  });
  return `set ${edge.name} (${edge.region}) and ${smoke.name} (${smoke.region}), and tried them; the edge has it within five minutes`;
}

try {
  process.stdout.write(`${await set()}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
process.stdin.destroy();
