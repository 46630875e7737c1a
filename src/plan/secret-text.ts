import { maskedSecret } from '../template/evaluated.ts';

/** A text that CloudFormation fills in when it deploys, or whose value it hides. */
const reference = /\{\{resolve:[^{}]*\}\}/;

/** What CloudFormation shows in place of a `NoEcho` value (User Guide, "Parameters", NoEcho). */
export const hiddenByCloudFormation = '****';

/** Texts that must never be printed, as known from `NoEcho` parameters; a second line behind masking by lineage. */
export type SecretTexts = readonly string[];

/** Whether a text is a secret by its own looks: a dynamic reference, a hidden value, or one that holds a known secret. */
export function looksSecret(text: string | null, secrets: SecretTexts): boolean {
  if (text === null) return false;
  if (reference.test(text) || text === hiddenByCloudFormation) return true;
  return secrets.some((secret) => secret !== '' && text.includes(secret));
}

/** The text as it may be printed. */
export function masked(text: string | null, secret: boolean): string | null {
  return secret && text !== null ? maskedSecret : text;
}

/** A line of CloudFormation's own words, with known secrets taken out. */
export function withoutSecrets(line: string, secrets: SecretTexts): string {
  return (
    secrets
      .filter((secret) => secret !== '')
      // a secret may be part of another
      .sort((a, b) => b.length - a.length)
      .reduce((text, secret) => text.replaceAll(secret, maskedSecret), line)
  );
}
