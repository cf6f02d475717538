export function generateSupport(): Promise<{ readonly path: string; readonly text: string }>
