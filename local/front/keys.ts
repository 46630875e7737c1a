/** Which account an access key belongs to, learned from what STS and IAM hand out through the front. */
export interface Keys {
  /** The account of a key, when it is known: a 12-digit key id is the root key of that account. */
  accountOf(accessKeyId: string): string | undefined;
  remember(accessKeyId: string, account: string): void;
}

export function knownKeys(accounts: readonly string[]): Keys {
  const learned = new Map<string, string>();
  return {
    accountOf: (accessKeyId) => (accounts.includes(accessKeyId) ? accessKeyId : learned.get(accessKeyId)),
    remember: (accessKeyId, account) => void learned.set(accessKeyId, account),
  };
}

/** The access keys in an answer of STS or IAM (`AssumeRole…`, `CreateAccessKey`). */
export function keysIn(xml: string): readonly string[] {
  return [...xml.matchAll(/<AccessKeyId>([^<]+)<\/AccessKeyId>/g)].flatMap(([, key]) => (key ? [key] : []));
}
