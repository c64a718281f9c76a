// The preview beside the editor.

import * as vscode from 'vscode';
import { Random } from '../../kit/random.ts';
import {
  actUntil,
  assert,
  closeEverything,
  type EditorTest,
  endOf,
  inPreview,
  open,
  openPlan,
  rangeOf,
  replaceText,
  screenshot,
  show,
  until,
} from '../harness.ts';

const paragraph = '今后五年，把农业做优、把工业做实、把民生做细，一步一个脚印往前走。'.repeat(6);

const longPlan = [
  '规划：甲镇“十四五”发展规划',
  '期间：2021—2025年',
  '基期：2020年',
  '',
  ...Array.from({ length: 30 }, (_, index) => [`# 第${index + 1}件大事`, paragraph, '']).flat(),
].join('\n');

const reportText = async (): Promise<string> =>
  (await inPreview<string>('document.getElementById("report").innerText')) ?? '';

type PlaceOfBlock = readonly [top: number, text: string];

/** Each block with where it is, in pixels, once nothing moves any more. */
async function placesAtRest(): Promise<readonly PlaceOfBlock[]> {
  let last = '';
  let count = 0;
  await until(async () => {
    const now = await inPreview<string>(
      `[...document.querySelectorAll('#report > section')].map(({ style }) => style.cssText).join()`,
    );
    count = now === last ? count + 1 : 0;
    last = now ?? '';
    return count > 40;
  }, 'a preview at rest');
  return (
    (await inPreview<PlaceOfBlock[]>(`(() => {
      const { top } = document.getElementById('desk').getBoundingClientRect();
      return [...document.querySelectorAll('#report > section > :not(.lead, .tail)')].map((block) =>
        [block.getBoundingClientRect().top - top, block.textContent]);
    })()`)) ?? []
  );
}

async function openPreview(text: string): Promise<vscode.TextEditor> {
  const editor = await openPlan(text);
  await actUntil(
    () => vscode.commands.executeCommand('planwright.openPreview'),
    async () => (await reportText()).includes('甲镇'),
    'the title in the preview',
  );
  return editor;
}

export const previewTests: readonly EditorTest[] = [
  {
    name: 'the preview opens beside the editor with the title of the plan',
    run: async () => {
      const editor = await openPreview(longPlan);
      assert(vscode.window.tabGroups.all.length === 2, 'it is not beside the editor');
      assert(
        vscode.window.activeTextEditor?.document === editor.document,
        'the cursor is no longer in the plan',
      );
      await screenshot('preview');
    },
  },
  {
    name: 'the preview follows the typing, and keeps what has not changed',
    run: async () => {
      const editor = await openPreview(longPlan);
      await inPreview('void (document.querySelector("#report [data-line]").isTheSame = true)');
      await replaceText(editor, '发展规划', '高质量发展规划');
      await until(
        async () => (await reportText()).includes('高质量发展规划'),
        'the new title in the preview',
      );
      assert(
        await inPreview('document.querySelector("#report [data-line]").isTheSame === true'),
        'the page was made anew instead of patched',
      );
    },
  },
  {
    name: 'after edits the preview shows what one shows that is opened anew, page by page',
    run: async () => {
      const editor = await openPreview(longPlan);
      await until(
        () => inPreview<boolean>('document.querySelectorAll(".sheet").length > 1'),
        'sheets of paper',
      );
      const random = new Random(3);
      for (let round = 0; round < 40; round++) {
        const line = 4 + random.below(editor.document.lineCount - 5);
        const range = new vscode.Range(line, 0, line, random.below(40));
        const text = random.pick(['', `${paragraph}\n`, '- 一\n', '一段话。\n', '# 一件事\n']);
        await editor.edit((edit) => edit.replace(range, text));
      }
      await replaceText(editor, '发展规划', '新规划');
      await until(async () => (await reportText()).includes('新规划'), 'the last edit');
      const patched = await placesAtRest();
      await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
      await until(async () => (await reportText()) === '', 'no preview');
      await vscode.commands.executeCommand('planwright.openPreview');
      await until(async () => (await reportText()).includes('新规划'), 'another preview');
      const fresh = await placesAtRest();
      assert(fresh.length === patched.length, `${fresh.length} blocks, not ${patched.length}`);
      // Where the fractions of a pixel add up to depends on the chunks.
      const isElsewhere = ([top, text]: PlaceOfBlock, index: number): boolean =>
        text !== patched[index][1] || Math.abs(top - patched[index][0]) > 1;
      const other = fresh.find(isElsewhere);
      assert(other === undefined, `${other} is elsewhere than it was`);
    },
  },
  {
    name: 'the preview scrolls with the editor, and the editor with the preview',
    run: async () => {
      const editor = await openPreview(longPlan);
      const heading = rangeOf(editor.document, '# 第15件大事');
      editor.revealRange(heading, vscode.TextEditorRevealType.AtTop);
      await until(
        () =>
          inPreview<boolean>(`(() => {
            const { top } = [...document.querySelectorAll('#report h2')]
              .find((block) => block.textContent.endsWith('第15件大事'))
              .getBoundingClientRect();
            return top >= 0 && top < window.innerHeight;
          })()`),
        'the same heading in the preview',
      );
      // As a reader does it: with the wheel first, so that the page knows who is scrolling.
      const scrollTo = (top: number) =>
        inPreview(`window.dispatchEvent(new WheelEvent('wheel')), window.scrollTo(0, ${top})`);
      await actUntil(
        async () => {
          await scrollTo(100);
          await scrollTo(0);
        },
        () => editor.visibleRanges[0]?.start.line === 0,
        'the beginning of the plan in the editor',
      );
    },
  },
  {
    name: 'the preview comes into sight where the cursor is',
    run: async () => {
      const editor = await openPreview(longPlan);
      const end = endOf(editor.document);
      const start = new vscode.Position(0, 0);
      await actUntil(
        () => {
          // A preview that is just opening goes to where the editor is when it has been set.
          for (const place of [start, end]) editor.selection = new vscode.Selection(place, place);
        },
        () =>
          inPreview<boolean>(`(() => {
            const marked = document.querySelector('.planwright-cursor');
            const box = marked?.getBoundingClientRect();
            return box !== undefined && box.bottom > 0 && box.top < window.innerHeight
              && marked === [...document.querySelectorAll('#report p')].at(-1);
          })()`),
        'the last paragraph, marked, in the preview',
      );
    },
  },
  {
    name: 'a double click in the preview leads to the line',
    run: async () => {
      const editor = await openPreview(longPlan);
      const { line } = rangeOf(editor.document, '# 第3件大事').start;
      await actUntil(
        () =>
          inPreview(
            `[...document.querySelectorAll('#report h2')].find((block) => block.textContent.endsWith('第3件大事'))
              ?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))`,
          ),
        () => editor.selection.active.line === line,
        `the cursor on line ${line + 1}`,
      );
    },
  },
  {
    name: 'the preview follows to another plan',
    run: async () => {
      await openPreview(longPlan);
      const editor = vscode.window.activeTextEditor;
      const document = await vscode.workspace.openTextDocument({
        language: 'plan',
        content: '规划：乙乡规划\n期间：2021—2025年\n\n# 目标\n一段话。\n',
      });
      await show(document, editor?.viewColumn);
      await until(
        async () => (await reportText()).includes('乙乡'),
        'the other title in the preview',
      );
    },
  },
  {
    name: 'the preview shows sheets of paper, or one piece, and VS Code remembers which',
    run: async () => {
      await openPreview(longPlan);
      const choose = (button: string) =>
        inPreview(`void document.getElementById("${button}").click()`);
      await until(
        () => inPreview<boolean>('document.querySelectorAll(".sheet").length > 1'),
        'sheets of paper',
      );
      const view = () => vscode.workspace.getConfiguration('planwright.preview').get('view');
      try {
        await actUntil(
          () => choose('continuous'),
          () => inPreview<boolean>('document.querySelectorAll(".sheet").length === 0'),
          'the report in one piece',
        );
        await until(() => view() === 'continuous', 'the setting');
        await screenshot('preview continuous');
        await actUntil(
          () => choose('pages'),
          () => inPreview<boolean>('document.querySelectorAll(".sheet").length > 1'),
          'sheets of paper again',
        );
      } finally {
        await vscode.workspace
          .getConfiguration('planwright.preview')
          .update('view', undefined, vscode.ConfigurationTarget.Global);
      }
    },
  },
  {
    name: 'the preview underlines what the checks have found, and tells how a figure came about',
    run: async () => {
      await openPreview(
        '规划：甲镇规划\n期间：2021—2025年\n基期：2020年\n\n指标 税收收入（万元）\n2020年：300万元\n\n目标 税收收入：达380万元，比基期增90万元\n',
      );
      await until(
        () => inPreview<boolean>('CSS.highlights.get("finding-error")?.size > 0'),
        'the wrong figure underlined',
      );
      // As a pointer that rests on the figure.
      const pointAtFigure = () =>
        inPreview(`(() => {
          const [range] = CSS.highlights.get('finding-error') ?? [];
          const { left, top, height } = range?.getBoundingClientRect() ?? {};
          range?.startContainer.parentElement.dispatchEvent(new PointerEvent('pointermove',
            { bubbles: true, clientX: left + 4, clientY: top + height / 2 }));
        })()`);
      const tip = () =>
        inPreview<string>(
          'document.getElementById("tip").hidden ? "" : document.getElementById("tip").innerText',
        );
      await actUntil(
        pointAtFigure,
        async () => /380万元.*=/s.test((await tip()) ?? ''),
        'the sum that the figure is part of',
      );
      await screenshot('preview tip');
    },
  },
  {
    name: 'a pinned preview keeps its plan, and another one shows the next',
    run: async () => {
      await openPreview(longPlan);
      const labels = (): string[] =>
        vscode.window.tabGroups.all.flatMap(({ tabs }) =>
          tabs
            .filter(({ input }) => input instanceof vscode.TabInputWebview)
            .map(({ label }) => label),
        );
      const isPinned = () => labels().length === 1 && /\(|（/.test(labels()[0]);
      await actUntil(
        () => isPinned() || inPreview('document.getElementById("pin").click()'),
        isPinned,
        'the pin in the title',
      );
      await openPlan('规划：乙乡规划\n期间：2021—2025年\n\n# 目标\n一段话。\n');
      await actUntil(
        () => vscode.commands.executeCommand('planwright.openPreview'),
        () => labels().length === 2,
        'a second preview',
      );
    },
  },
  {
    name: 'the preview still shows its plan when VS Code has closed the file',
    run: async () => {
      const { document } = await openPreview(longPlan);
      const { activeTab } = vscode.window.tabGroups.activeTabGroup;
      assert(activeTab, 'no tab is in front');
      assert(activeTab.label.endsWith('.plan'), `the tab in front is ${activeTab.label}`);
      await vscode.window.tabGroups.close(activeTab);
      // VS Code keeps some files open that were opened by extensions: the next ones take their places.
      const others = Array.from({ length: 60 }, (_, index) =>
        vscode.Uri.joinPath(document.uri, '..', `other-${index}.txt`),
      );
      await Promise.all(
        others.map(async (uri) => {
          await vscode.workspace.fs.writeFile(uri, new Uint8Array());
          await vscode.workspace.openTextDocument(uri);
        }),
      );
      await until(() => document.isClosed, 'the plan closed');
      // Another tab in front of the preview: its page is made anew when it is seen again.
      await open(others[0]);
      await until(async () => (await reportText()) === '', 'no preview in sight');
      await actUntil(
        () => vscode.commands.executeCommand('workbench.action.openEditorAtIndex1'),
        async () => (await reportText()).includes('甲镇'),
        'the plan in the preview',
      );
    },
  },
  {
    name: 'the preview can be read in dark and in high contrast',
    run: async () => {
      const settings = vscode.workspace.getConfiguration('workbench');
      try {
        for (const [theme, className] of [
          ['Default Dark Modern', 'vscode-dark'],
          ['Default High Contrast', 'vscode-high-contrast'],
        ]) {
          await settings.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
          await closeEverything();
          await openPreview(longPlan);
          await until(
            () => inPreview(`document.body.classList.contains('${className}')`),
            `the theme ${theme} in the preview`,
          );
          const [ink, sheet] = (await inPreview<[string, string]>(`(() => {
            const style = getComputedStyle(document.querySelector('.sheet'));
            return [style.color, style.backgroundColor];
          })()`)) as [string, string];
          assert(ink !== sheet, `${theme}: text and page are both ${ink}`);
          await screenshot(`preview ${className}`);
        }
      } finally {
        await settings.update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
      }
    },
  },
];
