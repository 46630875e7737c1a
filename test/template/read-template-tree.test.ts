import { describe, expect, test } from '@jest/globals';
import { packagedDigest, readPackagedTree, readTemplateTree } from '../../src/template/read-template-tree.ts';
import type { TemplateTree } from '../../src/template/template.ts';

const leaf = 'Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n';
const parent = (...urls: string[]): string =>
  [
    'Resources:',
    ...urls.map(
      (url, index) =>
        `  Child${index}:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: ${url}`,
    ),
  ].join('\n');

function reader(files: Record<string, string>): (file: string) => Promise<string> {
  return (file) => {
    const source = files[file];
    return source === undefined
      ? Promise.reject(Object.assign(new Error(`no ${file}`), { code: 'ENOENT' }))
      : Promise.resolve(source);
  };
}

function files(tree: TemplateTree): unknown {
  return { [tree.template.file]: [...tree.children].map(([id, child]) => [id, files(child)]) };
}

describe('a tree of source templates', () => {
  test('is followed along paths relative to each template', async () => {
    const tree = await readTemplateTree(
      'templates/shop/app.yml',
      reader({
        'templates/shop/app.yml': parent('../modules/api.yml', './local.yml'),
        'templates/modules/api.yml': parent('parts/log.yml'),
        'templates/modules/parts/log.yml': leaf,
        'templates/shop/local.yml': leaf,
      }),
    );
    expect(files(tree)).toEqual({
      'templates/shop/app.yml': [
        ['Child0', { 'templates/modules/api.yml': [['Child0', { 'templates/modules/parts/log.yml': [] }]] }],
        ['Child1', { 'templates/shop/local.yml': [] }],
      ],
    });
  });

  test('may hold the same module twice', async () => {
    const tree = await readTemplateTree(
      'a.yml',
      reader({ 'a.yml': parent('b.yml', 'b.yml'), 'b.yml': leaf }),
    );
    expect([...tree.children.keys()]).toEqual(['Child0', 'Child1']);
  });

  test('an unknown child names the line that asks for it, however deep', async () => {
    const read = reader({ 'a.yml': parent('b.yml'), 'b.yml': parent('gone.yml') });
    await expect(readTemplateTree('a.yml', read)).rejects.toMatchObject({
      code: 'TEMPLATE_CHILD_MISSING',
      message: 'The nested stack Child0 names gone.yml, which is not there',
      at: { file: 'b.yml', line: 5, column: 20 },
    });
  });

  test('an unknown root', async () => {
    await expect(readTemplateTree('a.yml', reader({}))).rejects.toMatchObject({
      code: 'TEMPLATE_MISSING',
      message: 'There is no template a.yml',
    });
  });

  test.each(['EISDIR', 'ENOTDIR'])(
    'a folder where a template should be, or a file above it: %s',
    async (code) => {
      const read = () => Promise.reject(Object.assign(new Error(code), { code }));
      await expect(readTemplateTree('a.yml', read)).rejects.toMatchObject({
        code: 'TEMPLATE_MISSING',
        message: 'There is no template a.yml',
      });
    },
  );

  test('a circle is shown', async () => {
    const read = reader({ 'a.yml': parent('b.yml'), 'b.yml': parent('c.yml'), 'c.yml': parent('b.yml') });
    await expect(readTemplateTree('a.yml', read)).rejects.toMatchObject({
      code: 'TEMPLATE_CYCLE',
      message: 'The nested stack Child0 closes a circle: b.yml → c.yml → b.yml',
      at: { file: 'c.yml', line: 5 },
    });
  });

  test.each(['https://s3.amazonaws.com/b/x.yml', '/abs.yml', '!Sub "${A}/x"', '""', '../../up.yml'])(
    'a TemplateURL of %s is refused',
    async (url) => {
      await expect(readTemplateTree('t/a.yml', reader({ 't/a.yml': parent(url) }))).rejects.toMatchObject({
        code: 'TEMPLATE_URL',
        at: { file: 't/a.yml', line: 5 },
      });
    },
  );

  test('an error other than a missing file passes as it is', async () => {
    const denied = Object.assign(new Error('denied'), { code: 'EACCES' });
    await expect(readTemplateTree('a.yml', () => Promise.reject(denied))).rejects.toBe(denied);
  });
});

describe('a tree of packaged templates', () => {
  const [root, child] = ['a'.repeat(64), 'b'.repeat(64)];
  const url = `!Sub https://s3.\${AWS::Region}.\${AWS::URLSuffix}/\${ArtifactBucket}/${child}`;

  test('is followed along digests and keeps the names of its sources', async () => {
    const tree = await readPackagedTree(root, (sha256) =>
      Promise.resolve(
        sha256 === root
          ? { file: 'templates/app.yml', source: parent(url) }
          : { file: 'templates/bucket.yml', source: leaf },
      ),
    );
    expect(files(tree)).toEqual({ 'templates/app.yml': [['Child0', { 'templates/bucket.yml': [] }]] });
  });

  test('a URL without a digest is refused', async () => {
    const read = () => Promise.resolve({ file: 'a.yml', source: parent('../b.yml') });
    await expect(readPackagedTree(root, read)).rejects.toMatchObject({ code: 'TEMPLATE_URL' });
  });

  test('a digest is read from a URL with or without Fn::Sub', () => {
    expect(packagedDigest(`https://x/${child}`)).toBe(child);
    expect(packagedDigest({ 'Fn::Sub': [`https://x/${child}`, {}] })).toBe(child);
    expect(packagedDigest({ Ref: 'A' })).toBeNull();
    expect(packagedDigest(`https://x/${child}0`)).toBeNull();
  });
});
