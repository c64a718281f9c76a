// The lists beside the text and the line below it.

import {
  commands,
  Disposable,
  type DocumentSelector,
  type ExtensionContext,
  type LogOutputChannel,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ActivePlan } from './active-plan.ts';
import { IndicatorsView } from './indicators-view.ts';
import { MeasuresView } from './measures-view.ts';
import { OpenItemsView, openItemsViewId } from './open-items-view.ts';
import { StatusBar } from './status-bar.ts';

export function openWorkbench(
  context: ExtensionContext,
  client: BaseLanguageClient,
  output: LogOutputChannel,
  served: DocumentSelector,
): Disposable {
  const plan = new ActivePlan(client, served);
  const openItems = new OpenItemsView(
    openItemsViewId,
    'planwright.openItems',
    client,
    plan,
    output,
  );
  return Disposable.from(
    plan,
    openItems,
    commands.registerCommand('planwright.nextOpenItem', () => openItems.goToNext()),
    new IndicatorsView(client, plan, output, context.workspaceState),
    new MeasuresView(client, plan, output, context.workspaceState),
    new StatusBar(client, plan, output, openItems),
  );
}
