/** The SMT solver Z3, asked in SMT-LIB. */
import { init } from 'z3-solver'

/** Undefined where it does not come to an answer within its limit, which is counted and not timed. */
export interface Solver {
  readonly isPossible: (declarations: string, condition: string) => Promise<boolean | undefined>
  readonly extreme: (declarations: string, name: string, end: 'minimize' | 'maximize') => Promise<number | undefined>
  readonly close: () => void
}

/** Of effort, as the solver counts it. */
const LIMIT = 3_000_000

/**
 * What is to be looked at is handed over before the solver's own thread begins: `eval_smtlib2_string` frees its text while
 * that thread still reads it.
 */
export async function startSolver(): Promise<Solver> {
  const { Z3, em } = await init()
  const context = Z3.mk_context(Z3.mk_config())
  const limited = Z3.mk_params(context)
  Z3.params_inc_ref(context, limited)
  Z3.params_set_uint(context, limited, Z3.mk_string_symbol(context, 'rlimit'), LIMIT)
  return {
    isPossible: async (declarations, condition) => {
      const solver = Z3.mk_solver(context)
      Z3.solver_inc_ref(context, solver)
      Z3.solver_set_params(context, solver, limited)
      Z3.solver_from_string(context, solver, `${declarations}\n(assert ${condition})`)
      return known(await Z3.solver_check(context, solver))
    },
    extreme: async (declarations, name, end) => {
      const optimize = Z3.mk_optimize(context)
      Z3.optimize_inc_ref(context, optimize)
      Z3.optimize_set_params(context, optimize, limited)
      Z3.optimize_from_string(context, optimize, `${declarations}\n(${end} ${name})`)
      if (!known(await Z3.optimize_check(context, optimize, []))) return undefined
      return numberIn(Z3.ast_to_string(context, Z3.optimize_get_upper(context, optimize, 0)))
    },
    close: () => em.PThread.terminateAllThreads(),
  }
}

/** 1: there is something; -1: there is nothing. */
function known(answer: number): boolean | undefined {
  return answer === 0 ? undefined : answer > 0
}

/** `(- 3)`, `3`. */
function numberIn(text: string): number {
  const found = text.match(/^(?:(\d+)|\(- (\d+)\))$/)
  if (!found) throw new Error(`The solver says ${text}`)
  return found[1] === undefined ? -Number(found[2]) : Number(found[1])
}
