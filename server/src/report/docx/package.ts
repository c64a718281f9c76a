/** The files of a Word document in one archive that is the same whenever it is made. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The earliest time that an archive can hold; local time is what is written. */
const noTime = new Date(1980, 0, 1);

type Part = string | ((made: string) => string);

/** Packs an archive again with parts replaced or mended, and without the time of day. */
export function packed(archive: ArrayBuffer, parts: Readonly<Record<string, Part>>): Uint8Array {
  const files = unzipSync(new Uint8Array(archive));
  for (const [path, part] of Object.entries(parts)) {
    files[path] = strToU8(typeof part === 'string' ? part : part(strFromU8(files[path])));
  }
  return zipSync(files, { mtime: noTime, level: 6 });
}
