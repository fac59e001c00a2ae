import { shallowRef } from 'vue'
import { api, got } from '../../common/api'
import type { components } from '../../common/schema'

type Schemas = components['schemas']

export type Batch = Schemas['AccountsBatch']
export type Mapping = Schemas['AccountsMapping']
export type Source = Schemas['AccountsMappingSource']
export type Kind = Schemas['AccountsImportSetupKind']
export type Found = Schemas['AccountsInspectionFound']
export type Preview = Schemas['AccountsInspectionPreview']
export type Row = Schemas['AccountsStagedRowsRow']
export type Group = Schemas['AccountsStagedRowsGroup']
export type Totals = Schemas['AccountsImportTotals']
export type Template = Schemas['AccountsImportTemplatesTemplate']
export type Book = Schemas['AccountsBookBookView']

/** Colours of the states of a batch. */
export const TONES = {
  检查中: 'primary',
  待处理: 'warning',
  可入账: 'success',
  入账中: 'primary',
  已入账: 'success',
  已冲销: 'info',
  失败: 'danger',
  已作废: 'info',
  正确: 'success',
  有误: 'danger',
} as const

const kinds = shallowRef<Kind[]>()

/** The kinds of entry and their fields, asked for once. */
export async function loadKinds(): Promise<Kind[]> {
  kinds.value ??= await got(api.GET('/api/accounts/import-setup/kinds'))
  return kinds.value
}

/** The books of the person's scope. */
export function loadBooks(): Promise<Book[]> {
  return got(api.GET('/api/accounts/books'))
}

/** `2024 年度 样例市医疗保障局`. */
export function bookName(book: Book): string {
  return `${book.year} 年度 ${book.bureauName}`
}

/** A column as spreadsheets name it: 0 is A, 26 is AA. */
export function columnLetter(column: number): string {
  let rest = column
  let letters = ''
  do {
    letters = String.fromCharCode(65 + (rest % 26)) + letters
    rest = Math.floor(rest / 26) - 1
  } while (rest >= 0)
  return letters
}
