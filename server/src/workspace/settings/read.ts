/** Settings out of what an editor or a project file holds, and what is wrong there. */
import type { Conventions } from '../../model/conventions.ts';
import { nearNames } from '../../model/names.ts';
import type { Message } from '../../model/types.ts';
import type { CheckSettings } from '../../rules/checker.ts';
import { rules } from '../../rules/index.ts';
import type { ValueKind, ValueProblem } from './kinds.ts';
import {
  defaultSettings,
  type SettingKey,
  type SettingRow,
  type Settings,
  settingKeys,
  settingRows,
} from './table.ts';

export interface SettingsRead {
  /** What was set and understood. */
  readonly settings: Partial<Settings>;
  readonly problems: readonly ValueProblem[];
}

export interface ReadOptions {
  /** The file that all writers share: personal settings do not belong there. */
  readonly shared?: boolean;
}

/** Reads an object of settings, nested by the dots of their keys. What is not set may be null as well. */
export function readSettings(given: unknown, { shared = false }: ReadOptions = {}): SettingsRead {
  const settings: Record<string, unknown> = {};
  const problems: ValueProblem[] = [];
  readLevel(given, [], shared, settings, problems);
  return { settings: settings as Partial<Settings>, problems };
}

function readLevel(
  given: unknown,
  path: readonly string[],
  shared: boolean,
  settings: Record<string, unknown>,
  problems: ValueProblem[],
): void {
  if (given === null || given === undefined) return;
  const place = path.length > 0 ? path.join('.') : undefined;
  if (typeof given !== 'object' || Array.isArray(given)) {
    problems.push({
      path,
      message: told(place, {
        zh: '这里要写成花括号里的名称和值',
        en: 'this must be names and values in braces',
      }),
    });
    return;
  }
  for (const [name, value] of Object.entries(given)) {
    const here = [...path, name];
    const key = here.join('.');
    // For the editor that reads the file.
    if (key === '$schema' || value === null || value === undefined) continue;
    if (isSetting(key)) {
      readOne(key, value, here, shared, settings, problems);
    } else if (settingKeys.some((known) => known.startsWith(`${key}.`))) {
      readLevel(value, here, shared, settings, problems);
    } else {
      problems.push({ path: here, message: told(key, unknownSetting(key)) });
    }
  }
}

function readOne(
  key: SettingKey,
  value: unknown,
  path: readonly string[],
  shared: boolean,
  settings: Record<string, unknown>,
  problems: ValueProblem[],
): void {
  const { kind, personal } = settingRows[key] as SettingRow<unknown>;
  if (shared && personal) {
    problems.push({
      path,
      message: told(key, {
        zh: '这一项因人而异，请写在编辑器的设置里，不写在这个文件里',
        en: 'this is everyone’s own choice: set it in the editor, not in this file',
      }),
    });
    return;
  }
  const read = kind.read(value, rules);
  if ('value' in read) settings[key] = read.value;
  for (const problem of read.problems) {
    const all = [...path, ...problem.path];
    problems.push({ path: all, message: told(all.join('.'), problem.message) });
  }
}

function isSetting(key: string): key is SettingKey {
  return Object.hasOwn(settingRows, key);
}

function unknownSetting(key: string): Message {
  const [near] = nearNames(key.replace(/^planwright\./, ''), settingKeys, 1);
  return {
    zh: `没有这项设置${near ? `，是不是“${near}”` : ''}`,
    en: `there is no such setting${near ? `; did you mean “${near}”` : ''}`,
  };
}

/** Which setting, what is wrong with it, and what that means. */
function told(place: string | undefined, { zh, en }: Message): Message {
  return {
    zh: `${place ? `“${place}”：` : ''}${zh}。这一处不起作用。`,
    en: `${place ? `“${place}”: ` : ''}${en}. It has no effect.`,
  };
}

/** What holds where several places set something, the weakest first. Below them are the defaults. */
export function mergeSettings(...layers: readonly Partial<Settings>[]): Settings {
  const merged: Record<string, unknown> = { ...defaultSettings };
  for (const layer of layers) {
    for (const [key, value] of Object.entries(layer)) {
      const { merge } = settingRows[key as SettingKey].kind as ValueKind<unknown>;
      merged[key] = merge ? merge(merged[key], value) : value;
    }
  }
  return merged as Settings;
}

/** What of the settings the checks are asked with. */
export function checkSettingsOf({ checks }: Settings): CheckSettings {
  return { tiers: checks };
}

/** What of the settings documents are read with. */
export function conventionsOf(settings: Settings): Conventions {
  const { prices, rangeDash } = settings;
  return {
    ...(prices === 'unspecified' ? {} : { prices }),
    ...(rangeDash === 'any' ? {} : { rangeDash }),
    places: {
      own: settings['places.own'],
      above: settings['places.above'],
      below: settings['places.below'],
    },
  };
}
