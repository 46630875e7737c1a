import { describe, expect, test } from '@jest/globals';
import { annotationCommands, type Annotation } from '../../src/github/annotations.ts';
import { makeLog } from '../../src/github/action-log.ts';
import { fitSummary } from '../../src/github/job-summary.ts';
import { Masks } from '../../src/github/masks.ts';
import { fileEntry, logText, workflowCommand } from '../../src/github/workflow-commands.ts';
import { commandsOf } from '../actions/recorded.ts';

function recorder() {
  let written = '';
  return { write: (text: string) => void (written += text), written: () => written };
}

describe('a workflow command', () => {
  test('is one line, whatever it says', () => {
    const line = workflowCommand('error', { file: 'a,b:c.yml', line: 3, col: undefined }, '100%\r\nof it');
    expect(line).toBe('::error file=a%2Cb%3Ac.yml,line=3::100%25%0D%0Aof it\n');
    expect(commandsOf(line, 'error')).toEqual([
      { properties: { file: 'a,b:c.yml', line: '3' }, message: '100%\r\nof it' },
    ]);
  });
});

describe('text of the log', () => {
  test.each(['::set-env name=PATH::x', '  ::stop-commands::x', 'fine\n\t::add-mask::x', 'a\r::error::x'])(
    'is never a command: %j',
    (text) => {
      for (const name of ['set-env', 'stop-commands', 'add-mask', 'error'])
        expect(commandsOf(logText(text), name)).toEqual([]);
    },
  );

  test('is no command of the old form either', () => {
    expect(logText('reason ##[set-env name=X]y')).not.toContain('##[');
  });

  test('is otherwise left alone', () => {
    const text = ' photos::x  AWS::S3::Bucket\n  of ::it';
    expect(logText(text)).toBe(' photos::x  AWS::S3::Bucket\n  of ::it');
  });

  test('that a deployment logs goes through it, in lines and in folds', () => {
    const { write, written } = recorder();
    const log = makeLog(write, () => undefined);
    log.info('::error::one');
    log.text('::error::two\n');
    log.fold('::error::three', '::error::four');
    expect(commandsOf(written(), 'error')).toEqual([]);
    expect(commandsOf(written(), 'group')).toEqual([{ properties: {}, message: '::error::three' }]);
  });

  test('five warnings are not all annotations: the step’s own remarks need room', () => {
    const { write, written } = recorder();
    let loud = 0;
    const log = makeLog(write, () => (loud += 1));
    for (let index = 1; index <= 5; index += 1) log.warn(`warning ${index}`);
    expect(commandsOf(written(), 'warning')).toHaveLength(4);
    expect(loud).toBe(4);
    expect(written()).toContain('warning  warning 5\n');
  });
});

describe('an entry of the runner’s files', () => {
  test('holds any text', () => {
    expect(fileEntry('plan', 'one\ntwo', 'x1')).toBe('plan<<slipway-x1\none\ntwo\nslipway-x1\n');
  });

  test('does not hold its own end', () => {
    expect(() => fileEntry('plan', 'a\nslipway-x1\nPATH<<y', 'x1')).toThrow('delimiter');
  });
});

describe('masks', () => {
  test('cover a secret as a whole, by its lines, and each text of its JSON, once', () => {
    const { write, written } = recorder();
    const masks = new Masks(write);
    masks.addSecret('{"user":"photos","keys":["first-key","second-key"],"port":54321,"on":true,"pin":"123"}');
    masks.addSecret('-----BEGIN KEY-----\nabcdefgh\r\n  ijklmnop\n-----END KEY-----');
    masks.addSecret('first-key');
    const told = commandsOf(written(), 'add-mask').map(({ message }) => message);
    expect(told).toEqual(
      expect.arrayContaining(['photos', 'first-key', 'second-key', '54321', 'abcdefgh', 'ijklmnop']),
    );
    expect(told).not.toContain('123');
    expect(told.filter((each) => each === 'first-key')).toHaveLength(1);
  });

  test('are told for nothing that is not there', () => {
    const { write, written } = recorder();
    const masks = new Masks(write);
    masks.add(undefined);
    masks.addSecret(undefined);
    masks.add('   ');
    expect(written()).toBe('');
  });
});

describe('annotations', () => {
  const annotation = (kind: Annotation['kind'], severity: number): Annotation => ({
    kind,
    title: `${kind} ${severity}`,
    message: 'x',
    at: { file: 'templates/a.yml', line: severity + 1, column: 1 },
    severity,
  });

  test('are ten of a kind, the most severe first; the rest is counted', () => {
    const errors = Array.from({ length: 13 }, (_, index) => annotation('error', index));
    const lines = annotationCommands([...errors, annotation('notice', 0)]).join('');
    const shown = commandsOf(lines, 'error').map(({ properties }) => properties['title']);
    expect(shown).toHaveLength(10);
    expect(shown[0]).toBe('error 12');
    expect(shown[9]).toBe('error 3');
    expect(lines).toContain('3 more of kind error are not annotated');
    expect(commandsOf(lines, 'notice')).toHaveLength(1);
  });

  test('what was spent on warnings before leaves less room', () => {
    const warnings = Array.from({ length: 10 }, (_, index) => annotation('warning', index));
    const lines = annotationCommands(warnings, { warning: 4 }).join('');
    expect(commandsOf(lines, 'warning')).toHaveLength(6);
    expect(lines).toContain('4 more of kind warning');
  });
});

describe('the summary', () => {
  test('is the sections, with a blank line between', () => {
    expect(fitSummary(['### One\n', 'Two'])).toBe('### One\n\nTwo\n\n');
  });

  test('ends at the end of a section where it would be too long in bytes, and says so', () => {
    const sections = ['a'.repeat(100), '€'.repeat(100), 'c'];
    const text = fitSummary(sections, 300);
    expect(text).toMatch(/^a{100}\n\n_The summary ends here: 2 more sections have no room/);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(300);
    expect(fitSummary(sections, 1000)).toContain('€');
  });

  test('a first section that is too long leaves the note', () => {
    expect(fitSummary(['a'.repeat(2000)], 300)).toMatch(/^_The summary ends here: one more section has/);
  });
});
