import { parseCredential, type Credential } from './credential.ts';

/** Milliseconds that a credential is taken for the secret's: a rotation is everywhere after that. */
const lifetime = 5 * 60_000;
/** Milliseconds before a secret that could not be read is asked for again, so that a flood of visitors does not become one of calls. */
const pause = 5000;

export interface CredentialParts {
  /** The text of a secret. */
  readonly read: (secret: string) => Promise<string | undefined>;
  readonly now: () => number;
  /** Told why a secret could not be used; never its text. */
  readonly onFailure: (reason: string) => void;
}

/** The credential of a function; `null` when it could not be had, and then nobody is let in. */
export type CredentialSource = (functionName: string) => Promise<Credential | null>;

/**
 * The secret's name follows from the function's, so that one ZIP serves all environments: `<function>/basic-auth`, in us-east-1.
 * Replicas call themselves `us-east-1.<function>`.
 */
export function secretOf(functionName: string): string {
  return `${functionName.replace(/^us-east-1\./, '')}/basic-auth`;
}

/** Reads the secret when it is first needed and every five minutes; what can't be read any more is not used any more. */
export function credentialSource({ read, now, onFailure }: CredentialParts): CredentialSource {
  let known: { readonly value: Promise<Credential | null>; readonly until: number } | undefined;
  let former: { readonly text: string; readonly credential: Credential } | undefined;

  async function load(secret: string): Promise<Credential | null> {
    try {
      const text = (await read(secret)) ?? '';
      // The same text stays the same credential, so that nobody pays for it again.
      if (former?.text !== text) former = { text, credential: parseCredential(text) };
      return former.credential;
    } catch (error) {
      // A parser's message quotes what it read.
      onFailure(error instanceof SyntaxError ? 'the secret is no JSON' : reasonOf(error));
      return null;
    }
  }

  return async (functionName) => {
    if (known === undefined || known.until <= now()) {
      const entry = { value: load(secretOf(functionName)), until: now() + lifetime };
      known = entry;
      const loaded = await entry.value;
      if (loaded === null && known === entry) known = { ...entry, until: now() + pause };
      return loaded;
    }
    return known.value;
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
}
