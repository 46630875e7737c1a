/**
 * What `Fn::Cidr` gives for IPv4: `count` blocks with `bits` host bits each, out of `block`
 * (CloudFormation User Guide, "Fn::Cidr"). `null` where the arguments don't fit (also for IPv6).
 */
export function cidrBlocks(block: string, count: number, bits: number): readonly string[] | null {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(block);
  if (match === null) return null;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
  if ([a, b, c, d].some((octet) => octet > 255) || prefix > 32) return null;
  if (!Number.isInteger(count) || count < 1 || count > 256) return null;
  if (!Number.isInteger(bits) || bits < 1 || bits > 32 - prefix) return null;
  const size = 2 ** bits;
  const whole = 2 ** (32 - prefix);
  if (count * size > whole) return null;
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const first = address - (address % whole);
  return Array.from({ length: count }, (_, index) => {
    const start = first + index * size;
    const octets = [2 ** 24, 2 ** 16, 2 ** 8, 1].map((unit) => Math.floor(start / unit) % 256);
    return `${octets.join('.')}/${32 - bits}`;
  });
}
