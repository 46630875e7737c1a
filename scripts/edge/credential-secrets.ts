import { randomBytes } from 'node:crypto';
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { hashOf, makeJudge, parseCredential } from '../../lambda/edge-viewer-request/credential.ts';
import type { EnvironmentDefinition } from '../../src/config/system.ts';
import type { SiteCredential } from '../../src/smoke/site-credential.ts';

/** A password below this could be guessed by whoever gets hold of the hash. */
export const shortestPassword = 16;

export interface CredentialSecrets {
  /** Salt and hashes, in us-east-1: the edge's, named after its function. */
  readonly edge: { readonly name: string; readonly region: string };
  /** `{user, password}` of the smoke checks, in the home region. */
  readonly smoke: { readonly name: string; readonly region: string };
}

/** Where the two secrets of an environment lie. */
export function secretsOf({ system, environment, regions }: EnvironmentDefinition): CredentialSecrets {
  return {
    edge: { name: `${system}-edge-${environment}/basic-auth`, region: regions.edge },
    smoke: { name: `slipway/${system}/basic-auth`, region: regions.home },
  };
}

/** What is wrong with a visitor's credential; `null` for nothing. */
export function mistakeIn({ user, password }: SiteCredential): string | null {
  if (!/^[^:\s]{1,64}$/.test(user)) return 'the user is 1 to 64 characters without colon and blanks';
  if (password.length < shortestPassword) return `the password has fewer than ${shortestPassword} characters`;
  // eslint-disable-next-line no-control-regex -- a second line, piped along
  if (/[\u0000-\u001f\u007f]/.test(password))
    return 'the password holds a control character, such as a line’s end';
  return password.length > 200 ? 'the password has more than 200 characters' : null;
}

export interface CredentialWriting {
  readonly environment: EnvironmentDefinition;
  /** Of the people who look at the site. */
  readonly people: SiteCredential;
  readonly secrets: (region: string) => Pick<SecretsManagerClient, 'send'>;
}

/**
 * Writes both secrets of an environment, made or rotated: the hashes of the people's credential and of one that is made up for the
 * smoke checks, and that one. Then reads them back and holds them against each other with the code that the edge runs.
 *
 * @throws Error what Secrets Manager throws, and where what was read back lets somebody else in or the checks not
 */
export async function writeCredential({
  environment,
  people,
  secrets,
}: CredentialWriting): Promise<CredentialSecrets> {
  const places = secretsOf(environment);
  const smoke: SiteCredential = { user: 'slipway-smoke', password: randomBytes(32).toString('base64url') };
  const salt = randomBytes(16);
  const hashes = await Promise.all([people, smoke].map((each) => hashOf(text(each), salt)));
  const edge = JSON.stringify({
    salt: salt.toString('base64'),
    hashes: hashes.map((hash) => hash.toString('base64')),
  });
  await put(secrets(places.edge.region), places.edge.name, edge);
  await put(secrets(places.smoke.region), places.smoke.name, JSON.stringify(smoke));

  const credential = parseCredential(await get(secrets(places.edge.region), places.edge.name));
  const checks = JSON.parse(
    (await get(secrets(places.smoke.region), places.smoke.name)) ?? '',
  ) as SiteCredential;
  const judge = makeJudge();
  const verdicts = [
    await judge(Buffer.from(text(people)), credential),
    await judge(Buffer.from(text(checks)), credential),
    !(await judge(Buffer.from(`${text(people)}x`), credential)),
  ];
  if (verdicts.includes(false)) throw new Error('what was read back is not what was written; set it again');
  return places;
}

const text = ({ user, password }: SiteCredential): string => `${user}:${password}`;

async function put(client: Pick<SecretsManagerClient, 'send'>, name: string, value: string): Promise<void> {
  try {
    await client.send(new PutSecretValueCommand({ SecretId: name, SecretString: value }));
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ResourceNotFoundException') throw error;
    await client.send(new CreateSecretCommand({ Name: name, SecretString: value }));
  }
}

async function get(client: Pick<SecretsManagerClient, 'send'>, name: string): Promise<string | undefined> {
  return (await client.send(new GetSecretValueCommand({ SecretId: name }))).SecretString;
}
