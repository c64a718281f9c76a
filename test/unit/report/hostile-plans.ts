/** Plans whose texts would do harm in some format, or break it, if they were taken for more than text. */
import fc from 'fast-check';

export const nasty = [
  '<script>alert(1)</script>',
  '</style></title></svg><img src=x onerror=alert(1)>',
  ']]>',
  '&lt;',
  '&',
  '"',
  "'",
  '" onmouseover="alert(1)',
  '<!--',
  '--!>',
  '\0',
  '\u0007',
  '\u000b\u000c',
  '\u0085',
  '\ud800',
  '\udc00x',
  '\uffff',
  '\u2028',
  'javascript:alert(1)',
  '[a](javascript:alert(1))',
  '![a](x)',
  '**',
  '__init__',
  '`code`',
  '# x',
  '1. x',
  '- x',
  '> x',
  '|',
  '\\',
  '$x$',
  '~~x~~',
  '{',
  '}',
  '{a@2025.增量}',
  '{"',
  '｛<b>｝',
];

/** Every place of the language where a writer's text can reach the report. */
export const frames: readonly ((text: string) => string)[] = [
  (text) => `规划：${text}`,
  (text) => `规划：甲\n编制单位：${text}\n日期：${text}\n期间：${text}\n`,
  (text) => `# ${text}`,
  (text) => `（一）${text}。${text}`,
  (text) => `1.${text}`,
  (text) => text,
  (text) => `\\${text}`,
  (text) => `- ${text}`,
  (text) => `举措 ${text}\n责任：${text}\n时限：${text}\n资金：${text}\n进度：${text}`,
  (text) => `一是${text}。${text}\n配合：${text}`,
  (text) =>
    `指标 ${text}（${text}）\n类别：${text}\n2020年：3${text}\n\n目标 ${text}：2025年达4${text}\n\n表 ${text}\n\n图 ${text}`,
  (text) => `目标 ${text}：“${text}”`,
  (text) => `实绩 甲：${text}，增长5%${text}`,
  (text) => `表 ${text}\n| ${text} | 2020年 |\n| --- | --- |\n| ${text} | 3${text} |\n注：${text}`,
  (text) => `| ${text} | ${text} |`,
  (text) => `注：${text}`,
  (text) => `指标 甲\n2020年：3万元\n2021年：4万元\n\n正文{甲${text}@2020.${text}}{甲@2021}`,
];

export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 6 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join('').replace(/[\r\n]/g, ''));

export const hostilePlan = fc
  .array(fc.tuple(fc.constantFrom(...frames), hostileText), { minLength: 1, maxLength: 6 })
  .map((lines) => lines.map(([frame, text]) => frame(text)).join('\n\n'));
