import { ArchiveError } from './errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws ArchiveError `SettingsInvalid` where it is not set */
export function required(env: Environment, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new ArchiveError('SettingsInvalid', `${name} is not set`);
  return value;
}

/** @throws ArchiveError `SettingsInvalid` where it is set and no whole number within the bounds */
export function wholeNumber(
  env: Environment,
  name: string,
  { least, most, otherwise }: { readonly least: number; readonly most: number; readonly otherwise: number },
): number {
  const text = env[name] ?? '';
  if (text === '') return otherwise;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new ArchiveError(
    'SettingsInvalid',
    `${name} is ${text}; it is a whole number from ${least} to ${most}`,
  );
}

/** @throws ArchiveError `SettingsInvalid` where it is not set or no address over HTTP(S) */
export function address(env: Environment, name: string): URL {
  const text = required(env, name);
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.search === '') return url;
  throw new ArchiveError('SettingsInvalid', `${name} is not an address such as https://api.gopro.com`);
}
