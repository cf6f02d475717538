/** Judges mutants, place by place. */
import { Judge, type Judgement, type MutationPlace } from '@merit-lang/insight'
import { compile, type SourceText } from '@merit-lang/language'
import type { Answer, Job, Plan } from './job.ts'

/** @throws Error where the texts have errors: they were checked before. */
export function judgeOf({ texts, tests }: Plan): Judge {
  const [entry, ...imported] = texts
  const read = (path: string) => imported.find(source => source.path === path)
  const { model, lowered } = compile(entry as SourceText, { read })
  if (!model || !lowered) throw new Error('A model that was to be mutated has errors.')
  const wanted = new Set(tests)
  return new Judge(model, lowered, { isWanted: name => wanted.has(name) })
}

export function answer(judge: Judge, { place, deadline }: Job): Answer {
  const judgements = judge.judgements(judge.places[place] as MutationPlace)
  const found: Judgement[] = []
  while (Date.now() < deadline) {
    const next = judgements.next()
    if (next.done) break
    found.push(next.value)
  }
  return found
}
