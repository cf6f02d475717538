export { brokenText } from './broken.ts'
export { crowd, type Data, fittingLead, hostileLead } from './leads.ts'
export { type ItemPart, inlined, type ModelParts, model, render, reordered } from './models.ts'
export { now } from './schema.ts'
