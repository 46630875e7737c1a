/** What a deployment tells the application, from the outputs of its stacks. */
export interface Config {
  /** Without a slash at its end. */
  readonly apiUrl: string;
}

/** Reads `/config.json`, which is written beside the build in each environment. */
export async function readConfig(): Promise<Config> {
  const response = await fetch('/config.json', { cache: 'no-cache' });
  if (!response.ok) throw new Error(`/config.json answers ${response.status}`);
  const value: unknown = await response.json();
  const apiUrl = typeof value === 'object' && value !== null && 'apiUrl' in value ? value.apiUrl : undefined;
  if (typeof apiUrl !== 'string' || !URL.canParse(apiUrl)) throw new Error('/config.json names no apiUrl');
  return { apiUrl: apiUrl.replace(/\/+$/, '') };
}

/** The release that is served, for the foot of the page; `null` where nothing says so. */
export async function readRelease(): Promise<string | null> {
  const response = await fetch('/release.json', { cache: 'no-cache' }).catch(() => null);
  if (!response?.ok) return null;
  const value: unknown = await response.json().catch(() => null);
  const release = typeof value === 'object' && value !== null && 'release' in value ? value.release : null;
  return typeof release === 'string' ? release : null;
}
