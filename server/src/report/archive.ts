/** Files packed into one archive that is the same whenever it is made. */
import { type Unzipped, zipSync } from 'fflate';

/** The earliest time that an archive can hold; local time is what is written. */
const noTime = new Date(1980, 0, 1);

export function archiveOf(files: Unzipped): Uint8Array {
  return zipSync(files, { mtime: noTime, level: 6 });
}
