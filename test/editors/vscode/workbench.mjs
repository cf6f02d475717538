/** The workbench of VS Code, used as by hand: keys, and what is seen. */
import { writeFileSync } from 'node:fs'
import { until } from '../until.mjs'
import { withFewColours } from './png.mjs'

export class Workbench {
  #page

  constructor(page) {
    this.#page = page
  }

  static async open(page, address, folder) {
    await page.goto(`${address}/?folder=${encodeURIComponent(folder)}`)
    await page.waitForSelector('.monaco-workbench .explorer-folders-view .monaco-list-row', { timeout: 60_000 })
    return new Workbench(page)
  }

  /** Of a file in the folder, by its name. */
  async edit(name) {
    await this.keys('Escape', 'Control+p')
    await this.#quickly(name, name)
    await this.#page.waitForSelector(`.tab.active[data-resource-name="${name}"]`)
    await this.see('.editor-group-container.active .monaco-editor .view-line')
  }

  /** Asked for again where the list has lost the focus, as it may to a webview. */
  async command(title) {
    const asked = async () => {
      await this.keys('Escape', 'F1')
      return this.#quickly(title, title, 6000).then(
        () => true,
        () => false,
      )
    }
    await until(`the command ${title}`, asked, 20_000)
  }

  /** Picks a row of the quick input that is shown. */
  async pick(text) {
    await this.#quickly(text, text)
  }

  async #quickly(typed, row, milliseconds) {
    await this.see('.quick-input-widget input', '', milliseconds)
    await this.type(typed)
    await this.see('.quick-input-list .monaco-list-row', row, milliseconds)
    await this.#page.waitForTimeout(200)
    await this.keys('Enter')
  }

  async keys(...keys) {
    for (const key of keys) await this.#page.keyboard.press(key)
  }

  async type(text) {
    await this.#page.keyboard.type(text, { delay: 15 })
  }

  /** From 1, both. */
  async goTo(line, column = 1) {
    await this.command('Go to Line/Column...')
    await this.see('.quick-input-widget input')
    await this.type(`${line}:${column}`)
    await this.keys('Enter')
  }

  /** Waits for something with a text in it, and gives its text; none where it is gone again. */
  async see(selector, text = '', milliseconds = 20_000) {
    const one = this.#page.locator(selector).filter({ hasText: text, visible: true }).first()
    await one.waitFor({ timeout: milliseconds }).catch(() => {
      throw new Error(`Not seen within ${milliseconds / 1000} s: ${selector} with "${text}"`)
    })
    return one.textContent({ timeout: 1000 }).catch(() => '')
  }

  async gone(selector, milliseconds = 20_000) {
    const all = this.#page.locator(selector).filter({ visible: true })
    await until(`no ${selector}`, async () => (await all.count()) === 0, milliseconds)
  }

  async click(selector, text = '') {
    await this.#page.locator(selector).filter({ hasText: text, visible: true }).first().click()
  }

  async hover(selector, text = '') {
    await this.#page.locator(selector).filter({ hasText: text, visible: true }).first().hover()
  }

  /** What a webview has of a selector; it lives in a frame within a frame. */
  async inWebview(selector) {
    for (const frame of this.#page.frames()) {
      const found = await frame.$(selector).catch(() => null)
      if (found) return found
    }
    return undefined
  }

  async save() {
    await this.keys('Control+s')
  }

  async saveAll() {
    await this.command('File: Save All Files')
  }

  /** Replaces what an input has. */
  async fill(selector, text) {
    await this.see(selector)
    await this.#page.fill(selector, text)
  }

  async press(selector, key) {
    await this.#page.press(selector, key)
  }

  /** Of the window. */
  async size(width, height) {
    await this.#page.setViewportSize({ width, height })
  }

  async picture(path) {
    const png = await this.#page.screenshot({ animations: 'disabled', caret: 'hide' })
    writeFileSync(path, withFewColours(png))
  }
}
