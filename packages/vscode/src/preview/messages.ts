/** What the preview and the editor tell each other. Plain JSON. */
import type { Distribution, Leads, Location, Preview } from '@merit-lang/language-server'

export type ToPage =
  | { readonly kind: 'preview'; readonly preview: Preview }
  | { readonly kind: 'distribution'; readonly distribution: Distribution }
  | { readonly kind: 'leads'; readonly leads: Leads }
  | { readonly kind: 'problem'; readonly text: string }

export type FromPage =
  | { readonly kind: 'ready' }
  /** What stands in it is to be shown from now on; `now: null` is the time of the samples. */
  | { readonly kind: 'choose'; readonly lead?: number; readonly now?: string | null }
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'choose-samples' }
  | { readonly kind: 'reveal'; readonly location: Location }

/** What the page keeps while it is hidden and when the editor starts anew. */
export interface Kept {
  readonly uri: string
  readonly lead: number
  readonly now: string | null
}
