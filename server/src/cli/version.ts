/** The version of the package that this is part of. */
import packageFile from '../../../package.json' with { type: 'json' };

export const version: string = packageFile.version;
