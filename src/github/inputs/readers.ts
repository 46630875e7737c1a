import { readdirSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { environmentNames, type EnvironmentName } from '../../config/environment-name.ts';
import { pathMistake } from '../../site/invalidation-paths.ts';
import { suggestion, withHint } from '../../template/nearest.ts';
import type { InputContext, Read, Reader } from './reader.ts';

/** One of a few words; the nearest is suggested. */
export function choice<const Choice extends string>(choices: readonly Choice[]): Reader<Choice> {
  return (text) => {
    const found = choices.find((each) => each === text);
    return found === undefined ? notOneOf(text, choices) : { value: found };
  };
}

export const environmentName: Reader<EnvironmentName> = choice(environmentNames);

/** A folder of params/ that holds a `system.yml`. */
export const systemName: Reader<string> = (text, context) => {
  const systems = systemsOf(context);
  if (systems.includes(text)) return { value: text };
  if (systems.length > 0) return notOneOf(text, systems);
  return {
    wrong: `but ${shownPath(context, context.root)} has no params/*/system.yml: check working-directory`,
  };
};

/** The name of a system that need not be in the checkout. */
export const systemWord: Reader<string> = (given) =>
  /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(given) && given.length <= 40
    ? { value: given }
    : { wrong: 'which is no name of a system: lower-case letters, digits and hyphens, at most 40' };

/** As YAML's core schema (YAML 1.2.2, 10.3.2) writes them. */
export const boolean: Reader<boolean> = (text) => {
  if (/^(?:true|True|TRUE)$/.test(text)) return { value: true };
  if (/^(?:false|False|FALSE)$/.test(text)) return { value: false };
  return { wrong: 'which is neither true nor false' };
};

/** A whole number of at least `least`. */
export const wholeNumber =
  (least: number): Reader<number> =>
  (text) =>
    /^\d{1,9}$/.test(text) && Number(text) >= least
      ? { value: Number(text) }
      : { wrong: `which is not a whole number of at least ${least}` };

/** Any text. */
export const text: Reader<string> = (given) => ({ value: given });

/** Separated by commas, blanks or newlines; each is read by itself. */
export function listOf<T>(reader: Reader<T>): Reader<readonly T[]> {
  return (given, context) => {
    const values: T[] = [];
    for (const word of given.split(/[\s,]+/).filter((each) => each !== '')) {
      const read = reader(word, context);
      if ('wrong' in read) return { wrong: `of which "${word}" is wrong, ${read.wrong}` };
      values.push(read.value);
    }
    return { value: values };
  };
}

/** Hex digits, given in either case. */
function hexDigits(least: number, most: number, what: string): Reader<string> {
  const pattern = new RegExp(`^[0-9a-f]{${least},${most}}$`);
  return (given) => {
    const value = given.toLowerCase();
    return pattern.test(value) ? { value } : { wrong: `which is not ${what}` };
  };
}

/** A whole id, or its first eight digits at least. */
export const releaseId = hexDigits(8, 64, 'a release: 64 hex digits, or at least the first 8');
export const wholeReleaseId = hexDigits(64, 64, 'the whole id of a release: 64 hex digits');
/** As the ledger looks one up. */
export const releasePrefix = hexDigits(4, 64, 'the beginning of a release: at least 4 hex digits');
export const fingerprint = hexDigits(
  8,
  64,
  'the fingerprint of a plan: 64 hex digits, or at least the first 8',
);
export const overrideWord = hexDigits(16, 16, 'a word of the gate: 16 hex digits');

/** A commit as git names one: an id, a branch, `HEAD^1`. Never an option (gitrevisions(7), git-check-ref-format(1)). */
export const commit: Reader<string> = (given) =>
  /^[\w@][\w./@^~{}-]*$/.test(given)
    ? { value: given }
    : { wrong: 'which is not the name of a commit, such as 1a2b3c4d, main or HEAD^1' };

/** A file or folder inside the workspace; absolute. */
export const pathInside: Reader<string> = (given, { workspace }) => {
  const path = resolve(workspace, given);
  const from = relative(workspace, path);
  return from === '..' || from.startsWith('../') || from.startsWith('..\\') || isAbsolute(from)
    ? { wrong: 'which lies outside the workspace' }
    : { value: path };
};

/** A path of a site as CloudFront takes it. */
export const sitePath: Reader<string> = (given) => {
  const wrong = pathMistake(given);
  return wrong === null ? { value: given } : { wrong };
};

function notOneOf(given: string, choices: readonly string[]): Read<never> {
  return { wrong: withHint(`which is not one of ${choices.join(', ')}`, suggestion(given, choices)) };
}

/** Read at once, before anything is loaded that could read it better. */
function systemsOf({ root }: InputContext): readonly string[] {
  try {
    return readdirSync(join(root, 'params'))
      .filter((name) => statSync(join(root, 'params', name, 'system.yml'), { throwIfNoEntry: false }))
      .sort();
  } catch {
    return [];
  }
}

function shownPath({ workspace }: InputContext, path: string): string {
  return relative(workspace, path) || 'the workspace';
}
