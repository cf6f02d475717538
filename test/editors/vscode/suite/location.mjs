/** Mocha's build for browsers looks for its options in the address of the page. */
globalThis.location ??= { search: '' }
