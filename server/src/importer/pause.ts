/**
 * Between two parts of a long reading, so that whoever waits for something else is heard; rejected where nobody wants the
 * rest any more.
 */
export type Pause = () => Promise<void>;

export const noPause: Pause = async () => {};
