/**
 * Loads the engine as V8 has compiled it before. Most of a start would go into compiling what every start runs. Node's
 * own cache has of a script only what is compiled before any of it has run, which is next to nothing; so what has been
 * compiled by the time that a program ends, or soon after its start, is kept beside Node's, in the same folder.
 *
 * Nothing depends on it: V8 refuses what another V8 has made or what was made with other options, the name tells the
 * script that it was made of, and without it everything is compiled anew.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache, getCompileCacheDir, wrap } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { crc32 } from 'node:zlib';

/** By then a document has been opened and checked; whoever ends a server need not let it finish. */
const keptAfterMilliseconds = 10_000;

/**
 * @param name of a script that lies beside this one
 * @param program what is run of the script, in small letters: each runs other parts of it, and keeps these by itself
 * @returns what the script exports
 */
export function loadCompiled<Exports>(name: string, program: string): Exports {
  // For the scripts that are loaded later.
  enableCompileCache();
  const file = path.join(__dirname, name);
  const bytes = readFileSync(file);
  const keptFile = keptFileOf(bytes, program);
  const compiled = keptFile === undefined ? undefined : readKept(keptFile);
  const cachedData = compiled ?? (keptFile === undefined ? undefined : readKept(brief(keptFile)));
  const script = new vm.Script(wrap(bytes.toString()), { filename: file, cachedData });
  const isTaken = cachedData !== undefined && script.cachedDataRejected !== true;
  if (keptFile !== undefined && !(isTaken && compiled)) keepLater(script, keptFile, isTaken);
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, __dirname);
  return module.exports as Exports;
}

function keptFileOf(source: Buffer, program: string): string | undefined {
  // None where the folder cannot be written to, or where somebody has switched the cache off.
  const folder = getCompileCacheDir();
  if (folder === undefined) return undefined;
  // V8 itself looks at the length alone.
  return path.join(folder, `planwright-${program}-${crc32(source).toString(16)}`);
}

/** What was kept, with a checksum behind it: V8 believes what it is given, and a disk may lose what was written last. */
function readKept(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const end = bytes.length - checksumLength;
    const compiled = bytes.subarray(0, end);
    return bytes.readUInt32LE(end) === crc32(compiled) ? compiled : undefined;
  } catch {
    return undefined;
  }
}

const checksumLength = 4;

function writeKept(file: string, compiled: Buffer): void {
  const checksum = Buffer.alloc(checksumLength);
  checksum.writeUInt32LE(crc32(compiled));
  // In one step: another program may be starting.
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, Buffer.concat([compiled, checksum]));
  renameSync(unfinished, file);
}

/** What a program had compiled that ended soon: better than nothing, until one goes on for longer. */
const brief = (file: string): string => `${file}-brief`;

function keepLater(script: vm.Script, file: string, hasBrief: boolean): void {
  const keep = (name: string): void => {
    try {
      writeKept(name, script.createCachedData());
    } catch {
      // The next start is as slow as this one.
    }
  };
  const keepBrief = (status: number): void => {
    // A command that was refused has run next to nothing of what it would run.
    if (status <= 1) keep(brief(file));
  };
  if (!hasBrief) process.once('exit', keepBrief);
  setTimeout(() => {
    process.off('exit', keepBrief);
    keep(file);
  }, keptAfterMilliseconds).unref();
}
