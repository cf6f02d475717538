/** The SMT solver Z3, asked in SMT-LIB. */
import { init } from 'z3-solver'

/** Undefined where it does not come to an answer within its limit, which is counted and not timed. */
export interface Solver {
  readonly isPossible: (declarations: string, condition: string) => Promise<boolean | undefined>
  readonly extreme: (declarations: string, name: string, end: 'minimize' | 'maximize') => Promise<number | undefined>
  readonly close: () => void
}

export async function startSolver(): Promise<Solver> {
  const { Z3, em } = await init()
  const context = Z3.mk_context(Z3.mk_config())
  const ask = (text: string): Promise<string> =>
    Z3.eval_smtlib2_string(context, `(reset)\n(set-option :rlimit 3000000)\n${text}\n`)
  return {
    isPossible: async (declarations, condition) =>
      isSat(await ask(`${declarations}\n(assert ${condition})\n(check-sat)`)),
    extreme: async (declarations, name, end) =>
      objectiveIn(await ask(`${declarations}\n(${end} ${name})\n(check-sat)\n(get-objectives)`), name),
    close: () => em.PThread.terminateAllThreads(),
  }
}

function isSat(answer: string): boolean | undefined {
  const said = answer.trim()
  if (said === 'unknown') return undefined
  if (said === 'sat' || said === 'unsat') return said === 'sat'
  throw new Error(`The solver says ${answer}`)
}

/** `(fit (- 3))`, `(fit 3)`. */
function objectiveIn(answer: string, name: string): number | undefined {
  if (answer.startsWith('unknown')) return undefined
  const found = answer.match(new RegExp(`\\(${name} (?:(\\d+)|\\(- (\\d+)\\))\\)`))
  if (!found || !answer.startsWith('sat')) throw new Error(`The solver says ${answer}`)
  return found[1] === undefined ? -Number(found[2]) : Number(found[1])
}
