/** What pictures are put into: they have a name and a description for those who do not see them. */
import { type Html, html } from '../html.ts'
import { place } from './text.ts'

/** In units, of which a page shows more or fewer to a letter's height. */
export const pictureWidth = 360

export interface Picture {
  readonly title: string
  readonly description: string
  readonly height: number
  readonly body: Html | readonly Html[]
}

export function picture({ title, description, height, body }: Picture): Html {
  return html`<svg class="chart" viewBox="0 0 ${pictureWidth} ${place(height)}" role="img" aria-label="${title}. ${description}"><title>${title}</title><desc>${description}</desc>${body}</svg>`
}

/** A picture with what stands below it. */
export function figure(svg: Html, caption: Html, table: Html): Html {
  return html`<figure>${svg}<figcaption>${caption}</figcaption><details><summary>As a table</summary>${table}</details></figure>`
}
