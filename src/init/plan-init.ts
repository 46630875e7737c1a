import { environmentNames } from '../config/environment-name.ts';
import { UserError } from '../errors/slipway-error.ts';
import type { InitAnswers } from './answers.ts';
import type { Skeleton } from './read-skeleton.ts';

/** One file of a new system, relative to the repository. */
export interface InitFile {
  readonly file: string;
  readonly text: string;
  /** `shared` ones serve all systems: where one is there already, it stays as it is. */
  readonly kind: 'own' | 'shared';
}

export interface InitPlan {
  readonly write: readonly InitFile[];
  /** Shared files that are there already. */
  readonly kept: readonly string[];
}

/** The files that a new system consists of, in the order in which they are read. */
export function initFiles(answers: InitAnswers, skeleton: Skeleton): readonly InitFile[] {
  const { system, description, region, accounts, slipway } = answers;
  const fill = (text: string, more: Readonly<Record<string, string>> = {}): string =>
    Object.entries({ system, description: quoted(description), region, ...more }).reduce(
      (filled, [name, value]) => filled.replaceAll(`__${name}__`, () => value),
      text,
    );
  const own = (file: string, text: string): InitFile => ({ file, text, kind: 'own' });
  const shared = (file: string, text: string): InitFile => ({ file, text, kind: 'shared' });
  return [
    own(`params/${system}/system.yml`, fill(skeleton.system)),
    ...environmentNames.map((environment) =>
      own(
        `params/${system}/${environment}.yml`,
        fill(skeleton.environment, { environment, account: accounts[environment] }),
      ),
    ),
    own(`params/${system}/smoke.yml`, fill(skeleton.smoke)),
    own(`templates/${system}/app.yml`, fill(skeleton.app)),
    shared('templates/modules/private-bucket.yml', skeleton.bucket),
    ...Object.entries(skeleton.schemas).map(([name, text]) => shared(`params/${name}`, text)),
    ...(slipway === null
      ? []
      : Object.entries(skeleton.workflows).map(([name, text]) =>
          shared(`.github/workflows/${name}`, callFrom(text, slipway)),
        )),
    shared('.gitignore', 'node_modules/\nout/\n'),
  ];
}

/**
 * What is to be written, given what is there.
 * @param existing the files of the plan that the repository has already
 * @throws UserError INIT_FILE_EXISTS: a file of the new system is there; nothing is overwritten
 */
export function planInit(files: readonly InitFile[], existing: ReadonlySet<string>): InitPlan {
  const taken = files.filter(({ file, kind }) => kind === 'own' && existing.has(file));
  if (taken.length > 0) {
    throw new UserError(
      'INIT_FILE_EXISTS',
      `${taken.map(({ file }) => file).join(', ')} ${taken.length === 1 ? 'is' : 'are'} there already; nothing was written`,
      { next: 'choose another name for the system, or remove what is in the way' },
    );
  }
  return {
    write: files.filter(({ file }) => !existing.has(file)),
    kept: files.filter(({ file }) => existing.has(file)).map(({ file }) => file),
  };
}

/**
 * Slipway's own caller for another repository. `$/` means the repository that says it (GitHub, "Reusing workflows"), so its
 * name stands there; how Slipway builds its own site is nobody else's business.
 */
function callFrom(workflow: string, slipway: string): string {
  const [repository = '', ref = ''] = slipway.split('@', 2);
  return workflow
    .replaceAll(
      /uses: \$\/(\.github\/workflows\/[\w.-]+)/g,
      (_, path: string) => `uses: ${repository}/${path}@${ref}`,
    )
    .replace(/^ {4}with:\n {6}build-command: .*\n$/m, '    # with:\n    #   build-command: npm run build\n')
    .replace(/^ {6}build-command: .*$/m, '      # build-command: npm run build');
}

/** A text as YAML takes it without surprise: JSON's strings are YAML's (YAML 1.2, section 1.3). */
function quoted(text: string): string {
  return /^[A-Za-z][A-Za-z0-9 .,()/-]*$/.test(text) ? text.trim() : JSON.stringify(text);
}
