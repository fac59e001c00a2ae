import { ref } from 'vue'
import { api, got } from '../../common/api'
import type { components } from '../../common/schema'
import { may } from '../../common/session'

type Schemas = components['schemas']
export type SheetFull = Schemas['PerformanceSheetFull']
export type EvaluationFull = Schemas['PerformanceEvaluationFull']
export type MonitorFull = Schemas['PerformanceMonitorFull']
export type ReviewFull = Schemas['PerformanceReviewFull']
export type Options = Schemas['PerformanceSheetOptions']
export type Finding = SheetFull['findings'][number]

/** The year that all pages of the duty look at. */
export const year = ref<number>()
let asked: Promise<number> | undefined

/** The year: the one in the address, the one chosen before, or the latest with sheets. */
export async function useYear(fromAddress: unknown): Promise<number> {
  if (typeof fromAddress === 'string' && /^\d{4}$/.test(fromAddress)) {
    year.value = Number(fromAddress)
  }
  asked ??= got(api.GET('/api/performance/years')).then((years) => years[0] ?? new Date().getFullYear())
  year.value ??= await asked
  return year.value
}

/** Years to choose from. */
export function years(): number[] {
  const now = new Date().getFullYear() + 1
  return Array.from({ length: 8 }, (_, back) => now - back)
}

/** A line that belongs to levels. */
export interface Levelled {
  level1: string
  level2: string
}

/** How many rows the cells of both levels cover; 0 where a cell above covers the row. */
export function spans(lines: Levelled[]): { level1: number; level2: number }[] {
  const result = lines.map(() => ({ level1: 0, level2: 0 }))
  lines.forEach((line, at) => {
    const same1 = at > 0 && lines[at - 1]!.level1 === line.level1
    const same2 = same1 && lines[at - 1]!.level2 === line.level2
    if (!same1) {
      let end = at
      while (end < lines.length && lines[end]!.level1 === line.level1) end++
      result[at]!.level1 = end - at
    }
    if (!same2) {
      let end = at
      while (end < lines.length && lines[end]!.level1 === line.level1 && lines[end]!.level2 === line.level2) end++
      result[at]!.level2 = end - at
    }
  })
  return result
}

/** Points without trailing zeros; a dash for none. */
export function points(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : String(Number(value.toFixed(2)))
}

/** Points in a column of a table, all with two decimals. */
export function score(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : value.toFixed(2)
}

/** The handling as the shared trail shows it. */
export function steps(trail: { action: string; byName: string; at: string; opinion: string }[]) {
  return trail.map((step) => ({
    action: step.action,
    person: step.byName,
    at: step.at,
    note: step.opinion || undefined,
    tone: step.action === '退回' ? ('warning' as const) : undefined,
  }))
}

let books: Promise<{ id: number; year: number }[]> | undefined

/** Where the entries behind the money of a project stand; without the right to read books the figures are no links. */
export async function entriesOf(of: number, projectId: number): Promise<{ budget: string; expenses: string } | undefined> {
  if (!may('accounts.book.view')) {
    return undefined
  }
  books ??= got(api.GET('/api/accounts/books'))
  const book = (await books).find((one) => one.year === of)
  const query = `?${book ? `book=${book.id}&` : ''}${projectId ? `projectId=${projectId}` : ''}`
  return { budget: `/budget/items${query}`, expenses: projectId ? `/execution/expenses${query}` : `/execution/progress${query}` }
}
