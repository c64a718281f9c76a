// What VS Code loads as its test suite: picks the tests that belong to the window which has been opened.

import { type EditorTest, runAll, suiteName } from '../harness.ts';
import { editingTests } from './editing.ts';
import { exportTests } from './export.ts';
import { importingTests } from './importing.ts';
import { languageTests } from './language.ts';
import { mendingTests } from './mending.ts';
import { multiRootTests } from './multi-root.ts';
import { navigationTests } from './navigation.ts';
import { previewTests } from './preview.ts';
import { readingTests } from './reading.ts';
import { reloadTests } from './reload.ts';
import { samplesTests } from './samples.ts';
import { projectFileTests, settingsTests } from './settings.ts';
import { workbenchTests } from './workbench.ts';
import { writingTests } from './writing.ts';

const suites: Record<string, () => Promise<readonly EditorTest[]>> = {
  folder: async () => [
    ...editingTests,
    ...(await samplesTests()),
    ...languageTests,
    ...writingTests,
    ...navigationTests,
    ...mendingTests,
    ...previewTests,
    ...readingTests,
    ...settingsTests,
    ...projectFileTests,
    ...workbenchTests,
    ...exportTests,
    ...importingTests,
  ],
  reload: async () => reloadTests,
  'multi-root': async () => multiRootTests,
  browser: async () => [
    ...editingTests,
    ...languageTests,
    ...previewTests,
    ...readingTests,
    ...settingsTests,
    ...workbenchTests,
    ...exportTests,
    ...importingTests,
  ],
};

export async function run(): Promise<void> {
  await runAll(await suites[suiteName()]());
}
