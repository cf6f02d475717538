import { defineDiagnostic, takeOut } from '../diagnostic.ts'

export interface SettingTwice {
  readonly setting: 'model' | 'timezone'
}

export const settingTwice = defineDiagnostic<SettingTwice>({
  name: 'setting-twice',
  severity: 'error',
  message: ({ setting }) => `\`${setting}\` is said twice. Take one of the two lines out.`,
  why: 'A model has one name and one time zone.',
  fixes: (_, span) => [takeOut(span)],
  bad: 'model "Acme"\nmodel "Acme inbound"\non visit add 5',
  good: 'model "Acme inbound"\non visit add 5',
})
