import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { codeTexts } from './markdown.ts';

/** A command of the AWS CLI as a document shows it. */
export interface AwsCommand {
  readonly service: string;
  readonly operation: string;
  /** Names without `--`. */
  readonly options: readonly string[];
}

/** The `aws …` commands in a Markdown text's code, also those within `$(…)` and behind a pipe. */
export function awsCommands(markdown: string): readonly AwsCommand[] {
  return codeTexts(markdown)
    .map((text) => text.replaceAll('\\\n', ' '))
    .flatMap((text) =>
      [...text.matchAll(/(?:^|[|;&(`]\s*|\s)aws (?=[a-z0-9-]+ [a-z])/gm)].map((found) =>
        text.slice(found.index + found[0].length),
      ),
    )
    .map((rest) => {
      const [service = '', operation = '', ...words] = wordsOf(rest);
      return {
        service,
        operation,
        options: words
          .filter((word) => /^--[a-z]/.test(word))
          .map((word) => word.slice(2).replace(/=.*$/s, '')),
      };
    });
}

/** The words up to the end of the command: quotes hold together, and `$(…)` within one. */
function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  let word = '';
  let quote = '';
  let depth = 0;
  for (const character of text) {
    if (quote === '' && depth === 0 && /[\n;|&>)<`]/.test(character)) break;
    if (quote === '' && character === '(') depth++;
    if (quote === '' && character === ')') depth--;
    if (quote !== "'" && character === '"') quote = quote === '"' ? '' : '"';
    else if (quote !== '"' && character === "'") quote = quote === "'" ? '' : "'";
    else if (quote === '' && depth === 0 && character === ' ') {
      if (word !== '') words.push(word);
      word = '';
    } else word += character;
  }
  return word === '' ? words : [...words, word];
}

/**
 * What AWS does not know of these commands, by the models of the Python packages that the repository installs.
 * @returns for each what is wrong, or `null`
 */
export function awsProblems(root: string, commands: readonly AwsCommand[]): readonly (string | null)[] {
  const output = execFileSync(join(root, '.venv/bin/python'), [join(import.meta.dirname, 'aws_models.py')], {
    input: JSON.stringify(commands),
    encoding: 'utf8',
  });
  return JSON.parse(output) as readonly (string | null)[];
}
