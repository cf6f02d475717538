/** The files of the extension that its `package.json` names, wherever in it: paths seen from its folder. */
export function filesNamedIn({ main, browser, icon, contributes }) {
  const inside = pathsIn(contributes)
  return [...new Set([main, browser, icon, ...inside].map(path => path.replace(/^\.\//, '')))]
}

/** Texts that are paths, by the name of their property. */
const keys = ['path', 'configuration', 'markdown', 'light', 'dark', 'svg', 'image', 'url']

function pathsIn(value) {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && keys.includes(key) ? [inner] : pathsIn(inner),
  )
}
