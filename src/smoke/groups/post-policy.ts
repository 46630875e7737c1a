import * as v from 'valibot';

const policySchema = v.object({ conditions: v.array(v.unknown()) });
const rangeSchema = v.tuple([
  v.pipe(v.string(), v.toLowerCase(), v.literal('content-length-range')),
  v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer()),
  v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer()),
]);

/**
 * The least and the largest size in bytes that the policy of a form allows; `null` if it bounds none or cannot be read
 * (Amazon S3 User Guide, "Browser-based uploads using POST", "Creating an HTML form", content-length-range).
 */
export function sizeRange(policy: string): readonly [number, number] | null {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(policy, 'base64').toString());
  } catch {
    return null;
  }
  const parsed = v.safeParse(policySchema, value);
  if (!parsed.success) return null;
  for (const condition of parsed.output.conditions) {
    const range = v.safeParse(rangeSchema, condition);
    if (range.success) return [range.output[1], range.output[2]];
  }
  return null;
}
