/** How findings can be written, by name. A file of its own, so that the command line knows them without loading the printers. */
export const findingFormats = ['pretty', 'compact', 'json', 'github', 'gitlab', 'sarif', 'junit', 'markdown'] as const

export type FindingFormat = (typeof findingFormats)[number]
