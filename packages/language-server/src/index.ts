export { projectOf } from './service/project.ts'
export type * from './service/protocol.ts'
export {
  type Action,
  type Place,
  type Project,
  placeIn,
  type Settings,
  type TextEdit,
  type Workspace,
} from './service/workspace.ts'
