/** The language id of `.plan` files, as the manifest declares it. */
export const languageId = 'plan';
