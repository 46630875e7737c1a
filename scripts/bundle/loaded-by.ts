import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startNode, type StartOptions } from './start-action.ts';

/** What a start reads of the bundle. */
export interface Loaded {
  readonly files: number;
  readonly bytes: number;
}

const hook = `import { registerHooks } from 'node:module';
registerHooks({ load: (url, context, next) => {
  if (url.startsWith('file:')) process.stderr.write('loads ' + url + '\\n');
  return next(url, context);
} });`;

/** Starts Node and adds up the files that it loads as modules, told by a hook (Node.js, `module.registerHooks`). */
export async function loadedBy(options: StartOptions): Promise<Loaded> {
  const preload = `data:text/javascript,${encodeURIComponent(hook)}`;
  const { output } = await startNode({ ...options, args: ['--import', preload, ...options.args] });
  const urls = [...output.matchAll(/^loads (?<url>file:.*)$/gm)].map((match) => match.groups?.['url'] ?? '');
  const sizes = await Promise.all(
    urls.map(async (url) => Buffer.byteLength(await readFile(fileURLToPath(url)))),
  );
  return { files: urls.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
