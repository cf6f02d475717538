/** The version of the language: its words, their meaning and the built-in list of free email domains. */
export const languageVersion = '0.1'
