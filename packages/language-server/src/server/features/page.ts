import { RequestType } from 'vscode-languageserver'
import { pageOf } from '../../service/page.ts'
import type { Requests } from '../../service/protocol.ts'
import { answer, type Feature } from '../feature.ts'

type Page = Requests['merit/page']
const PageRequest = new RequestType<Page['params'], Page['result'], void>('merit/page')

export const page: Feature = {
  capabilities: () => ({}),
  answers: [answer(PageRequest, ({ name }) => pageOf(name) ?? null)],
}
