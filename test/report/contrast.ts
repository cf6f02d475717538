/** An expression for pages: of every text that is seen, how far its colour is from what lies behind it (WCAG 2.2, contrast ratio). */
export const contrasts = `(() => {
  const channels = color => color.match(/[\\d.]+/g).map(Number)
  const luminance = color => {
    const [r, g, b] = channels(color).map(one => {
      const part = one / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const behind = element => {
    for (let one = element; one; one = one.parentElement) {
      const color = getComputedStyle(one).backgroundColor
      if (channels(color)[3] !== 0) return color
    }
    return 'rgb(255, 255, 255)'
  }
  const worst = new Map()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    const style = getComputedStyle(element)
    if (walker.currentNode.data.trim() === '' || style.fontSize === '0px' || ['STYLE', 'title', 'desc'].includes(element.tagName)) continue
    const color = element instanceof SVGElement ? style.fill : style.color
    const [a, b] = [luminance(color), luminance(behind(element))]
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    const key = color + behind(element)
    if (!worst.has(key)) worst.set(key, { text: walker.currentNode.data.trim().slice(0, 40), ratio })
  }
  return [...worst.values()]
})()`
