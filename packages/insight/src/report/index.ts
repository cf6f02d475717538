export type * from './data.ts'
export { reportPage } from './page.ts'
