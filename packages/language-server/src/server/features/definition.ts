import {
  DeclarationRequest,
  type DefinitionLink,
  DefinitionRequest,
  type Location,
  type TextDocumentClientCapabilities,
  TypeDefinitionRequest,
} from 'vscode-languageserver'
import { definitionsAt, type Link, typeDefinitionsAt } from '../../service/definition.ts'
import { answer, type Context, type Feature } from '../feature.ts'

export const definition: Feature = {
  capabilities: () => ({ definitionProvider: true, declarationProvider: true, typeDefinitionProvider: true }),
  answers: [
    answer(DefinitionRequest.type, (params, context) => {
      const place = context.place(params)
      return place ? shown(definitionsAt(place), context, 'definition') : null
    }),
    answer(DeclarationRequest.type, (params, context) => {
      const place = context.place(params)
      return place ? shown(definitionsAt(place), context, 'declaration') : null
    }),
    answer(TypeDefinitionRequest.type, (params, context) => {
      const place = context.place(params)
      return place ? shown(typeDefinitionsAt(place), context, 'typeDefinition') : null
    }),
  ],
}

/** With the extent of the name that leads there, where the client can show it. */
function shown(
  links: readonly Link[],
  { client, range, location, uriOf }: Context,
  ability: keyof TextDocumentClientCapabilities & ('definition' | 'declaration' | 'typeDefinition'),
): Location[] | DefinitionLink[] {
  if (!client.textDocument?.[ability]?.linkSupport) return links.map(({ to }) => location(to))
  return links.map(({ from, to }) => ({
    originSelectionRange: range(from),
    targetUri: uriOf(to.source.path),
    targetRange: range(to),
    targetSelectionRange: range(to),
  }))
}
