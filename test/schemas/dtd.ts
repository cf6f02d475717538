/** Whether XML is as a DTD says, as far as DTDs of reports go: elements in sequence and their attributes. */

interface Node {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Node[]
  readonly text: string
}

/** What is not as the DTD says; nothing where all is. @throws Error where the text is not well-formed */
export function dtdMismatches(dtd: string, xml: string): readonly string[] {
  const elements = new Map(
    [...dtd.matchAll(/<!ELEMENT (\S+) ([^>]+)>/g)].map(([, name = '', model = '']) => [name, model.trim()]),
  )
  const attributes = [...dtd.matchAll(/<!ATTLIST (\S+)\s+(\S+)\s+CDATA\s+(\S+)>/g)].map(([, of, name = '', need]) => ({
    of,
    name,
    isRequired: need === '#REQUIRED',
  }))
  const visit = (node: Node): readonly string[] => {
    const model = elements.get(node.name)
    if (model === undefined) return [`There is no element ${node.name}.`]
    const own = attributes.filter(({ of }) => of === node.name)
    return [
      ...own
        .filter(one => one.isRequired && !node.attributes.has(one.name))
        .map(one => `${node.name} lacks ${one.name}.`),
      ...[...node.attributes.keys()]
        .filter(name => !own.some(one => one.name === name))
        .map(name => `${node.name} has ${name}.`),
      ...contentMismatches(node, model),
      ...node.children.flatMap(visit),
    ]
  }
  return visit(parseXml(xml))
}

function contentMismatches({ name, children, text }: Node, model: string): readonly string[] {
  if (model === '(#PCDATA)') return children.length > 0 ? [`${name} has elements in it.`] : []
  const sequence = model === 'EMPTY' ? '' : model.replace(/[\w-]+/g, one => `(?:<${one}>)`).replaceAll(',', '')
  const found = children.map(child => `<${child.name}>`).join('')
  const isFitting = new RegExp(`^${sequence}$`).test(found) && text.trim() === ''
  return isFitting ? [] : [`${name} is ${model}, not ${found || JSON.stringify(text.trim())}.`]
}

/** Elements, attributes and text with the five entities: what reports consist of. */
function parseXml(xml: string): Node {
  const tokens = /<\?[^>]*\?>|<!DOCTYPE [^>]*>|<(\/?)([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy
  const open: { name: string; attributes: Map<string, string>; children: Node[]; text: string }[] = [
    { name: '', attributes: new Map(), children: [], text: '' },
  ]
  let end = 0
  for (const [whole, closing, name, attributes = '', single, text] of xml.matchAll(tokens)) {
    end += whole.length
    const inside = open.at(-1) as (typeof open)[number]
    if (text !== undefined) inside.text += plain(text)
    else if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing.`)
    } else if (name !== undefined) {
      const found = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(
        ([, key = '', value = '']) => [key, plain(value)] as const,
      )
      const node = { name, attributes: new Map(found), children: [], text: '' }
      inside.children.push(node)
      if (!single) open.push(node)
    }
  }
  const [root, ...others] = open[0]?.children ?? []
  if (end < xml.length || open.length > 1 || !root || others.length > 0) throw new Error(`No XML from ${end} on.`)
  return root
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#10': '\n' }

function plain(text: string): string {
  return text.replace(/&([^;]*);?/g, (whole, name: string) => {
    const meant = entities[name]
    if (meant === undefined) throw new Error(`There is no entity ${whole}.`)
    return meant
  })
}
