/**
 * Whether a role's trust policy lets the bearer of an identity token take the role
 * (https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html,
 * reference_policies_iam-condition-keys.html#condition-keys-wif). The emulator looks at neither.
 */
interface Statement {
  readonly Effect?: string;
  readonly Principal?: { readonly Federated?: string | readonly string[] };
  readonly Action?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export type Claims = Readonly<Record<string, unknown>>;

/** @param issuer without `https://`, as the condition keys and the provider's ARN name it */
export function trusts(policy: string, issuer: string, claims: Claims): boolean {
  const { Statement = [] } = JSON.parse(policy) as { readonly Statement?: Statement | readonly Statement[] };
  const statements = listOf(Statement).filter(
    ({ Action, Principal, Condition = {} }) =>
      listOf(Action).some((action) => ['sts:AssumeRoleWithWebIdentity', 'sts:*', '*'].includes(action)) &&
      listOf(Principal?.Federated).some(
        (provider) => provider === issuer || provider.endsWith(`:oidc-provider/${issuer}`),
      ) &&
      Object.entries(Condition).every(([operator, keys]) =>
        Object.entries(keys).every(([key, wanted]) =>
          holds(operator, valueOf(key, issuer, claims), listOf(wanted).map(String)),
        ),
      ),
  );
  return (
    statements.some(({ Effect }) => Effect === 'Allow') && !statements.some(({ Effect }) => Effect === 'Deny')
  );
}

function valueOf(key: string, issuer: string, claims: Claims): readonly string[] {
  if (!key.toLowerCase().startsWith(`${issuer.toLowerCase()}:`)) return [];
  const claim = claims[key.slice(issuer.length + 1)];
  if (claim === undefined || claim === null) return [];
  return listOf(claim as string | readonly string[]).map(String);
}

/** An operator that is not known here never holds: better a refusal too many. */
function holds(operator: string, values: readonly string[], wanted: readonly string[]): boolean {
  const [, any, name = '', ifExists] = /^(ForAnyValue:)?(.+?)(IfExists)?$/.exec(operator) ?? [];
  if (name.startsWith('StringNot'))
    return values.every((value) => !wanted.some((one) => matches(name.replace('Not', ''), value, one)));
  if (values.length === 0) return ifExists !== undefined;
  if (any === undefined && values.length > 1) return false;
  return values.some((value) => wanted.some((one) => matches(name, value, one)));
}

function matches(operator: string, value: string, wanted: string): boolean {
  switch (operator) {
    case 'StringEquals':
      return value === wanted;
    case 'StringEqualsIgnoreCase':
      return value.toLowerCase() === wanted.toLowerCase();
    case 'StringLike': {
      const source = wanted
        .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.');
      return new RegExp(`^${source}$`, 's').test(value);
    }
    default:
      return false;
  }
}

function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
