/**
 * Invariant 1 and 2 of ARCHITECTURE.md: a room imports only from the rooms above it, and below lsp and cli there is
 * no connection, no file system, no clock and no editor.
 */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { read, repositoryFiles } from './repository.ts';

/** For every room, the rooms that it may see, and the packages. */
const rooms: Readonly<
  Record<string, { readonly sees: readonly string[]; readonly packages: readonly string[] }>
> = {
  syntax: { sees: [], packages: ['chevrotain'] },
  model: { sees: ['syntax'], packages: ['fraction.js', 'opencc-js'] },
  rules: { sees: ['syntax', 'model'], packages: ['fraction.js'] },
  report: {
    sees: ['syntax', 'model'],
    packages: [
      'd3-array',
      'd3-shape',
      'docx',
      'fast-xml-builder',
      'fflate',
      'get-east-asian-width',
      'svgpath',
      'uuid',
      'write-excel-file',
    ],
  },
  importer: {
    sees: ['syntax', 'model'],
    packages: ['@xmldom/xmldom', 'fflate', 'mammoth', 'markdown-it', 'parse5'],
  },
  workspace: { sees: ['syntax', 'model', 'rules'], packages: ['jsonc-parser'] },
  features: {
    sees: ['syntax', 'model', 'rules', 'report', 'workspace'],
    packages: ['get-east-asian-width', 'opencc-js'],
  },
  lsp: {
    sees: ['syntax', 'model', 'rules', 'report', 'importer', 'workspace', 'features'],
    packages: ['node', 'vscode-languageserver', 'vscode-languageserver-textdocument'],
  },
  cli: {
    sees: ['syntax', 'model', 'rules', 'report', 'importer', 'workspace', 'features'],
    packages: ['node'],
  },
};

interface Import {
  readonly file: string;
  readonly from: string;
}

const importPattern =
  /\b(?:import|export)\s(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function importsOf(file: string): Import[] {
  const code = read(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
  return [...code.matchAll(importPattern)].map((found) => ({ file, from: found[1] ?? found[2] }));
}

const files = repositoryFiles.filter((name) => /^server\/src\/[^/]+\/.*\.ts$/.test(name));

const roomOf = (file: string): string => file.split('/')[2];

/** What is wrong with an import, or nothing. */
function trespass({ file, from }: Import): string | undefined {
  const room = rooms[roomOf(file)];
  if (!room) return `${roomOf(file)} is no room`;
  if (!from.startsWith('.')) {
    const name = from.startsWith('node:') ? 'node' : packageOf(from);
    return room.packages.includes(name) ? undefined : `${name} is not for ${roomOf(file)}`;
  }
  const target = path.posix.join(path.posix.dirname(file), from);
  if (allowedOutside.get(file) === target) return undefined;
  if (!target.startsWith('server/src/')) return `${target} lies outside`;
  const other = roomOf(target);
  if (other === roomOf(file) || room.sees.includes(other)) return undefined;
  return `${roomOf(file)} must not see ${other}`;
}

/** The command line says its version, and starts the server. */
const allowedOutside = new Map([
  ['server/src/cli/version.ts', 'package.json'],
  ['server/src/cli/language-server.ts', 'server/src/programs.ts'],
]);

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

describe('rooms', () => {
  test('there are files to look at', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  test('every import leads to the same room or to one above it', () => {
    const wrong = files
      .flatMap(importsOf)
      .map((one) => ({ ...one, problem: trespass(one) }))
      .filter(({ problem }) => problem !== undefined);
    expect(wrong).toEqual([]);
  });

  test('below lsp and cli nothing asks for the time, the process or the network', () => {
    const asks =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b|\bset(?:Timeout|Interval|Immediate)\b|\bprocess\.|\bfetch\(|\bglobalThis\b/;
    const wrong = files
      .filter((file) => !['lsp', 'cli'].includes(roomOf(file)))
      .filter((file) =>
        asks.test(
          read(file)
            .replace(/\/\*[\s\S]*?\*\//g, '')
            .replace(/\/\/.*$/gm, ''),
        ),
      );
    expect(wrong).toEqual([]);
  });

  test.each([
    [
      "import { a } from '../rules/rule.ts';",
      'server/src/syntax/x.ts',
      'syntax must not see rules',
    ],
    [
      "import type { A } from '../features/a.ts';",
      'server/src/model/x.ts',
      'model must not see features',
    ],
    ["export * from '../lsp/a.ts';", 'server/src/cli/x.ts', 'cli must not see lsp'],
    ["import 'node:fs';", 'server/src/model/x.ts', 'node is not for model'],
    [
      "const a = await import('chevrotain');",
      'server/src/rules/x.ts',
      'chevrotain is not for rules',
    ],
  ])('the test itself finds %s', (code, file, problem) => {
    const [found] = [...code.matchAll(importPattern)];
    expect(trespass({ file, from: found[1] ?? found[2] })).toBe(problem);
  });
});
