/** Every property runs the same cases every time; `MERIT_LAW_SEED=7` tries others. */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.MERIT_LAW_SEED ?? 20_260_601) })
