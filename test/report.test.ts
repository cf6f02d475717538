/** The report as a reader has it: written by the built command, opened in a browser. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { folderWith } from './cli/folder.ts'
import { hasChromium, onPage, type Page } from './report/chromium.ts'
import { contrasts } from './report/contrast.ts'
import { after, before, leads } from './report/models.ts'

const files = {
  'before/acme.merit': before,
  'after/acme.merit': after,
  'after/small.merit': 'when hot add 5\n',
  'leads.ndjson': leads,
}
const { folder, run } = folderWith(files)
const data = '--leads leads.ndjson --now 2026-06-01'
const reports = {
  'of a change': `report after/acme.merit --base before/acme.merit ${data}`,
  'of a model alone': 'report after/acme.merit',
  'of several models': `report after --base before ${data}`,
}

/** Gives the address of the report. */
function written(line: string): string {
  const { exit, err } = run(`${line} -o report.html`)
  if (exit !== 0) throw new Error(err)
  return pathToFileURL(join(folder, 'report.html')).href
}

describe.skipIf(!hasChromium).each(Object.entries(reports))('in a browser, the report %s', (_, line) => {
  it('is whole, quiet, readable in every light and width, and goes on paper', async () => {
    const url = written(line)
    await onPage(url, async page => {
      expect(page.requests).toEqual([url])
      await readable(page)
      await narrow(page)
      await printed(page)
      expect(page.complaints).toEqual([])
      expect(page.requests).toEqual([url])
    })
  })
})

async function readable(page: Page): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.look({ width: 1400, scheme })
    const found = await page.evaluate<readonly Contrast[]>(contrasts)
    expect(found.length).toBeGreaterThan(5)
    expect(found.filter(({ ratio }) => ratio < 4.5)).toEqual([])
    expect(await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')).toBe(grounds[scheme])
  }
}

interface Contrast {
  readonly text: string
  readonly ratio: number
}

const grounds = { light: 'rgb(245, 246, 248)', dark: 'rgb(15, 18, 22)' }

async function narrow(page: Page): Promise<void> {
  for (const width of [360, 800, 1400]) {
    await page.look({ width })
    await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    expect(await page.evaluate(beyondTheirPictures)).toEqual([])
    expect(await page.evaluate(onTopOfEachOther)).toEqual([])
  }
}

/** Texts in pictures that are cut off or stand outside. */
const beyondTheirPictures = `[...document.querySelectorAll('svg.chart')].flatMap(svg => {
  const box = svg.getBoundingClientRect()
  return [...svg.querySelectorAll('text')].filter(text => {
    const { left, right } = text.getBoundingClientRect()
    return left < box.left - 1 || right > box.right + 1
  }).map(text => text.textContent)
})`

/** Names in pictures that cover other names. */
const onTopOfEachOther = `[...document.querySelectorAll('svg.chart')].flatMap(svg => {
  const boxes = [...svg.querySelectorAll('text.name')].map(text => [text.textContent, text.getBBox()])
  return boxes.flatMap(([name, a], i) => boxes.slice(i + 1).filter(([, b]) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y + 2 < b.y + b.height && b.y + 2 < a.y + a.height
  ).map(([other]) => name + ' and ' + other))
})`

/** A page on paper has as many bytes as something drawn on it takes. */
async function printed(page: Page): Promise<void> {
  await page.look({ width: 700, media: 'print', scheme: 'dark' })
  expect(await page.evaluate<string>('getComputedStyle(document.documentElement).getPropertyValue("--ink")')).toBe(
    '#1b1f24',
  )
  const pdf = Buffer.from(await page.pdf(), 'base64')
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.length).toBeGreaterThan(10_000)
}

describe.skipIf(!hasChromium)('the report', () => {
  it('is reached by keys alone', async () => {
    await onPage(written(reports['of a change']), async page => {
      await page.look({ width: 1400 })
      await page.press('Tab')
      expect(await page.evaluate('document.activeElement.textContent')).toBe('To the content')
      await page.press('Tab')
      await page.press('Enter')
      expect(await page.evaluate('location.hash')).toBe('#m1-changes')
      const summaries = 'document.querySelectorAll("details").length'
      expect(await page.evaluate<number>(summaries)).toBeGreaterThan(0)
      expect(
        await page.evaluate(`[...document.querySelectorAll('details > summary')].every(one => one.tabIndex >= 0)`),
      ).toBe(true)
    })
  })

  it('holds names that have no end', async () => {
    const endless = 'x'.repeat(300)
    const model = (points: number) =>
      `lead { ${endless}: integer 0.. }\nscore total { group ${endless} { when ${endless} > 2 add ${points} as "${endless}" } }\n` +
      `grade ${endless}_grade from total { ${endless} at 5 else ${endless}_not }\nqualify ${endless}_stage at 5\n`
    const lead = JSON.stringify({ id: endless, [endless]: 3 })
    for (const [name, text] of Object.entries({ 'long.merit': model(6), 'short.merit': model(4), 'long.ndjson': lead }))
      writeFileSync(join(folder, name), text)
    await onPage(written('report long.merit --base short.merit --leads long.ndjson'), async page => {
      expect(await page.evaluate<string>('document.body.textContent')).toContain('1 lead enters')
      await narrow(page)
    })
  })

  it('shows names that look like HTML as they are', async () => {
    const label = '<img src=x onerror=document.title=1> <b>bold</b>'
    const hostile = { 'x.merit': `model "</title><script>document.title = 1</script>"\nwhen hot add 5 as "${label}"\n` }
    writeFileSync(join(folder, 'x.merit'), hostile['x.merit'])
    await onPage(written('report x.merit'), async page => {
      expect(await page.evaluate('document.title')).toBe('</title><script>document.title = 1</script>')
      expect(await page.evaluate('document.querySelectorAll("img, script, b").length')).toBe(0)
      expect(await page.evaluate<string>('document.body.textContent')).toContain(label)
      expect(page.complaints).toEqual([])
    })
  })
})

if (!hasChromium) console.log('Reports are not opened: there is no Chromium here.')
