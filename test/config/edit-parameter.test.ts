import { describe, expect, test } from '@jest/globals';
import { withParameter } from '../../src/config/edit-parameter.ts';
import { parseSystem } from '../../src/config/parse-system.ts';

const system = parseSystem(
  'system: shop\nstacks:\n  edge: { template: templates/shop/edge.yml, region: edge }\n  app: { template: templates/shop/app.yml, region: home }\n',
  'params/shop/system.yml',
);
const file = 'params/shop/dev.yml';
const head = "account: '111111111111'\nregions: { home: eu-west-1 }\nvalues:\n";
const edit = (values: string, value = 'on') =>
  withParameter(`${head}${values}`, file, system, 'dev', { stack: 'app', parameter: 'Switch', value }).slice(
    head.length,
  );

describe('one value of a file', () => {
  test.each([
    ['in single quotes', "  app:\n    # why\n    Switch: 'off' # since May\n    Other: 'off'\n", "'off' #"],
    ['in double quotes', '  app:\n    Switch: "off"\n', '"off"'],
    ['plain', '  app:\n    Switch: off\n', 'off'],
    ['a boolean', '  app:\n    Switch: false\n', 'false'],
    ['in one line with others', '  app: { Switch: off, Other: off }\n', 'off'],
    ['with a quote in it', "  app:\n    Switch: 'it''s off'\n", "'it''s off'"],
    ['empty', "  app:\n    Switch: ''\n", "''"],
  ])('%s is changed, and nothing beside it', (_, values, old) => {
    const at = values.indexOf(old, values.indexOf('Switch'));
    const scalar = old.replace(' #', '');
    expect(edit(values)).toBe(`${values.slice(0, at)}'on'${values.slice(at + scalar.length)}`);
  });

  test('that is so already leaves the file as it is, to the byte', () => {
    const values = '  app:\n    Switch:   "on"   # since May\n';
    expect(edit(values)).toBe(values);
  });

  test('with a quote is quoted', () => {
    expect(edit('  app:\n    Switch: off\n', "it's")).toBe("  app:\n    Switch: 'it''s'\n");
  });

  test.each([
    ['is not set', '  app:\n    Other: off\n', 'does not set values.app.Switch'],
    ['is set for another stack', '  edge:\n    Switch: off\n', 'does not set values.app.Switch'],
    ['is a reference', '  app:\n    Switch: ${edge.Switch}\n', 'no text on one line'],
    ['is a list', '  app:\n    Switch: [a, b]\n', 'no text on one line'],
    ['is a block', '  app:\n    Switch: |\n      off\n', 'no text on one line'],
    ['goes on in the next line', '  app:\n    Switch: off\n      and on\n', 'without changing more'],
  ])('that %s is refused', (_, values, words) => {
    expect(() => edit(values)).toThrow(words);
  });
});
