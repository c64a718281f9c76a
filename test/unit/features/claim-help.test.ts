import { expect, test } from 'vitest';
import { claimHelp } from '../../../server/src/features/claim-help.ts';
import type { Reader } from '../../../server/src/features/reader.ts';
import { chineseReader, englishReader, fixture } from './fixture.ts';

/** The claim with the active part in brackets; empty where nothing is shown. */
function check(text: string, expected: string, reader: Reader = chineseReader): void {
  const { model, line, character } = fixture(text);
  const help = claimHelp(model, line, character, reader);
  const { start, end } = help?.parts[help.active] ?? { start: 0, end: 0 };
  const label = help?.label ?? '';
  const marked = `${label.slice(0, start)}[${label.slice(start, end)}]${label.slice(end)}`;
  expect(help ? marked : '').toBe(expected);
}

const header = '规划：甲镇规划\n期间：2021—2025年\n\n目标 税收：3万元\n';
const rest = '，比基期增…万元，年均增长…%，占…的…%';

test('the part that can come next is marked', () => {
  check(`${header}目标 税收：$0`, `[到2025年] 力争 达到 …万元${rest}`);
  check(`${header}目标 税收：2025年$0`, `到2025年 [力争] 达到 …万元${rest}`);
  check(`${header}目标 税收：力争$0`, `到2025年 力争 [达到] …万元${rest}`);
  check(`${header}目标 税收：力争达到$0`, `到2025年 力争 达到 […万元]${rest}`);
  check(`${header}目标 税收：达到3万$0`, `到2025年 力争 达到 […万元]${rest}`);
});

test('behind a figure come changes', () => {
  const whole = (part: string) => `到2025年 力争 达到 …万元${rest}`.replace(part, `[${part}]`);
  check(`${header}目标 税收：3万元，$0`, whole('比基期增…万元'));
  check(`${header}目标 税收：3万元，比上年增1万元$0`, whole('比基期增…万元'));
  check(`${header}目标 税收：3万元，比上年增1万元，$0`, whole('年均增长…%'));
  check(`${header}目标 税收：3万元，年均增长$0`, whole('年均增长…%'));
  check(`${header}目标 税收：3万元，年均增长3%，$0`, whole('占…的…%'));
});

test('results promise nothing, and values have their year already', () => {
  check(`${header}实绩 税收：$0`, `[到2025年] 达到 …万元${rest}`);
  check(`${header}指标 甲（吨）\n2020年：$0`, '[…吨]，比基期增…吨');
});

test('in the document’s language', () => {
  check(
    '計劃：甲\n\n目標 稅收：$0',
    '[到年底] 力爭 達到 …億元，比上年增…億元，年均增長…%，佔…的…%',
  );
  check(
    'annual plan: A\nperiod: 2026\n\ntarget Tax: at least $0',
    'by 2026 strive for at least [… million yuan], up …% from 2025, ' +
      'annual average growth of …%, accounting for …% of …',
    englishReader,
  );
});

test('nowhere else', () => {
  check(`${header}期间：$0`, '');
  check(`${header}目标 税收$0`, '');
  check(`${header}今年税收：$0`, '');
});
