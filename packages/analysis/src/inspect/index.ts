export type * from './anatomy.ts'
export { anatomyOf } from './inspect.ts'
export { type PlacedRange, ranging } from './ranging.ts'
export { rangeInWords } from './words.ts'
