// Tries the language server in other editors than VS Code: `node test/other-editors/run.mjs [EDITOR …]`.
//
// Each editor is set up by nothing but the configuration on its page under docs/editors/, opens a plan with a wrong
// figure, and does what a writer would do. An editor that is not installed is passed over with a message. It is not
// part of `npm test`. Exit code 0 means that nothing failed.

import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repositoryFolder = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));

const plan = `规划：甲镇规划
期间：2021—2025年
基期：2020年

# 发展目标
指标 税收（万元）
2020年:  300万元
目标 税收：380万元，比基期增80万元，增长50%
到2025年，税收达到{税收@2025}。
`;

/** The editors: where the page has its configuration, and how one is started with it and told what to do. */
const editors = {
  neovim: {
    command: 'nvim',
    block: 'lua',
    configuration: 'init.lua',
    arguments: (configuration) => [
      '--headless',
      ...['-u', configuration, '-i', 'NONE', '-n'],
      ...['-c', `luafile ${path.join(here, 'neovim.lua')}`],
    ],
    filetype: 'plan',
  },
  emacs: {
    command: 'emacs',
    block: 'elisp',
    configuration: 'init.el',
    arguments: (configuration) => [
      ...['--batch', '--eval', "(require 'package)", '--eval', '(package-initialize)'],
      ...['-l', configuration, '-l', path.join(here, 'emacs.el')],
    ],
    filetype: 'plan-mode',
  },
};

/** What is wrong with what an editor told; nothing where all is well. */
function complaints(told, filetype) {
  const expected = {
    'no problem': told.problem === undefined,
    'the kind of file': told.filetype === filetype,
    'one error': told.errors === 1,
    'a message in Chinese': /50%/.test(told.message) && /\p{Script=Han}/u.test(told.message),
    'a hover': told.hover?.includes('380万元') && !told.hover.includes('data:'),
    'the indicator among what can be written': told.completions?.some((label) =>
      label.includes('税收'),
    ),
    'one target': told.targets === 1,
    'the usual form': told.text?.includes('\n2020年：300万元\n'),
    'the other name everywhere':
      told.text?.includes('指标 财政收入（万元）') && told.text.includes('{财政收入@2025}'),
    'no line lost': told.text?.trimEnd().split('\n').length === plan.trimEnd().split('\n').length,
  };
  return Object.keys(expected).filter((name) => !expected[name]);
}

async function attempt(name, folder) {
  const { command, block, configuration, filetype, ...editor } = editors[name];
  const page = await readFile(path.join(repositoryFolder, 'docs', 'editors', `${name}.md`), 'utf8');
  const [, code] = page.match(new RegExp(`\`\`\`${block}\n([^]*?)\`\`\``));
  const file = path.join(folder, configuration);
  await writeFile(file, code);

  // What `npm install -g .` would put on the PATH.
  const programs = path.join(folder, 'bin');
  await mkdir(programs);
  const program = path.join(programs, 'planwright');
  const cli = path.join(repositoryFolder, 'dist', 'cli.cjs');
  await writeFile(program, `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`);
  await chmod(program, 0o755);

  const planFile = path.join(folder, 'plan.plan');
  const answerFile = path.join(folder, 'answer.json');
  await writeFile(planFile, plan);
  const { error, stderr, stdout } = spawnSync(command, editor.arguments(file), {
    cwd: folder,
    encoding: 'utf8',
    timeout: 180_000,
    env: {
      ...process.env,
      ...{ HOME: folder, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
      PATH: `${programs}${path.delimiter}${process.env.PATH}`,
      PLANWRIGHT_PLAN: planFile,
      PLANWRIGHT_ANSWER: answerFile,
    },
  });
  if (error?.code === 'ENOENT') return 'skipped';
  const answer = await readFile(answerFile, 'utf8').catch(() => undefined);
  if (answer === undefined) return [`no answer: ${error?.message ?? `${stdout}${stderr}`}`];
  const found = complaints(JSON.parse(answer), filetype);
  return found.length > 0 ? [...found, answer] : found;
}

async function main(wanted) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const name of wanted.length > 0 ? wanted : Object.keys(editors)) {
    if (!(name in editors)) throw new Error(`There are: ${Object.keys(editors).join(', ')}.`);
    const folder = await mkdtemp(path.join(os.tmpdir(), `planwright-${name}-`));
    try {
      const found = await attempt(name, folder);
      if (found === 'skipped') {
        counts.skipped += 1;
        console.log(`${name}: skipped, since ${editors[name].command} is not installed`);
      } else if (found.length === 0) {
        counts.passed += 1;
        console.log(`${name}: findings, hover, completion, rename, command and formatting work`);
      } else {
        counts.failed += 1;
        console.log(`${name}: wrong:\n  ${found.join('\n  ')}`);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  const { passed, failed, skipped } = counts;
  console.log(`\nother editors: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
