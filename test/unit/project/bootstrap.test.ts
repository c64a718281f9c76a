/** What makes a checkout ready knows when there is nothing to do. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isInstalled, isNewEnough } from '../../../scripts/bootstrap.mjs';

test.each([
  ['16.20.2', false],
  ['20.20.2', false],
  ['22.11.9', false],
  ['22.12.0', true],
  ['22.12.1', true],
  ['24.0.0', true],
])('Node %s is new enough: %s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});

describe('installed', () => {
  type Packages = Record<string, { version: string; optional?: boolean }>;

  function folderWith(wanted: Packages, installed?: Packages): string {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'planwright-bootstrap-'));
    const write = (name: string, packages: Packages) =>
      writeFileSync(path.join(folder, name), JSON.stringify({ packages }));
    write('package-lock.json', { '': { version: '1.0.0' }, ...wanted });
    if (installed) {
      mkdirSync(path.join(folder, 'node_modules'));
      write('node_modules/.package-lock.json', installed);
    }
    return folder;
  }

  const one = { 'node_modules/one': { version: '1.0.0' } };
  const optional = { 'node_modules/other-machine': { version: '1.0.0', optional: true } };

  test.each([
    ['everything is there', one, one, true],
    ['nothing is there', one, undefined, false],
    ['one package is missing', one, {}, false],
    ['one has another version', one, { 'node_modules/one': { version: '1.0.1' } }, false],
    ['what is missing is for other machines', { ...one, ...optional }, one, true],
    ['more is there than wanted', one, { ...one, ...optional }, true],
  ])('%s', (_, wanted, installed, expected) => {
    expect(isInstalled(folderWith(wanted, installed))).toBe(expected);
  });
});
