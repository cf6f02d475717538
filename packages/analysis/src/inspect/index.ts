export type * from './anatomy.ts'
export { anatomyOf } from './inspect.ts'
