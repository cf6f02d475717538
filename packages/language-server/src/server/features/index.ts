/** Every feature, in the order in which the documentation lists them. A new one takes its file and one line here. */
import type { Feature } from '../feature.ts'
import { actions } from './actions.ts'
import { documentLinks } from './document-links.ts'
import { page } from './page.ts'

export const features: readonly Feature[] = [actions, documentLinks, page]
