/** Whatever has arrived meanwhile comes first. */
export const turn = () => new Promise<void>(resolve => setTimeout(resolve))
