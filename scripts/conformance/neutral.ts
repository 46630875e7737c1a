/**
 * What was seen, without what differs from run to run and what is nobody's business: account, names of the run, ids, keys and
 * signatures.
 */
export function neutralizer(account: string, stage: string): (seen: unknown) => unknown {
  const text = (value: string): string =>
    value
      .replaceAll(stage, '<run>')
      .replaceAll(account, '<account>')
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>')
      .replaceAll(/\b(AKIA|ASIA)[A-Z0-9]{12,}\b/g, '<key>')
      .replaceAll(/(X-Amz-(?:Signature|Credential|Security-Token)=)[^&\s"]+/gi, '$1<hidden>');
  const neutral = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(neutral);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, neutral(each)]));
  };
  return neutral;
}
