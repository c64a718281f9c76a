/** The settings of the files that a command reads: those of `--config`, or of the nearest project file above each. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Message } from '../model/types.ts';
import { decode } from '../workspace/encoding.ts';
import {
  type FileProblem,
  type ProjectFile,
  problemLine,
  projectFileName,
  readProjectFile,
} from '../workspace/settings/project-file.ts';
import { mergeSettings } from '../workspace/settings/read.ts';
import { defaultSettings, type Settings } from '../workspace/settings/table.ts';
import { CommandError, say, type Terminal } from './terminal.ts';

export class ProjectSettings {
  private readonly terminal: Terminal;
  /** Those of `--config`, which hold for all files. */
  private readonly given: Settings | undefined;
  /** By folder: many files lie in one. Equal settings are one object. */
  private readonly byFolder = new Map<string, Promise<Settings>>();
  /** True once a project file was found that is no JSON; standard error has been told. */
  broken = false;

  private constructor(terminal: Terminal, given?: Settings) {
    this.terminal = terminal;
    this.given = given;
  }

  /**
   * @param config the file that `--config` names
   * @throws {CommandError} when that file cannot be read
   */
  static async open(terminal: Terminal, config?: string): Promise<ProjectSettings> {
    if (config === undefined) return new ProjectSettings(terminal);
    const text = await textOf(config);
    if (text === undefined) {
      throw new CommandError({
        zh: `无法读取--config指定的设置文件${config}：没有这个文件，或没有权限。`,
        en: `The settings file ${config} of --config cannot be read: it is not there, or permission is denied.`,
      });
    }
    const file = readProjectFile(text);
    const [first] = file.problems;
    if (file.broken) throw new CommandError(problemLine(config, first));
    const settings = new ProjectSettings(terminal, mergeSettings(file.settings));
    settings.tell(config, file.problems);
    return settings;
  }

  /** The settings of a file; of standard input, those of the current folder. */
  of(name: string): Promise<Settings> {
    if (this.given) return Promise.resolve(this.given);
    return this.ofFolder(path.dirname(path.resolve(name)));
  }

  private ofFolder(folder: string): Promise<Settings> {
    const known = this.byFolder.get(folder) ?? this.readFolder(folder);
    this.byFolder.set(folder, known);
    return known;
  }

  private async readFolder(folder: string): Promise<Settings> {
    const place = path.join(folder, projectFileName);
    const text = await textOf(place);
    if (text === undefined) {
      const above = path.dirname(folder);
      return above === folder ? defaultSettings : this.ofFolder(above);
    }
    const file: ProjectFile = readProjectFile(text);
    this.broken ||= file.broken;
    this.tell(place, file.problems);
    return mergeSettings(file.settings);
  }

  private tell(place: string, problems: readonly FileProblem[]): void {
    for (const problem of problems) {
      const line: Message = problemLine(path.relative('', place) || place, problem);
      this.terminal.stderr.write(`${say(this.terminal, line)}\n`);
    }
  }
}

/** Undefined where there is no such file, or none that can be read. */
async function textOf(place: string): Promise<string | undefined> {
  try {
    return decode(await readFile(place)).text;
  } catch {
    return undefined;
  }
}
