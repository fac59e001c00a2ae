import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { api, got } from '../../common/api'
import { printDay } from '../../common/dates'
import type { components } from '../../common/schema'

type Schemas = components['schemas']
export type Voucher = Schemas['FundVoucherView']
export type Draft = Schemas['FundDraft']
export type Cause = Schemas['FundCause']

/** The fund that is worked on, the same on all pages, and the chart of accounts. */
export const useFunds = defineStore('funds', () => {
  const chart = shallowRef<Schemas['FundVoucherChartView']>()
  const chosen = ref('employee')
  const month = ref(printDay(new Date()).slice(0, 7))
  const funds = computed(() => chart.value?.funds ?? [])
  const accounts = computed(() => chart.value?.accounts ?? [])
  const leaves = computed(() => accounts.value.filter((account) => account.leaf))
  const banks = computed(() => accounts.value.filter((account) => account.bank))

  async function load(): Promise<void> {
    chart.value ??= await got(api.GET('/api/fund/chart'))
  }

  return { chart, chosen, month, funds, accounts, leaves, banks, load }
})

/** The first and last day of a month, `2025-03`. */
export function daysOf(month: string): { from: string; to: string } {
  const [year, number] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year!, number!, 0)).getUTCDate()
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}` }
}

/** What people call the kinds of vouchers. */
export const KINDS: Record<string, string> = { posting: '业务凭证', manual: '手工凭证', reversal: '冲销凭证', closing: '年终结转' }

/** What people call the kinds of movements of personal accounts. */
export const MOVEMENTS: Record<string, string> = {
  credit: '划入',
  payment: '支付',
  refund: '退回',
  transfer: '转移',
  interest: '利息',
  reversal: '冲回',
  close: '销户',
}

/** Colours of the states of this duty. */
export const TONES = {
  待复核: 'primary',
  已入账: 'success',
  已复核: 'success',
  已付款: 'success',
  付款中: 'primary',
  待付款: 'primary',
  付款失败: 'danger',
  失败: 'danger',
  未通过: 'danger',
  已撤回: 'info',
  计算中: 'primary',
  入账中: 'primary',
  冲回中: 'warning',
  已冲回: 'info',
} as const

const CAUSES: Record<string, string> = {
  'contribution/bill': '单位缴费核定',
  'contribution/reversal': '冲销单位缴费核定',
  'contribution/receipt': '单位缴费到账',
  'contribution/claim': '认领待查明款项',
  'contribution/refund': '退费',
  'contribution/transfer': '关系转移的个人账户资金',
  'contribution/transfer-undone': '撤销关系转移',
  'contribution/person-receipt': '个人缴费到账',
  'contribution/person-claim': '认领个人缴费',
  'contribution/person-refund': '个人退费',
  'contribution/carry': '预收保费结转',
  'contribution/aid': '资助参保',
  'contribution/subsidy': '财政补助',
  'settlement/settlement': '医疗费结算',
  'settlement/recovery': '已拨付后撤销的结算',
  'settlement/manual': '手工报销',
  'settlement/manual-returned': '退回款转回待付参保人',
  'settlement/advance': '先行支付转应追回款',
  'settlement/claim-receipt': '追偿收款',
  'settlement/claim-write-off': '核销应追回款',
  'settlement/statement': '机构月结',
  'crossregion/month': '异地就医清算',
  'fund/manual': '手工凭证',
  'fund/transfer': '资金划转',
  'fund/provider-act': '预付、结算与质保金',
  'fund/payment': '付款批次',
  'fund/payment-return': '付款退回',
  'fund/repay': '重新付款',
  'fund/year-end': '年终结转',
  'fund/interest': '个人账户计息',
  'fund/interest-reversal': '撤销计息',
  'fund/reversal': '冲销凭证',
  'sample/opening': '合成统筹区期初结余',
}

/** What people call an act, with its number. */
export function causeWord(cause: Cause): string {
  return `${CAUSES[`${cause.module}/${cause.kind}`] ?? `${cause.module} ${cause.kind}`} ${cause.id}`
}

/** The page of the settlement that caused a voucher, by its id; nothing for other causes. */
export function billOf(cause: Cause): string | undefined {
  return cause.module === 'settlement' && ['settlement', 'recovery'].includes(cause.kind) ? `/settlement/bills/~${cause.id}` : undefined
}
