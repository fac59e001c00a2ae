import type { Words } from './words'

/** What a field of a form takes. */
export type FieldType = 'text' | 'date' | 'select' | 'number' | 'money' | 'employer' | 'person'

/** A field of a form; a dot in the key leads into a part of the body. */
export interface FormField {
  key: string
  label: string
  type: FieldType
  required?: boolean
  options?: (words: Words) => { code: string; name: string }[]
  hint?: string
}

/** A form at the counter. */
export interface ActForm {
  title: string
  path: string
  fields: FormField[]
}

const same = (...words: string[]) => () => words.map((word) => ({ code: word, name: word }))
const SEX = () => [
  { code: 'male', name: '男' },
  { code: 'female', name: '女' },
]
const scheme: FormField = { key: 'period.scheme', label: '险种', type: 'select', required: true, options: (words) => words.schemes }
const from: FormField = { key: 'period.from', label: '开始日期', type: 'date', required: true }
const period: FormField[] = [
  scheme,
  { key: 'period.personType', label: '人员类别', type: 'select', required: true, options: (words) => words.personTypes },
  from,
  { key: 'period.employerId', label: '参保单位', type: 'employer', hint: '居民、灵活就业人员不填' },
  { key: 'period.feeTier', label: '缴费档次', type: 'select', options: (words) => words.feeTiers },
]
const file: FormField[] = [
  { key: 'person.idNumber', label: '证件号码', type: 'text', required: true, hint: '性别、出生日期由身份证号码得出' },
  { key: 'person.name', label: '姓名', type: 'text', required: true },
  { key: 'person.sex', label: '性别', type: 'select', options: SEX },
  { key: 'person.born', label: '出生日期', type: 'date' },
  { key: 'person.county', label: '区县', type: 'select', required: true, options: (words) => words.counties },
  { key: 'person.householdNumber', label: '户号', type: 'text' },
  { key: 'person.address', label: '住址', type: 'text', hint: '新户填写' },
  { key: 'person.relation', label: '与户主关系', type: 'text' },
  { key: 'person.phone', label: '联系电话', type: 'text' },
]
const reason: FormField = { key: 'reason', label: '原因', type: 'text', required: true }
const current: FormField = { key: 'scheme', label: '险种', type: 'select', required: true, options: (words) => words.schemes }

/** The forms by kind of act. */
export const FORMS = {
  REGISTER: { title: '参保登记', path: 'registration', fields: [...file, ...period] },
  NEWBORN: {
    title: '新生儿参保',
    path: 'newborn',
    fields: [
      { key: 'parentId', label: '父亲或母亲', type: 'person', required: true },
      { key: 'relation', label: '随谁参保', type: 'select', required: true, options: same('父亲', '母亲') },
      { key: 'name', label: '新生儿姓名', type: 'text', required: true },
      { key: 'sex', label: '性别', type: 'select', required: true, options: SEX },
      { key: 'born', label: '出生日期', type: 'date', required: true },
      { key: 'certificate', label: '出生医学证明编号', type: 'text', required: true, hint: '已上户口的填身份证号码' },
      { key: 'feeTier', label: '缴费档次', type: 'select', options: (words) => words.feeTiers },
    ],
  },
  CHANGE: { title: '信息变更', path: 'change', fields: [...file.map((field) => ({ ...field, required: false, hint: '' })), { ...reason, label: '变更原因' }] },
  ENROL: { title: '新增参保', path: 'enrolment', fields: period },
  SWITCH: { title: '险种转换', path: 'switch', fields: period },
  SUSPEND: {
    title: '停保',
    path: 'suspension',
    fields: [current, { key: 'last', label: '最后一天', type: 'date', required: true }, { ...reason, label: '停保原因' }],
  },
  RESUME: { title: '复保', path: 'resumption', fields: [scheme, from] },
  RETIRE: { title: '退休', path: 'retirement', fields: [{ key: 'from', label: '退休起始日期', type: 'date', required: true }] },
  DEATH: {
    title: '死亡登记',
    path: 'death',
    fields: [
      { key: 'died', label: '死亡日期', type: 'date', required: true },
      { key: 'proof', label: '死亡证明', type: 'text', required: true },
    ],
  },
  IDENTITY: {
    title: '身份认定',
    path: 'identity',
    fields: [
      { key: 'word', label: '身份', type: 'select', required: true, options: (words) => words.identities },
      { key: 'from', label: '开始日期', type: 'date', required: true },
      { key: 'to', label: '截止日期', type: 'date' },
      { key: 'department', label: '来源部门', type: 'text', required: true },
      { key: 'document', label: '认定文件', type: 'text' },
    ],
  },
  IDENTITY_END: {
    title: '身份终止',
    path: 'identity-end',
    fields: [{ key: 'last', label: '最后一天', type: 'date', required: true }, { ...reason, label: '终止原因' }],
  },
  TRANSFER_IN: {
    title: '关系转入',
    path: 'transfer-in',
    fields: [
      { key: 'otherRegion', label: '转出地统筹区', type: 'text', required: true },
      { key: 'certificateNumber', label: '参保凭证号', type: 'text', required: true },
      { key: 'months', label: '缴费月数', type: 'number', required: true },
      { key: 'accountFen', label: '个人账户余额（元）', type: 'money' },
      ...period,
    ],
  },
  TRANSFER_OUT: {
    title: '关系转出',
    path: 'transfer-out',
    fields: [current, { key: 'last', label: '最后一天', type: 'date', required: true }, { key: 'otherRegion', label: '转入地统筹区', type: 'text', required: true }],
  },
  MERGE: {
    title: '重复档案合并',
    path: 'merge',
    fields: [{ key: 'mergeId', label: '并入的档案', type: 'person', required: true }, { ...reason, label: '合并依据' }],
  },
  EMPLOYER: {
    title: '单位登记',
    path: 'employer',
    fields: [
      { key: 'code', label: '统一社会信用代码', type: 'text', required: true },
      { key: 'name', label: '单位名称', type: 'text', required: true },
      { key: 'kind', label: '单位类型', type: 'select', required: true, options: same('机关', '事业单位', '企业', '社会组织', '个体工商户', '学校', '村居') },
      { key: 'county', label: '区县', type: 'select', required: true, options: (words) => words.counties },
      { key: 'registered', label: '登记日期', type: 'date', required: true },
      { key: 'closed', label: '注销日期', type: 'date', hint: '注销时填写' },
    ],
  },
  UNDO: { title: '撤销办理', path: 'undo', fields: [{ ...reason, label: '撤销原因' }] },
} satisfies Record<string, ActForm>

/** A kind of act that has a form. */
export type FormKind = keyof typeof FORMS

/** The body of a request: keys with dots become parts, empty fields are left out, a part without fields too. */
export function body(values: Record<string, unknown>): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined || value === null || value === '') {
      continue
    }
    const [part, field] = key.split('.')
    if (field === undefined) {
      made[key] = value
    } else {
      made[part!] = { ...(made[part!] as object | undefined), [field]: value }
    }
  }
  return made
}
