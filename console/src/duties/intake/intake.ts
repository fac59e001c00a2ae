import { shallowRef } from 'vue'
import { api, got } from '../../common/api'
import type { components } from '../../common/schema'

type Schemas = components['schemas']

export type Batch = Schemas['IntakeBatch']
export type Kind = Schemas['IntakeKindKindView']
export type Field = Schemas['IntakeKindFieldView']
export type Row = Schemas['IntakeStagedRowsRow']
export type Group = Schemas['IntakeStagedRowsGroup']
export type Count = Schemas['IntakeStagedRowsCount']

/** Which rows are shown. */
export interface RowFilter {
  state?: string
  field?: string
  code?: string
  value?: string
}

/** Colours of the states of batches and rows. */
export const TONES = {
  检查中: 'primary',
  待处理: 'warning',
  可入账: 'success',
  入账中: 'primary',
  已入账: 'success',
  冲销中: 'primary',
  已冲销: 'info',
  失败: 'danger',
  已作废: 'info',
  正确: 'success',
  有误: 'danger',
  无变化: 'info',
  跳过: 'info',
} as const

export const STATES = Object.keys(TONES).slice(0, 9)

/** The formats that can be read. */
export const FORMATS = ['.xlsx', '.csv', '.txt']

const kinds = shallowRef<Kind[]>()

/** The kinds of lists that the signed-in person may import. */
export async function loadKinds(): Promise<Kind[]> {
  kinds.value = await got(api.GET('/api/intake/kinds'))
  return kinds.value
}

/** A value of a field as people read it. */
export function printValue(field: Field, value: string): string {
  return field.words[value] ?? value
}
