import { describe, expect, it } from 'vitest'
import { html, none, when } from './html.ts'

describe('html', () => {
  it.each([
    ['a text', html`<p>${'a < b & "c" > \'d\''}</p>`, '<p>a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;</p>'],
    ['a tag', html`<p>${'<script>alert(1)</script>'}</p>`, '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['an attribute', html`<p title="${'" onclick="alert(1)'}"></p>`, '<p title="&quot; onclick=&quot;alert(1)"></p>'],
    ['what is escaped already', html`${'&amp;'}`, '&amp;amp;'],
    ['a number', html`${-0.5}`, '-0.5'],
    ['HTML', html`<p>${html`<b>${'<'}</b>`}</p>`, '<p><b>&lt;</b></p>'],
    ['a list', html`${[html`<i>`, html`</i>`]}`, '<i></i>'],
    [
      'a text that ends both',
      html`<p title="${'"><script>'}">${"<b>&'"}</p>`,
      '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;</p>',
    ],
    ['a number in HTML', html`<p>${html`<b>${1}</b>`}</p>`, '<p><b>1</b></p>'],
    ['several pieces', html`${['a', '<'].map(one => html`<i>${one}</i>`)}`, '<i>a</i><i>&lt;</i>'],
    ['nothing', html`<p>${none}</p>`, '<p></p>'],
    ['what is not wanted', when(false, () => html`x`), ''],
  ])('fills in %s', (_, { text }, expected) => expect(text).toBe(expected))
})
