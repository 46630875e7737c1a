import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalAws } from '../../local/local-aws.ts';
import { roleArn, type RoleName } from '../../src/aws/identity.ts';
import { parseRepository, subjectPrefix } from '../../src/bootstrap/repository.ts';
import type { EnvironmentDefinition } from '../../src/config/system.ts';

/** The repository that the rehearsal's identity tokens speak of. */
export const repository = parseRepository({ repository: 'example/photo-platform' });
const repositorySubject = subjectPrefix(repository);

/** The subject of the token that GitHub gives to the job which takes a role: it is all that the role's trust looks at. */
export function subjectOf(role: RoleName, { system, environment }: EnvironmentDefinition): string {
  switch (role) {
    case 'preview':
      return `${repositorySubject}:pull_request`;
    case 'plan':
    case 'watch':
    case 'janitor':
      return `${repositorySubject}:ref:refs/heads/main`;
    case 'deploy':
      return `${repositorySubject}:environment:${system}-${environment}`;
  }
}

/** For `--profiles`: one profile a role and environment. */
export const profilePattern = '{environment}-{role}';

/**
 * Writes an AWS configuration whose profiles exchange identity tokens for the bootstrap's roles, each with the subject that
 * its job would have. Returns the file for AWS_CONFIG_FILE.
 */
export async function writeProfiles(
  local: LocalAws,
  folder: string,
  environments: readonly EnvironmentDefinition[],
): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const profiles: string[] = [];
  for (const environment of environments) {
    for (const role of ['preview', 'plan', 'deploy', 'watch', 'janitor'] as const) {
      const name = `${environment.environment}-${role}`;
      const token = await local.issueGithubToken({
        subject: subjectOf(role, environment),
        lifetimeSeconds: 3600,
      });
      const tokenFile = join(folder, `${name}.token`);
      await writeFile(tokenFile, token, { mode: 0o600 });
      profiles.push(
        `[profile ${name}]\nrole_arn = ${roleArn(environment.account, role)}\nweb_identity_token_file = ${tokenFile}\nrole_session_name = ${name}\nregion = ${environment.regions.home}\n`,
      );
    }
  }
  const file = join(folder, 'config');
  await writeFile(file, profiles.join('\n'));
  return file;
}
