import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { api, got } from '../../common/api'
import { printMoney } from '../../common/money'
import type { components } from '../../common/schema'

type Schemas = components['schemas']
export type Bill = Schemas['SettlementBillFile']
export type BillRow = Schemas['SettlementBillRow']
export type Explained = Schemas['SettlementBillFileExplained']
export type FilingRow = Schemas['SettlementFilingRow']
export type Accumulator = Schemas['SettlementBillFilesAccumulator']

/** States of settlements, as lists may be cut by them. */
export const STATES = ['有效', '已撤销', '已冲正', '撤销', '冲正']

/** States of visits. */
export const VISIT_STATES = ['就诊中', '在院', '出院', '已结算', '已撤销']

/** Kinds of filings; what the word of a filing of the kind is called. */
export const FILING_KINDS = ['慢特病', '转院', '定点', '意外伤害']

/** Colours of the states of this duty. */
export const TONES = {
  有效: 'success',
  已结算: 'success',
  已办结: 'success',
  就诊中: 'primary',
  在院: 'primary',
  出院: 'warning',
  待复核: 'primary',
  已退回: 'warning',
  撤销: 'warning',
  冲正: 'warning',
} as const

/** Classes of the catalogue. */
export const CLASSES: Record<string, string> = { A: '甲', B: '乙', C: '丙' }

/** The words of the region; asked for once. */
export const useWords = defineStore('settlement-words', () => {
  const words = shallowRef<Schemas['SettlementVisitWords']>()

  async function load(): Promise<void> {
    words.value ??= await got(api.GET('/api/settlement/words'))
  }

  return { words, load }
})

/** A number of a counter: amounts are fen. */
export function printCount(value: number, unit: string): string {
  return unit === '元' ? printMoney(value) : `${value} ${unit}`
}

/** `2026-11-22T09:30:00` as people read it. */
export function printMinute(moment: string | null | undefined): string {
  return moment ? moment.slice(0, 16).replace('T', ' ') : ''
}

/** A ratio in 10⁻⁸ as per cent. */
export function printRatio(ratio: number): string {
  return `${+(ratio / 1_000_000).toFixed(2)}%`
}
