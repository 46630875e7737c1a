import { lineageOf, unite, type Evaluated, type Lineage } from './evaluated.ts';

/**
 * Text that CloudFormation completes when it deploys keeps its text; the reference goes into the lineage. Secrets Manager's
 * and SSM's secure strings make it a secret (CloudFormation User Guide, "Dynamic references").
 */
export function withDynamicReferences(text: string, from: Lineage): Extract<Evaluated, { kind: 'value' }> {
  const found = [...text.matchAll(/\{\{resolve:(ssm|ssm-secure|secretsmanager):[^{}]*\}\}/g)];
  if (found.length === 0) return { kind: 'value', value: text, lineage: from };
  const sources = unite([from, lineageOf(...found.map((match) => match[0]))]);
  const secret = sources.secret || found.some((match) => match[1] !== 'ssm');
  return { kind: 'value', value: text, lineage: { ...sources, secret } };
}

/** True where a text, even with gaps in it, holds a dynamic reference to a secret. */
export function namesSecret(text: string): boolean {
  return /\{\{resolve:(secretsmanager|ssm-secure):/.test(text);
}

/** A dynamic reference, taken apart; `key` and what is behind it are left out: they are nobody's to see. */
export interface DynamicReference {
  readonly service: 'secretsmanager' | 'ssm' | 'ssm-secure';
  /** A name or an ARN. */
  readonly name: string;
  /** The staging label that chooses the version; `null` where the reference names one, and for SSM. */
  readonly stage: string | null;
  /** The version that the reference names; `null` where it takes what is there when it is resolved. */
  readonly version: string | null;
}

/**
 * Takes `{{resolve:…}}` apart; `null` for what is none. `secretsmanager:secret-id:secret-string:json-key:version-stage:version-id`,
 * of which all but the first may be missing and AWSCURRENT is the stage where neither is named; `ssm:name:version` and
 * `ssm-secure:name:version`. Names have no colon, ARNs have six (CloudFormation User Guide, "Dynamic references").
 */
export function parseDynamicReference(text: string): DynamicReference | null {
  const match = /^\{\{resolve:(secretsmanager|ssm-secure|ssm):([^{}]+)\}\}$/.exec(text);
  const [, service = '', rest = ''] = match ?? [];
  const parts = rest.split(':');
  const length = parts[0] === 'arn' ? (service === 'secretsmanager' ? 7 : 6) : 1;
  const name = parts.slice(0, length).join(':').trim();
  if (name === '') return null;
  const [first = '', , stage = '', id = ''] = parts.slice(length).map((part) => part.trim());
  if (service === 'ssm' || service === 'ssm-secure')
    return { service, name, stage: null, version: first === '' ? null : first };
  if (id !== '') return { service: 'secretsmanager', name, stage: null, version: id };
  return { service: 'secretsmanager', name, stage: stage === '' ? 'AWSCURRENT' : stage, version: null };
}
