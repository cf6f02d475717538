/**
 * Called between pieces of long work. It lets others have their turn where it is time for that, and throws where nobody waits
 * for the work any more. Nothing to wait for where the work may go on at once.
 */
export type Breathe = () => Promise<void> | undefined

/** Work that is never interrupted, for tests and small things. */
export const atOnce: Breathe = () => undefined
