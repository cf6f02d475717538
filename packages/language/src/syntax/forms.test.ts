import { expect, it } from 'vitest'
import { parse } from './parse.ts'

type Tree = { readonly kind?: string; readonly [key: string]: unknown }

const leaves: Readonly<Record<string, (node: Tree) => string>> = {
  ident: ({ text, quoted }) => (quoted ? `\`${text}\`` : `${text || '?'}`),
  name: ({ path }) => (path as Tree[]).map(show).join('.'),
  number: ({ value }) => String(value),
  percent: ({ value }) => `${Math.round((value as number) * 1e6) / 1e4}%`,
  duration: ({ value, unit }) => `${value}${unit}`,
  date: ({ text }) => String(text),
  text: ({ value }) => JSON.stringify(value),
  boolean: ({ value }) => String(value),
  hole: () => '?',
  label: ({ text }) => (typeof text === 'string' ? `'${text}` : show(text)),
  list: ({ elements }) => `[${(elements as Tree[]).map(show).join(' ')}]`,
}

/** A tree as nested lists, without places. */
function show(node: unknown): string {
  if (Array.isArray(node)) return node.map(show).join(' ')
  if (typeof node !== 'object' || node === null) return String(node)
  const tree = node as Tree
  const leaf = tree.kind === undefined ? undefined : leaves[tree.kind]
  if (leaf && !(tree.kind === 'label' && typeof tree.text !== 'string')) return leaf(tree)
  const parts = Object.entries(tree).flatMap(([key, value]) => part(key, value))
  return `(${[tree.kind, ...parts].join(' ')})`
}

/** Values that say little are left out: places, no documentation, no, nothing. */
function part(key: string, value: unknown): string[] {
  if (key === 'span' || key === 'kind' || value === '' || value === false || value === undefined) return []
  if (value === true) return [key]
  if (Array.isArray(value)) return value.length === 0 ? [] : [`${key}:{${show(value)}}`]
  return typeof value === 'object' ? [`${key}:${show(value)}`] : [String(value)]
}

/** A statement, and its tree. */
const forms: readonly (readonly [string, string])[] = [
  [
    'when industry in [SaaS] add 15',
    '(rule trigger:(when condition:(membership value:industry in:[SaaS])) action:(add add amount:15))',
  ],
  [
    'on download(whitepaper) add 20 decay 30d',
    '(rule trigger:(on pattern:(pattern name:download args:{whitepaper})) action:(add add amount:20) modifiers:{(decay phrase:{30d})})',
  ],
  ['qualify at 70', '(qualify at:70)'],
  [
    'when country = DE add 1',
    '(rule trigger:(when condition:(binary = left:country right:DE)) action:(add add amount:1))',
  ],
  [
    'when employees >= 200 add 1',
    '(rule trigger:(when condition:(binary >= left:employees right:200)) action:(add add amount:1))',
  ],
  [
    'when not a and b or c and not d add 1',
    '(rule trigger:(when condition:(binary or left:(binary and left:(unary not operand:a) right:b) right:(binary and left:c right:(unary not operand:d)))) action:(add add amount:1))',
  ],
  [
    'when not (a or b) add 1',
    '(rule trigger:(when condition:(unary not operand:(paren inner:(binary or left:a right:b)))) action:(add add amount:1))',
  ],
  [
    'when a + b * c - d / -e > 2 add 1',
    '(rule trigger:(when condition:(binary > left:(binary - left:(binary + left:a right:(binary * left:b right:c)) right:(binary / left:d right:(unary - operand:e))) right:2)) action:(add add amount:1))',
  ],
  [
    'when employees in 10..49 add 1',
    '(rule trigger:(when condition:(membership value:employees in:(range .. low:10 high:49))) action:(add add amount:1))',
  ],
  [
    'when employees in 10..<50 add 1',
    '(rule trigger:(when condition:(membership value:employees in:(range ..< low:10 high:50))) action:(add add amount:1))',
  ],
  [
    'when employees in 500.. and b add 1',
    '(rule trigger:(when condition:(binary and left:(membership value:employees in:(range .. low:500)) right:b)) action:(add add amount:1))',
  ],
  [
    'when employees in < 10 add 1',
    '(rule trigger:(when condition:(membership value:employees in:(range < high:10))) action:(add add amount:1))',
  ],
  [
    'when employees in -5..limit add 1',
    '(rule trigger:(when condition:(membership value:employees in:(range .. low:(unary - operand:5) high:limit))) action:(add add amount:1))',
  ],
  [
    'when domain(email) not in competitors add 1',
    '(rule trigger:(when condition:(membership value:(call name:domain args:{email}) negated in:competitors)) action:(add add amount:1))',
  ],
  [
    'when title contains "vp" add 1',
    '(rule trigger:(when condition:(wordTest value:title words:{contains} operand:"vp")) action:(add add amount:1))',
  ],
  [
    'when title contains word "vp" add 1',
    '(rule trigger:(when condition:(wordTest value:title words:{contains word} operand:"vp")) action:(add add amount:1))',
  ],
  [
    'when title not contains any word of ["VP", "Director"] add 1',
    '(rule trigger:(when condition:(wordTest value:title negated words:{contains any word of} operand:["VP" "Director"])) action:(add add amount:1))',
  ],
  [
    'when title contains word old_title add 1',
    '(rule trigger:(when condition:(wordTest value:title words:{contains word} operand:old_title)) action:(add add amount:1))',
  ],
  [
    'when title starts with "VP" or title ends with x.y add 1',
    '(rule trigger:(when condition:(binary or left:(wordTest value:title words:{starts with} operand:"VP") right:(wordTest value:title words:{ends with} operand:x.y))) action:(add add amount:1))',
  ],
  [
    'when path like "/pricing*" add 1',
    '(rule trigger:(when condition:(wordTest value:path words:{like} operand:"/pricing*")) action:(add add amount:1))',
  ],
  [
    'when title not matches "^v\\\\.?p\\\\b" add 1',
    '(rule trigger:(when condition:(wordTest value:title negated words:{matches} operand:"^v\\\\.?p\\\\b")) action:(add add amount:1))',
  ],
  [
    'when interests contains pricing add 1',
    '(rule trigger:(when condition:(wordTest value:interests words:{contains} operand:pricing)) action:(add add amount:1))',
  ],
  [
    'when interests contains any of [api, security] add 15 per match',
    '(rule trigger:(when condition:(wordTest value:interests words:{contains any of} operand:[api security])) action:(add add amount:15 perMatch))',
  ],
  [
    'when interests contains all of wanted add 1',
    '(rule trigger:(when condition:(wordTest value:interests words:{contains all of} operand:wanted)) action:(add add amount:1))',
  ],
  [
    'when email contains domain(website) add 1',
    '(rule trigger:(when condition:(wordTest value:email words:{contains} operand:(call name:domain args:{website}))) action:(add add amount:1))',
  ],
  [
    'when title contains ("a") add 1',
    '(rule trigger:(when condition:(wordTest value:title words:{contains} operand:(paren inner:"a"))) action:(add add amount:1))',
  ],
  [
    'when title is known and title is not known or title is unknown add 1',
    '(rule trigger:(when condition:(binary or left:(binary and left:(knownTest value:title) right:(knownTest negated value:title)) right:(knownTest negated value:title))) action:(add add amount:1))',
  ],
  [
    'when created within 30d or created older than 90d add 1',
    '(rule trigger:(when condition:(binary or left:(ageTest value:created within duration:30d) right:(ageTest value:created older duration:90d))) action:(add add amount:1))',
  ],
  [
    'when renewal in next 30d add 1',
    '(rule trigger:(when condition:(ageTest value:renewal next duration:30d)) action:(add add amount:1))',
  ],
  [
    'when renewal not within half add 1',
    '(rule trigger:(when condition:(ageTest value:renewal negated within duration:half)) action:(add add amount:1))',
  ],
  [
    'when created before 2026-01-01 and created after 2026-06-01T09:30:00Z add 1',
    '(rule trigger:(when condition:(binary and left:(momentTest value:created before moment:2026-01-01) right:(momentTest value:created after moment:2026-06-01T09:30:00Z))) action:(add add amount:1))',
  ],
  [
    'when created before now add 1',
    '(rule trigger:(when condition:(momentTest value:created before moment:now)) action:(add add amount:1))',
  ],
  [
    'when any form_submit(demo) within 30d add 1',
    '(rule trigger:(when condition:(quantified any pattern:(pattern name:form_submit args:{demo} windows:{(within duration:30d)}))) action:(add add amount:1))',
  ],
  [
    'when no activity within 60d subtract 20',
    '(rule trigger:(when condition:(quantified no pattern:(pattern name:activity windows:{(within duration:60d)}))) action:(add subtract amount:20))',
  ],
  [
    'when at least 3 page_view add 1',
    '(rule trigger:(when condition:(quantified at least count:3 pattern:(pattern name:page_view))) action:(add add amount:1))',
  ],
  [
    'when at most 2 page_view and exactly 1 page_view(path = "/x") add 1',
    '(rule trigger:(when condition:(binary and left:(quantified at most count:2 pattern:(pattern name:page_view)) right:(quantified exactly count:1 pattern:(pattern name:page_view args:{(binary = left:path right:"/x")})))) action:(add add amount:1))',
  ],
  [
    'when any page_view(path like "/pricing*", seconds >= 10, lead.country = DE) within 30d older than 2d since last reset_event within 9d add 1',
    '(rule trigger:(when condition:(quantified any pattern:(pattern name:page_view args:{(wordTest value:path words:{like} operand:"/pricing*") (binary >= left:seconds right:10) (binary = left:lead.country right:DE)} windows:{(within duration:30d) (older duration:2d) (sinceLast pattern:(pattern name:reset_event windows:{(within duration:9d)}))}))) action:(add add amount:1))',
  ],
  [
    'when count of page_view > 3 add 1',
    '(rule trigger:(when condition:(binary > left:(aggregate name:count pattern:(pattern name:page_view)) right:3)) action:(add add amount:1))',
  ],
  [
    'when count of distinct asset in download within 7d > 3 add 1',
    '(rule trigger:(when condition:(binary > left:(aggregate name:count distinct of:asset pattern:(pattern name:download windows:{(within duration:7d)})) right:3)) action:(add add amount:1))',
  ],
  [
    'when sum of seconds in page_view within 7d + average of x in y > 3 add 1',
    '(rule trigger:(when condition:(binary > left:(binary + left:(aggregate name:sum of:seconds pattern:(pattern name:page_view windows:{(within duration:7d)})) right:(aggregate name:average of:x pattern:(pattern name:y))) right:3)) action:(add add amount:1))',
  ],
  [
    'when first of form in form_submit = demo add 1',
    '(rule trigger:(when condition:(binary = left:(aggregate name:first of:form pattern:(pattern name:form_submit)) right:demo)) action:(add add amount:1))',
  ],
  [
    'when days since last page_view > 3 and days since first page_view > 9 add 1',
    '(rule trigger:(when condition:(binary and left:(binary > left:(daysSince last of:(pattern name:page_view)) right:3) right:(binary > left:(daysSince first of:(pattern name:page_view)) right:9))) action:(add add amount:1))',
  ],
  [
    'when days since created > 3 add 1',
    '(rule trigger:(when condition:(binary > left:(daysSince of:created) right:3)) action:(add add amount:1))',
  ],
  [
    'when length(title) > 3 and min(a, b) < max(c, floor(d)) add 1',
    '(rule trigger:(when condition:(binary and left:(binary > left:(call name:length args:{title}) right:3) right:(binary < left:(call name:min args:{a b}) right:(call name:max args:{c (call name:floor args:{d})})))) action:(add add amount:1))',
  ],
  [
    'when country = DE multiply by 50%',
    '(rule trigger:(when condition:(binary = left:country right:DE)) action:(multiply factor:50%))',
  ],
  [
    'points by industry { SaaS, Fintech: 30 Retail: 5, unknown: 2 else: 0 }',
    '(rule trigger:(always) action:(pointsBy subject:industry rows:{(byRow cases:{(value value:SaaS) (value value:Fintech)} points:30) (byRow cases:{(value value:Retail)} points:5) (byRow cases:{(unknown)} points:2) (byRow cases:{(else)} points:0)}))',
  ],
  [
    'points by employees { < 10: -5  10..49: 5  50..<500: base  >= 500: (2 * base) }',
    '(rule trigger:(always) action:(pointsBy subject:employees rows:{(byRow cases:{(range < high:10)} points:(unary - operand:5)) (byRow cases:{(range .. low:10 high:49)} points:5) (byRow cases:{(range ..< low:50 high:500)} points:base) (byRow cases:{(range >= low:500)} points:(paren inner:(binary * left:2 right:base)))}))',
  ],
  [
    'points by customer { true: 5 false: 1 }',
    '(rule trigger:(always) action:(pointsBy subject:customer rows:{(byRow cases:{(value value:true)} points:5) (byRow cases:{(value value:false)} points:1)}))',
  ],
  [
    'points by day { 2026-01-01..2026-02-01: 5 "x y": 1 }',
    '(rule trigger:(always) action:(pointsBy subject:day rows:{(byRow cases:{(range .. low:2026-01-01 high:2026-02-01)} points:5) (byRow cases:{(value value:"x y")} points:1)}))',
  ],
  [
    'points first { employees > 5 and customer: 5  title is known: 3 else: 0 }',
    '(rule trigger:(always) action:(pointsFirst rows:{(firstRow condition:(binary and left:(binary > left:employees right:5) right:customer) points:5) (firstRow condition:(knownTest value:title) points:3) (firstRow points:0)}))',
  ],
  [
    'on form_submit points by form { demo: 60  contact: 30 } once cap 60',
    '(rule trigger:(on pattern:(pattern name:form_submit)) action:(pointsBy subject:form rows:{(byRow cases:{(value value:demo)} points:60) (byRow cases:{(value value:contact)} points:30)}) modifiers:{(once) (cap value:60)})',
  ],
  [
    'when customer points first { a: 1 }',
    '(rule trigger:(when condition:customer) action:(pointsFirst rows:{(firstRow condition:a points:1)}))',
  ],
  [
    'on page_view(path = "/x") within 30d when customer add 10 cooldown 24h first 3 per session once per asset at most 20 times per day decay linear over 90d after 14d cap 40 floor -10 weight 30% as "label" no within',
    '(rule trigger:(on pattern:(pattern name:page_view args:{(binary = left:path right:"/x")} windows:{(within duration:30d)}) when:customer) action:(add add amount:10) modifiers:{(cooldown duration:24h) (first count:3 per:session) (once per:asset) (atMost count:20 per:day) (decay phrase:{linear over 90d} after:14d) (cap value:40) (floor value:(unary - operand:10)) (weight value:30%) (label text:"label") (no within)})',
  ],
  [
    'on page_view add seconds / 10 no decay cap 40',
    '(rule trigger:(on pattern:(pattern name:page_view)) action:(add add amount:(binary / left:seconds right:10)) modifiers:{(no decay) (cap value:40)})',
  ],
  [
    'on page_view add 1 within 3d older than 1d',
    '(rule trigger:(on pattern:(pattern name:page_view)) action:(add add amount:1) modifiers:{(window window:(within duration:3d)) (window window:(older duration:1d))})',
  ],
  [
    'on page_view add 1 first',
    '(rule trigger:(on pattern:(pattern name:page_view)) action:(add add amount:1) modifiers:{(first)})',
  ],
  [
    'on page_view add 5 decay 20% of original every 5d after 1d',
    '(rule trigger:(on pattern:(pattern name:page_view)) action:(add add amount:5) modifiers:{(decay phrase:{20% of original every 5d} after:1d)})',
  ],
  [
    'on page_view add 5 decay 5 points every 7d',
    '(rule trigger:(on pattern:(pattern name:page_view)) action:(add add amount:5) modifiers:{(decay phrase:{5 points every 7d})})',
  ],
  [
    'on page_view add 5 decay half (2 * x)',
    '(rule trigger:(on pattern:(pattern name:page_view)) action:(add add amount:5) modifiers:{(decay phrase:{half (paren inner:(binary * left:2 right:x))})})',
  ],
  ['on unsubscribe reset', '(rule trigger:(on pattern:(pattern name:unsubscribe)) action:(reset))'],
  [
    'on created add 10 decay 7d',
    '(rule trigger:(on pattern:(pattern name:created)) action:(add add amount:10) modifiers:{(decay phrase:{7d})})',
  ],
  ['default decay 30d', '(default setting:(decay phrase:{30d}))'],
  ['default within 7d', '(default setting:(window window:(within duration:7d)))'],
  ['default cooldown 24h', '(default setting:(cooldown duration:24h))'],
  ['model "Acme inbound"', '(model name:"Acme inbound")'],
  ['timezone "Europe/Berlin"', '(timezone name:"Europe/Berlin")'],
  ['import "./schema.merit"', '(import path:"./schema.merit")'],
  [
    'lead { industry: one of [SaaS, "Financial Services", -5] unknown in not_said employees: integer 0.. title: text required, n: number -5..5 x: number < 9 from "a.b" interests: list of [pricing] tags: list of text company { tier: one of [A] unknown in ["n/a", "-"] } required: text }',
    '(lead fields:{(field name:industry type:(type one values:[SaaS "Financial Services" (unary - operand:5)] unknownIn:not_said)) (field name:employees type:(type named name:integer range:(range .. low:0))) (field name:title type:(type named name:text required)) (field name:n type:(type named name:number range:(range .. low:(unary - operand:5) high:5))) (field name:x type:(type named name:number range:(range < high:9) from:"a.b")) (field name:interests type:(type list values:[pricing])) (field name:tags type:(type list name:text)) (field name:company fields:{(field name:tier type:(type one values:[A] unknownIn:["n/a" "-"]))}) (field name:required type:(type named name:text))})',
  ],
  [
    'event download { asset: one of [whitepaper] pages: integer }',
    '(event name:download fields:{(field name:asset type:(type one values:[whitepaper])) (field name:pages type:(type named name:integer))})',
  ],
  ['event email_open', '(event name:email_open)'],
  [
    'event activity from page_view or download(pages > 3) within 90d or form_submit',
    '(event name:activity derivation:(union patterns:{(pattern name:page_view) (pattern name:download args:{(binary > left:pages right:3)} windows:{(within duration:90d)}) (pattern name:form_submit)}))',
  ],
  [
    'event real_click from email_click except bot_click or other',
    '(event name:real_click derivation:(union patterns:{(pattern name:email_click)} except:{(pattern name:bot_click) (pattern name:other)}))',
  ],
  [
    'event bot_click from email_delivered then email_click within 10s per email',
    '(event name:bot_click derivation:(then first:(pattern name:email_delivered) second:(pattern name:email_click) within:10s per:email))',
  ],
  [
    'event slow from a within 5d then b within 3d within 10s',
    '(event name:slow derivation:(then first:(pattern name:a windows:{(within duration:5d)}) second:(pattern name:b windows:{(within duration:3d)}) within:10s))',
  ],
  [
    'event binge from 7 page_view within 24h',
    '(event name:binge derivation:(reach count:7 pattern:(pattern name:page_view) within:24h))',
  ],
  [
    'event deep_visit from 9 page_view(path = "/x") within 3d per session',
    '(event name:deep_visit derivation:(nth count:9 pattern:(pattern name:page_view args:{(binary = left:path right:"/x")} windows:{(within duration:3d)}) per:session))',
  ],
  ['list competitors = ["rival.com", other, 5,]', '(listDecl name:competitors list:["rival.com" other 5])'],
  [
    'let pages_a_week = count of page_view within 7d',
    '(let name:pages_a_week value:(aggregate name:count pattern:(pattern name:page_view windows:{(within duration:7d)})))',
  ],
  ['let half = 30d', '(let name:half value:30d)'],
  [
    'segment enterprise when employees >= 1000 and company.tier = A',
    '(segment name:enterprise condition:(binary and left:(binary >= left:employees right:1000) right:(binary = left:company.tier right:A)))',
  ],
  [
    'score fit floor 0 cap 100 weight 50% when customer { group content cap 60 when b { on download add 40 } default decay 30d }',
    '(score name:fit cap:100 floor:0 weight:50% when:customer items:{(group name:content cap:60 when:b items:{(rule trigger:(on pattern:(pattern name:download)) action:(add add amount:40))}) (default setting:(decay phrase:{30d}))})',
  ],
  [
    'score total = 0.4 * fit + 0.6 * engagement cap 100',
    '(score name:total cap:100 formula:(binary + left:(binary * left:0.4 right:fit) right:(binary * left:0.6 right:engagement)))',
  ],
  [
    'score heat of account { when a add 5 }',
    '(score name:heat ofAccount items:{(rule trigger:(when condition:a) action:(add add amount:5))})',
  ],
  [
    'grade tier from fit { A at 80  B at 60, C at base  else D }',
    `(grade name:tier from:fit rows:{(gradeRow label:'A at:80) (gradeRow label:'B at:60) (gradeRow label:'C at:base)} otherwise:'D)`,
  ],
  [
    'grade heat { Hot when fit >= 60 and engagement >= 40  "Luke warm" when customer  Warm when interests contains pricing  else Cold }',
    `(grade name:heat rows:{(gradeRow label:'Hot when:(binary and left:(binary >= left:fit right:60) right:(binary >= left:engagement right:40))) (gradeRow label:'Luke warm when:customer) (gradeRow label:'Warm when:(wordTest value:interests words:{contains} operand:pricing))} otherwise:'Cold)`,
  ],
  [
    'grade level from fit { 1 at 80 2 at 60 else 3 }',
    `(grade name:level from:fit rows:{(gradeRow label:'1 at:80) (gradeRow label:'2 at:60)} otherwise:'3)`,
  ],
  [
    'grade stage from fit { lead at 80 test at 60 else none }',
    `(grade name:stage from:fit rows:{(gradeRow label:'lead at:80) (gradeRow label:'test at:60)} otherwise:'none)`,
  ],
  ['grade cell = tier + level', '(grade name:cell joined:{tier level})'],
  ['qualify MQL at 50', '(qualify stage:MQL at:50)'],
  [
    'qualify MQL when any form_submit(demo) within 30d',
    '(qualify stage:MQL when:(quantified any pattern:(pattern name:form_submit args:{demo} windows:{(within duration:30d)})))',
  ],
  ['qualify SQL at 70 of fit until below 60 when customer', '(qualify stage:SQL at:70 of:fit until:60 when:customer)'],
  [
    'disqualify "competitor" when domain(email) in competitors',
    '(disqualify reason:"competitor" condition:(membership value:(call name:domain args:{email}) in:competitors))',
  ],
  ['disqualify when customer', '(disqualify condition:customer)'],
  ['promise never MQL when customer', '(promise never condition:MQL given:customer)'],
  ['promise always fit > 3', '(promise always condition:(binary > left:fit right:3))'],
  [
    'promise never interests contains pricing when customer',
    '(promise never condition:(wordTest value:interests words:{contains} operand:pricing) given:customer)',
  ],
  [
    'test "x" { now 2026-06-01 lead { industry: Fintech, n: -4, xs: [a, "b"], u: unknown, company { tier: A } } event download(whitepaper) 3d ago event page_view(path: "/x", seconds: 45) at 2026-01-01T10:00:00Z expect fit = 65 expect engagement in 70..80 expect MQL expect rule "A" not matched expect rule "A" matched expect rule "B" input missing expect in 90d engagement < 20 expect in 90d not MQL expect not disqualified expect disqualified "x" expect in 3d disqualified }',
    '(test name:"x" lines:{(now at:2026-06-01) (leadData fields:{(dataField name:industry value:Fintech) (dataField name:n value:(unary - operand:4)) (dataField name:xs value:[a "b"]) (dataField name:u value:(unknownValue)) (dataField name:company fields:{(dataField name:tier value:A)})}) (eventData type:download args:{(dataArg value:whitepaper)} ago:3d) (eventData type:page_view args:{(dataArg name:path value:"/x") (dataArg name:seconds value:45)} at:2026-01-01T10:00:00Z) (expect that:(holds condition:(binary = left:fit right:65))) (expect that:(holds condition:(membership value:engagement in:(range .. low:70 high:80)))) (expect that:(holds condition:MQL)) (expect that:(rule label:"A" not matched)) (expect that:(rule label:"A" matched)) (expect that:(rule label:"B" input missing)) (expect in:90d that:(holds condition:(binary < left:engagement right:20))) (expect in:90d that:(holds condition:(unary not operand:MQL))) (expect that:(disqualified negated)) (expect that:(disqualified reason:"x")) (expect in:3d that:(disqualified))})',
  ],
  [
    'when lifecycle = lead and x != test add 1',
    '(rule trigger:(when condition:(binary and left:(binary = left:lifecycle right:lead) right:(binary != left:x right:test))) action:(add add amount:1))',
  ],
  [
    'when lifecycle in [lead, when, add, or] add 1',
    '(rule trigger:(when condition:(membership value:lifecycle in:[lead when add or])) action:(add add amount:1))',
  ],
  [
    'on event_x(when) add 1',
    '(rule trigger:(on pattern:(pattern name:event_x args:{when})) action:(add add amount:1))',
  ],
  [
    'on event_x(a = 1, lead) add 1',
    '(rule trigger:(on pattern:(pattern name:event_x args:{(binary = left:a right:1) lead})) action:(add add amount:1))',
  ],
  [
    'points by lifecycle { lead: 5 event, test: 3 }',
    '(rule trigger:(always) action:(pointsBy subject:lifecycle rows:{(byRow cases:{(value value:lead)} points:5) (byRow cases:{(value value:event) (value value:test)} points:3)}))',
  ],
  [
    'when `when` = `add` and `Lead Source` = "x" add 1',
    '(rule trigger:(when condition:(binary and left:(binary = left:`when` right:`add`) right:(binary = left:`Lead Source` right:"x"))) action:(add add amount:1))',
  ],
  ['let x = 5 let y = 6', '(let name:x value:5) (let name:y value:6)'],
  [
    'when first = last and count > 3 and weight < 5 and unknown = 3 and days = 2 and next = 1 add 1',
    '(rule trigger:(when condition:(binary and left:(binary and left:(binary and left:(binary and left:(binary and left:(binary = left:first right:last) right:(binary > left:count right:3)) right:(binary < left:weight right:5)) right:(binary = left:unknown right:3)) right:(binary = left:days right:2)) right:(binary = left:next right:1))) action:(add add amount:1))',
  ],
  [
    'when a add weight weight 50%',
    '(rule trigger:(when condition:a) action:(add add amount:weight) modifiers:{(weight value:50%)})',
  ],
]

const sequences: readonly (readonly [string, readonly string[]])[] = [
  ['qualify at 70\nwhen customer add 5', ['qualify', 'rule']],
  ['qualify at 70 when customer when customer add 5', ['qualify', 'rule']],
  ['promise never MQL\nwhen a and (b or c) points by d { x: 1 }', ['promise', 'rule']],
  ['promise never MQL when customer\nwhen customer multiply by 50%', ['promise', 'rule']],
  ['qualify MQL at 70\nwhen customer\nqualify SQL at 90', ['qualify', 'qualify']],
  ['default decay 30d\npoints by a { x: 1 }', ['default', 'rule']],
  ['event a from b\non c add 1', ['event', 'rule']],
  ['list a = [lead,\nevent,\ntest]\ntest "x" { expect y }', ['listDecl', 'test']],
]

it.each(sequences)('%j is several statements', (text, kinds) => {
  const { ast, diagnostics } = parse({ path: 'model.merit', text })
  expect(diagnostics).toEqual([])
  expect(ast.statements.map(({ kind }) => kind)).toEqual(kinds)
})

it.each(forms)('%s', (text, tree) => {
  const { ast, diagnostics } = parse({ path: 'model.merit', text })
  expect(diagnostics).toEqual([])
  expect(show(ast.statements)).toBe(tree)
})

it.each(forms)('over several lines: %s', (text, tree) => {
  const words = text.split(' ')
  const broken = words
    .map((word, i) => (i > 0 && /^(and|or|cap|floor|decay|within|as)$/.test(word) ? `\r\n\t${word}` : word))
    .join(' ')
  const { ast, diagnostics } = parse({ path: 'model.merit', text: broken })
  expect(diagnostics).toEqual([])
  expect(show(ast.statements)).toBe(tree)
})
