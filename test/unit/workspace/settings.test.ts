import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { PlanDocument } from '../../../server/src/workspace/document.ts';
import { readProjectFile } from '../../../server/src/workspace/settings/project-file.ts';
import { mergeSettings, readSettings } from '../../../server/src/workspace/settings/read.ts';
import {
  defaultSettings,
  type Settings,
  settingKeys,
  settingRows,
} from '../../../server/src/workspace/settings/table.ts';
import { read } from '../project/repository.ts';

/** What a project file sets, and what is wrong with it: `line:character–line:character message`, counted from one. */
function check(text: string): { settings: Partial<Settings>; problems: string[] } {
  const { settings, problems } = readProjectFile(text);
  return {
    settings,
    problems: problems.map(({ range: { start, end }, message }) => {
      const place = (at: typeof start) => `${at.line + 1}:${at.character + 1}`;
      return `${place(start)}–${place(end)} ${message.zh}`;
    }),
  };
}

describe('a project file', () => {
  test('is read by the names of the table, a dot being a level', () => {
    const text =
      '// 本镇\n{"$schema": "x", "rangeDash": "～", "places": {"own": [" 青禾镇 "]}, "checks": {"syntax": "off"},}';
    expect(check(text)).toEqual({
      settings: { rangeDash: '～', 'places.own': ['青禾镇'], checks: { syntax: 'off' } },
      problems: [],
    });
  });

  test('may be empty', () => {
    for (const text of ['', ' \n', '{}', '{"places": {}}', '{"rangeDash": null}']) {
      expect(check(text)).toEqual({ settings: {}, problems: [] });
    }
  });

  test.each([
    [
      '{"rangedash": "～"}',
      '1:2–1:18 “rangedash”：没有这项设置，是不是“rangeDash”。这一处不起作用。',
    ],
    ['{"foo": 1}', '1:2–1:10 “foo”：没有这项设置。这一处不起作用。'],
    [
      '{"planwright.rangeDash": "～"}',
      '1:2–1:29 “planwright.rangeDash”：没有这项设置，是不是“rangeDash”。这一处不起作用。',
    ],
    [
      '{"prices": "现价"}',
      '1:2–1:16 “prices”：只能是“unspecified”、“current”、“constant”，不能是“现价”。这一处不起作用。',
    ],
    [
      '{"places": {"own": "青禾镇"}}',
      '1:13–1:25 “places.own”：要写成方括号里的名称，如["青禾镇"]，不能是“青禾镇”。这一处不起作用。',
    ],
    ['{"places": []}', '1:2–1:14 “places”：这里要写成花括号里的名称和值。这一处不起作用。'],
    ['[]', '1:1–1:3 这里要写成花括号里的名称和值。这一处不起作用。'],
    [
      '{"checks": {"syntaks": "off"}}',
      '1:13–1:29 “checks.syntaks”：没有这项检查，是不是“syntax”。这一处不起作用。',
    ],
    [
      '{\n  "checks": {"syntax": "0"}\n}',
      '2:14–2:27 “checks.syntax”：级别只能是error（错误）、warning（警告）、hint（提示）、off（不检查），不能是“0”。这一处不起作用。',
    ],
    [
      '{"language": "en"}',
      '1:2–1:18 “language”：这一项因人而异，请写在编辑器的设置里，不写在这个文件里。这一处不起作用。',
    ],
  ])('%s is told of, and the rest holds', (text, problem) => {
    expect(check(text).problems).toEqual([problem]);
  });

  test.each([
    ['{"prices": "current"', '1:21–1:21 这里缺右花括号。改好以前，整个文件都不起作用。'],
    ['{"prices" "current"}', '1:11–1:20 这里缺英文冒号。改好以前，整个文件都不起作用。'],
    [
      '{“prices”: "current"}',
      '1:2–1:10 这里的文字要用英文双引号括起来，标点要用半角。改好以前，整个文件都不起作用。',
    ],
    [
      '\ufffd\u0000',
      '1:1–1:3 这里的文字要用英文双引号括起来，标点要用半角。改好以前，整个文件都不起作用。',
    ],
  ])('%j is no JSON, and says where', (text, problem) => {
    expect(check(text)).toEqual({ settings: {}, problems: [problem] });
  });

  test('its schema takes what it takes', () => {
    const schema = JSON.parse(read('docs/planwright.schema.json'));
    const validate = new Ajv({ strict: false }).compile(schema);
    expect(validate({ rangeDash: '～', places: { own: ['甲'] }, checks: { syntax: 'off' } })).toBe(
      true,
    );
    expect(validate({ language: 'en' })).toBe(false);
    expect(validate({ checks: { syntax: 'no' } })).toBe(false);
  });
});

describe('the table', () => {
  test.each(settingKeys)('the default of %s is one of its values', (key) => {
    const { kind, default: value, description } = settingRows[key];
    expect(kind.read(value, [])).toEqual({ value, problems: [] });
    expect(description.zh).toMatch(/\p{Script=Han}/u);
    expect(description.en).toMatch(/[a-z]{3}/);
  });
});

describe('settings of an editor', () => {
  test('are nested, and may hold what is the reader’s own', () => {
    const given = { checks: null, rangeDash: 'any', places: { own: ['甲'] }, language: 'en' };
    const { settings, problems } = readSettings(given);
    expect(settings).toEqual({ rangeDash: 'any', 'places.own': ['甲'], language: 'en' });
    expect(problems).toEqual([]);
  });

  test.each([null, undefined, {}])('may be %j', (given) => {
    expect(mergeSettings(readSettings(given).settings)).toEqual(defaultSettings);
  });

  test('give way to the project file, check by check', () => {
    const editor: Partial<Settings> = {
      prices: 'current',
      rangeDash: '-',
      checks: { syntax: 'off', doubling: 'hint' },
    };
    const project: Partial<Settings> = { rangeDash: '～', checks: { syntax: 'warning' } };
    expect(mergeSettings(editor, project)).toEqual({
      ...defaultSettings,
      prices: 'current',
      rangeDash: '～',
      checks: { syntax: 'warning', doubling: 'hint' },
    });
  });
});

describe('a document', () => {
  const text = '推进“河长制”、“林长制”。\n目标 引进新品种：5—3项\n';
  const codes = (document: PlanDocument) =>
    document.findings().map(({ rule, tier }) => `${tier} ${rule}`);

  test('is judged by its settings from then on', () => {
    const document = PlanDocument.open('file:///a.plan', text);
    expect(codes(document)).toEqual(['error inverted-range']);
    const checks: Settings['checks'] = { 'quoted-list-comma': 'warning', 'inverted-range': 'hint' };
    expect(document.configure(mergeSettings({ checks }))).toBe(true);
    expect(codes(document)).toEqual(['warning quoted-list-comma', 'hint inverted-range']);
    expect(document.configure(mergeSettings({ checks: { 'inverted-range': 'off' } }))).toBe(true);
    expect(codes(document)).toEqual([]);
    expect(document.configure(mergeSettings({ checks: { 'inverted-range': 'off' } }))).toBe(false);
    expect(document.configure(defaultSettings)).toBe(true);
    expect(codes(document)).toEqual(['error inverted-range']);
  });

  test('without a price basis of its own takes that of the settings', () => {
    const wrong =
      '计划：甲镇工作计划\n期间：2021年\n基期：2020年\n\n目标 地区生产总值：3.0亿元，比2020年增0.5亿元，增长50%\n';
    const settings = mergeSettings({ prices: 'current' });
    expect(codes(PlanDocument.open('file:///a.plan', wrong))).toEqual([]);
    expect(codes(PlanDocument.open('file:///a.plan', wrong, { settings }))).toEqual([
      'error arithmetic-change',
    ]);
    const constant = wrong.replace('\n\n', '\n价格：现价\n\n');
    const other = mergeSettings({ prices: 'constant' });
    expect(codes(PlanDocument.open('file:///a.plan', constant, { settings: other }))).toEqual([
      'error arithmetic-change',
    ]);
  });
});
