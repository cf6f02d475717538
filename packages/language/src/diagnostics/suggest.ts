/** The name that was most likely meant: one definition for models and for data. */
export { nearest } from '@merit-lang/runtime'
