import { UserError } from '../../../errors/slipway-error.ts';
import { getConsent } from '../../../secrets/authorize.ts';
import { isEmpty, secretText, type SecretFields } from '../../../secrets/check-value.ts';
import type { PlacedSecret } from '../../../secrets/find-secret.ts';
import { redeem } from '../../../secrets/oauth-tokens.ts';
import { readUsable, readValue, writeValue } from '../../../secrets/secret-store.ts';
import type { CommandOutcome, Invocation } from '../../command.ts';
import { exitCodes } from '../../exit-codes.ts';
import { askFor } from './ask-for.ts';
import { open } from './open.ts';

export interface AuthorizeOptions {
  /** Minutes. */
  readonly timeout: string;
}

export async function authorize(
  invocation: Invocation<AuthorizeOptions>,
  ...names: [string, string, string]
): Promise<CommandOutcome> {
  const { io, options } = invocation;
  const minutes = Number(options.timeout);
  if (!/^\d{1,2}$/.test(options.timeout) || minutes < 1 || minutes > 60)
    throw new UserError('OAUTH_MINUTES', `--timeout is "${options.timeout}"; it takes 1 to 60 minutes`);
  const { secret, store, send, place } = await open(invocation, names);
  const { definition, id } = secret;
  const { oauth, key } = definition;
  if (oauth === null) {
    throw new UserError('SECRET_NO_OAUTH', `${key} has no oauth in system.yml, so nobody can consent to it`, {
      next: `slipway secret set ${names.join(' ')}`,
    });
  }
  await readUsable(store, secret);
  const before = await readValue(store, id);
  const client = await clientOf(invocation, secret, before);
  const consent = await getConsent({
    oauth,
    clientId: String(client[oauth.clientIdField]),
    show: (address) => {
      io.err(
        ` consent  open this address in a browser on this machine, and give consent:\n\n   ${address}\n\n`,
      );
    },
    patience: minutes * 60_000,
    signal: io.signal,
  });
  const { refreshToken } = await redeem(oauth, client, send, key, consent);
  if (refreshToken === null) {
    throw new UserError('OAUTH_NO_REFRESH', `the provider gave no refresh token; nothing was changed`, {
      next: 'name the scope for offline access in system.yml (oauth.scope); some providers give one only at the first consent',
    });
  }
  const value = secretText(definition, { ...client, [oauth.refreshTokenField]: refreshToken });
  await writeValue(store, {
    id,
    description: definition.description,
    value,
    create: definition.madeBy === 'person',
  });
  return {
    exitCode: exitCodes.ok,
    result: { ...place, name: id, region: secret.region },
    text: ` authorized  ${id} (${secret.region}) holds the refresh token; it was shown nowhere`,
  };
}

/** The client's credentials, with all else that the secret holds: from the secret, or asked for. */
async function clientOf(
  invocation: Invocation<object>,
  secret: PlacedSecret,
  before: string | null,
): Promise<SecretFields> {
  const { oauth, fields } = secret.definition;
  const others = Object.keys(fields ?? {}).filter((name) => name !== oauth?.refreshTokenField);
  const held = before === null ? null : objectOf(before);
  // what is there and empty would only be refused by the provider, with the consent spent
  if (held !== null && !others.some((name) => isEmpty(held[name]))) return held;
  return { ...held, ...(await askEach(invocation, secret, others)) };
}

/** Field by field at a terminal; a pipe brings them as one JSON object without the refresh token. */
async function askEach(
  invocation: Invocation<object>,
  secret: PlacedSecret,
  names: readonly string[],
): Promise<SecretFields> {
  const { definition } = secret;
  const asked = Object.fromEntries(
    Object.entries(definition.fields ?? {}).filter(([name]) => names.includes(name)),
  );
  return askFor(invocation, { ...secret, definition: { ...definition, fields: asked } }, []);
}

function objectOf(text: string): SecretFields | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as SecretFields)
      : null;
  } catch {
    return null;
  }
}
