import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, planwright } from './run-planwright.ts';

const sound = '目标 引进新品种：3—5项\n';
const wrong = '# 农业\n目标 引进新品种：5—3项\n';

describe('exit status', () => {
  test('0 where nothing is wrong', async () => {
    const folder = folderWith({ 'a.plan': sound });
    expect(await planwright(['check', folder])).toMatchObject({ status: 0, err: '' });
  });

  test('1 where something is, even if it is not shown', async () => {
    const folder = folderWith({ 'a.plan': wrong });
    expect((await planwright(['check', folder])).status).toBe(1);
  });

  test('0 where there are only warnings and hints', async () => {
    const folder = folderWith({ 'a.plan': '目标 国民生产总值达3亿元\n' });
    const { status, out } = await planwright(['check', folder, '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject([{ severity: 'hint' }]);
    expect(status).toBe(0);
  });

  test('2 for a file that is not there, in one line; the others are checked all the same', async () => {
    const folder = folderWith({ 'a.plan': wrong });
    const missing = path.join(folder, 'none.plan');
    const { status, out, err } = await planwright(['check', missing, folder, '--format', 'json']);
    expect(status).toBe(2);
    expect(err).toBe(`${missing} cannot be read: there is no such file.\n`);
    expect(JSON.parse(out)).toHaveLength(1);
  });

  test.each([
    [['check'], 'check needs files or folders: planwright check FILE…'],
    [['check', 'x', '--format', 'xml'], '--format can be pretty, json, sarif, github, not “xml”.'],
    [['check', 'x', '--tier', 'fatal'], '--tier can be error, warning, hint, not “fatal”.'],
    [['check', 'x', '--fromat=json'], "Unknown option '--fromat'"],
    [['check', 'x', '--config', 'y'], 'The settings file y of --config cannot be read'],
    [['chekc'], 'There is no command “chekc”'],
    [['lsp'], 'lsp works over standard input and output only: planwright lsp --stdio'],
  ])('2 for %j', async (words, sentence) => {
    const { status, out, err } = await planwright(words);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(sentence);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('help is no error, and no words at all are', async () => {
    expect(await planwright(['--help'])).toMatchObject({ status: 0, err: '' });
    expect(await planwright(['check', '--help'])).toMatchObject({ status: 0, err: '' });
    expect(await planwright([])).toMatchObject({ status: 2, out: '' });
  });
});

describe('what is checked', () => {
  test('folders are searched for .plan files, with their folders, in order of name', async () => {
    const folder = folderWith({
      'b.plan': wrong,
      'a.plan': wrong,
      'villages/c.plan': wrong,
      'notes.md': '5—3项',
      'node_modules/d.plan': wrong,
      '.git/e.plan': wrong,
    });
    const { out } = await planwright(['check', folder, '--format', 'json']);
    const names = JSON.parse(out).map(({ file }: { file: string }) => path.relative(folder, file));
    expect(names).toEqual(['a.plan', 'b.plan', path.join('villages', 'c.plan')]);
  });

  test('a file that is named twice is checked once', async () => {
    const folder = folderWith({ 'a.plan': wrong });
    const words = ['check', path.join(folder, 'a.plan'), folder, '--format', 'json'];
    expect(JSON.parse((await planwright(words)).out)).toHaveLength(1);
  });

  test('a folder without plans is said, and is no error', async () => {
    const folder = folderWith({ 'notes.md': '' });
    expect(await planwright(['check', folder])).toMatchObject({
      status: 0,
      err: `${folder} holds no .plan files.\n`,
    });
  });

  test.runIf(process.platform !== 'win32')(
    'links that lead in a circle are not followed',
    async () => {
      const folder = folderWith({ 'a.plan': sound });
      symlinkSync(folder, path.join(folder, 'again'));
      expect((await planwright(['check', folder])).status).toBe(0);
    },
  );

  test('standard input', async () => {
    const { status, out } = await planwright(['check', '-', '--format', 'json'], { input: wrong });
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject([{ file: '-' }]);
  });

  test('text and Markdown that are named outright are prose', async () => {
    const folder = folderWith({ 'a.md': wrong, 'a.txt': '目标 国民生产总值\n' });
    const text = await planwright(['check', path.join(folder, 'a.txt'), '--format', 'json']);
    expect(text).toMatchObject({ status: 0, out: '[]\n' });
    const markdown = await planwright(['check', path.join(folder, 'a.md'), '--format', 'json']);
    expect(JSON.parse(markdown.out)).toMatchObject([{ code: 'inverted-range' }]);
  });

  test('a folder that is named like a plan', async () => {
    const folder = folderWith({});
    mkdirSync(path.join(folder, 'x.plan'));
    expect(await planwright(['check', path.join(folder, 'x.plan')])).toMatchObject({ status: 0 });
    rmSync(folder, { recursive: true });
  });
});

describe('includes', () => {
  const user = '引用 ./lib/a.plan\n\n产值为{产值@2025}、{税收@2025}。\n';

  test('are read, with what they include in turn, even in a circle', async () => {
    const folder = folderWith({
      'user.plan': user,
      'lib/a.plan': '引用 ../lib/b.plan\n\n指标 产值（亿元）\n2025年：3亿元\n',
      'lib/b.plan': '引用 a.plan\n\n指标 税收（万元）\n2025年：380万元\n',
    });
    const { out } = await planwright(['check', path.join(folder, 'user.plan'), '--format', 'json']);
    expect(JSON.parse(out)).toEqual([]);
  });

  test('that are missing are told', async () => {
    const folder = folderWith({ 'user.plan': user });
    const { status, out } = await planwright(['check', folder, '--format', 'json']);
    // What the file would declare nobody can know, so nothing is certain.
    expect(status).toBe(0);
    expect(JSON.parse(out)[0]).toMatchObject({ code: 'include-problem', severity: 'warning' });
  });
});

describe('encodings', () => {
  // 目标 引进新品种：5—3项
  const gb18030 = Buffer.from('c4bfb1ea20d2fdbdf8d0c2c6b7d6d6a3ba35a1aa33cfee0a', 'hex');

  test('GB18030 is read and said', async () => {
    const folder = folderWith({ 'a.plan': gb18030 });
    const { status, out, err } = await planwright(['check', folder, '--format', 'json']);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject([{ code: 'inverted-range' }]);
    expect(err).toBe(`${path.join(folder, 'a.plan')}: not UTF-8; read as GB18030.\n`);
  });

  test.each([
    ['utf-16le with its mark', Buffer.from(`\ufeff${wrong}`, 'utf16le')],
    ['utf-16be with its mark', Buffer.from(`\ufeff${wrong}`, 'utf16le').swap16()],
    ['utf-8 with its mark', Buffer.from(`\ufeff${wrong}`)],
  ])('%s is read without a word', async (_, content) => {
    const folder = folderWith({ 'a.plan': content });
    const { out, err } = await planwright(['check', folder, '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject([
      { code: 'inverted-range', range: { start: { line: 1, character: 9 } } },
    ]);
    expect(err).toBe('');
  });

  test('damaged UTF-8 is checked all the same, and said', async () => {
    const folder = folderWith({
      'a.plan': Buffer.concat([Buffer.from(wrong), Buffer.from([0xe6])]),
    });
    const { status, err } = await planwright(['check', folder]);
    expect(status).toBe(1);
    expect(err).toContain('not valid UTF-8');
  });

  test('a Word file is refused in one line', async () => {
    const folder = folderWith({ 'a.docx': Buffer.from('PK\u0003\u0004rest') });
    const { status, err } = await planwright(['check', path.join(folder, 'a.docx')]);
    expect(status).toBe(2);
    expect(err).toContain('is a Word, PDF or similar file');
  });

  test('a picture that is called a plan is refused in one line, and the other files are checked', async () => {
    const picture = Buffer.from(Array.from({ length: 2000 }, (_, at) => (at * at * 7919) >> 3));
    const folder = folderWith({ 'a.plan': picture, 'b.plan': wrong });
    const { status, err, out } = await planwright(['check', folder]);
    expect(status).toBe(2);
    expect(err).toMatch(/^\S+a\.plan is not a text \(.+\), and cannot be read\.\n$/);
    expect(out).toContain('b.plan:2');
  });

  test('a text that a failing disk has put zeros into is checked', async () => {
    const zeros = Buffer.from([0xe6, 0, 0, 0, 0, 0xff]);
    const folder = folderWith({ 'a.plan': Buffer.concat([Buffer.from(wrong), zeros]) });
    expect((await planwright(['check', folder])).status).toBe(1);
  });
});

describe('formats', () => {
  const file = () => path.join(folderWith({ 'a.plan': wrong }), 'a.plan');

  test('json, to the letter', async () => {
    const name = file();
    const { out } = await planwright(['check', name, '--format', 'json']);
    const range = { start: { line: 1, character: 9 }, end: { line: 1, character: 12 } };
    expect(JSON.parse(out)).toEqual([
      {
        file: name,
        code: 'inverted-range',
        severity: 'error',
        message: expect.stringContaining('5—3'),
        range,
        related: [],
        fixes: [
          {
            title: expect.stringContaining('3—5'),
            edits: [{ file: name, range, newText: '3—5' }],
          },
        ],
      },
    ]);
  });

  test('nothing found is an empty array', async () => {
    expect((await planwright(['check', '-', '--format', 'json'])).out).toBe('[]\n');
  });

  test('messages are in the language of the user', async () => {
    const name = file();
    const { out } = await planwright(['check', name, '--format', 'json'], { locale: 'zh-CN' });
    expect(JSON.parse(out)[0].message).toMatch(/区间/);
  });

  test('github', async () => {
    const name = file();
    const { out } = await planwright(['check', name, '--format', 'github']);
    expect(out).toMatch(
      `::error file=${name.replaceAll(':', '%3A')},line=2,col=10,endLine=2,endColumn=13,title=inverted-range::`,
    );
    expect(out.trimEnd().split('\n')).toHaveLength(1);
  });

  test('sarif', async () => {
    const name = file();
    const { out } = await planwright(['check', name, '--format', 'sarif']);
    const log = JSON.parse(out);
    expect(log.version).toBe('2.1.0');
    const [{ tool, results, columnKind }] = log.runs;
    expect(columnKind).toBe('utf16CodeUnits');
    const [result] = results;
    expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(result).toMatchObject({
      ruleId: 'inverted-range',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: expect.stringMatching(/^file:\/\//) },
            region: { startLine: 2, startColumn: 10, endLine: 2, endColumn: 13 },
          },
        },
      ],
      fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: '3—5' } }] }] }],
    });
  });

  test('pretty marks the place under its line, without colour in a pipe', async () => {
    const { out } = await planwright(['check', '-'], { input: wrong });
    expect(out).toContain('-:2:10 error ');
    expect(out).toContain('  目标 引进新品种：5—3项\n  　　 　　　　　　^^^\n');
    expect(out).toContain('1 file: 1 error, 0 warnings, 0 hints.\n');
    expect(out).not.toContain('\u001b');
  });

  test('pretty has colour on a terminal, but not where NO_COLOR is set', async () => {
    const watched = { input: wrong, watched: true };
    expect((await planwright(['check', '-'], watched)).out).toContain('\u001b[');
    const plain = await planwright(['check', '-'], { ...watched, environment: { NO_COLOR: '1' } });
    expect(plain.out).not.toContain('\u001b');
  });

  test('control characters of the file do not reach the terminal', async () => {
    const input = '目标 引进\u001b[2J新品种：5—3项\n';
    expect((await planwright(['check', '-'], { input })).out).not.toContain('\u001b');
  });

  test('--tier shows less and changes no verdict', async () => {
    const input = '目标 国民生产总值达3亿元\n';
    const words = ['check', '-', '--format', 'json', '--tier'];
    expect(JSON.parse((await planwright([...words, 'hint'], { input })).out)).toHaveLength(1);
    expect(JSON.parse((await planwright([...words, 'warning'], { input })).out)).toHaveLength(0);
  });
});

describe('progress', () => {
  test('is shown to a person who looks on, and taken away again', async () => {
    const folder = folderWith({ 'a.plan': sound, 'b.plan': sound });
    const { err } = await planwright(['check', folder], { watched: true });
    expect(err).toContain('1/2 ');
    expect(err.endsWith('\r\u001b[K')).toBe(true);
  });

  test('is not shown in a pipe', async () => {
    const folder = folderWith({ 'a.plan': sound, 'b.plan': sound });
    expect((await planwright(['check', folder])).err).toBe('');
  });
});

describe('settings', () => {
  const check = (...words: string[]) => planwright(['check', ...words, '--format', 'json']);
  const severities = (out: string) =>
    JSON.parse(out).map(({ severity }: { severity: string }) => severity);

  test('are those of the nearest file above, for each file its own', async () => {
    const folder = folderWith({
      '.planwright.json': '{"checks": {"inverted-range": "hint"}}',
      'a/a.plan': wrong,
      'b/.planwright.json': '{"checks": {"inverted-range": "warning"}}',
      'b/b.plan': wrong,
    });
    const { status, out, err } = await check(folder);
    expect(severities(out)).toEqual(['hint', 'warning']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
  });

  test('are those of --config, whatever lies above', async () => {
    const folder = folderWith({
      '.planwright.json': '{"checks": {"inverted-range": "hint"}}',
      'other.json': '{"checks": {"inverted-range": "off"}}',
      'a.plan': wrong,
    });
    const { status, out } = await check(folder, '--config', `${folder}/other.json`);
    expect({ status, out }).toEqual({ status: 0, out: '[]\n' });
  });

  test('that cannot be read end with one line and status 2', async () => {
    const folder = folderWith({ 'a.plan': wrong, 'broken.json': '{"checks": ' });
    const missing = await check(folder, '--config', `${folder}/missing.json`);
    expect(missing).toMatchObject({ status: 2, out: '' });
    expect(missing.err).toMatch(/^The settings file .*missing\.json .* cannot be read.*\n$/);
    const broken = await check(folder, '--config', `${folder}/broken.json`);
    expect(broken).toMatchObject({ status: 2, out: '' });
    expect(broken.err).toMatch(/broken\.json:1:\d+ A value is missing here\. .*\n$/);
  });

  test('in a broken file are as if they were not there, which is said', async () => {
    const folder = folderWith({ '.planwright.json': '{', 'a.plan': wrong, 'b.plan': wrong });
    const { status, out, err } = await check(folder);
    expect(severities(out)).toEqual(['error', 'error']);
    expect(status).toBe(2);
    expect(err).toMatch(/^.*\.planwright\.json:1:2 .*\n$/);
  });

  test('that do not exist are said, and the rest holds', async () => {
    const folder = folderWith({
      '.planwright.json': '{"check": {}, "checks": {"inverted-range": "hint"}}',
      'a.plan': wrong,
    });
    const { status, out, err } = await check(folder);
    expect(severities(out)).toEqual(['hint']);
    expect(status).toBe(0);
    expect(err).toMatch(/:1:2 “check”: there is no such setting; did you mean “checks”\..*\n$/);
  });
});

test('other plans that the header names: last year’s results and the plans of the level below', async () => {
  const village = (tons: number): string =>
    `计划：某村计划\n期间：2026年\n\n目标 粮食产量：${tons}吨\n`;
  const folder = folderWith({
    '2026.plan':
      '计划：甲镇计划\n期间：2026年\n依据：./2025.plan\n汇总：./村/*.plan\n\n目标 粮食产量：5500吨，比上年增700吨\n',
    '2025.plan': '总结：甲镇总结\n期间：2025年\n\n实绩 粮食产量：5000吨\n',
    '村/东.plan': village(2000),
    '村/西.plan': village(1500),
  });
  const own = path.join(folder, '2026.plan');
  const { status, out } = await planwright(['check', own, '--format', 'json']);
  expect(status).toBe(1);
  const findings = JSON.parse(out) as { code: string; related: { file: string }[] }[];
  expect(findings.map(({ code }) => code)).toEqual(['rollup-short', 'arithmetic-base']);
  const files = findings.flatMap(({ related }) => related.map(({ file }) => path.basename(file)));
  expect(files).toContain('2025.plan');
  expect(files).toContain('东.plan');
});
