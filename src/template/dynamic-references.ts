import { known, lineageOf, unite, type Evaluated, type Lineage } from './evaluated.ts';

/**
 * Text that CloudFormation completes when it deploys keeps its text; the reference goes into the lineage. Secrets Manager's
 * and SSM's secure strings make it a secret (CloudFormation User Guide, "Dynamic references").
 */
export function withDynamicReferences(text: string, from: Lineage): Evaluated {
  const found = [...text.matchAll(/\{\{resolve:(ssm|ssm-secure|secretsmanager):[^{}]*\}\}/g)];
  if (found.length === 0) return known(text, from);
  const sources = unite([from, lineageOf(...found.map((match) => match[0]))]);
  return known(text, { ...sources, secret: sources.secret || found.some((match) => match[1] !== 'ssm') });
}

/** True where a text, even with gaps in it, holds a dynamic reference to a secret. */
export function namesSecret(text: string): boolean {
  return /\{\{resolve:(secretsmanager|ssm-secure):/.test(text);
}
