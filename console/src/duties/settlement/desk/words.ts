import type { components } from '../../../common/schema'

type Schemas = components['schemas']
export type Application = Schemas['SettlementApplication']
export type ApplicationView = Schemas['SettlementManualView']
export type Row = Schemas['SettlementManualRow']
export type Rules = Schemas['SettlementDeskRules']
export type Again = Schemas['SettlementDecisionsRepayment']

/** States of applications in the order in which they come. */
export const STATES = ['待补正', '待初审', '待复核', '待支付', '付款失败', '付款取消', '已支付', '不予支付', '已撤回', '已撤销']

/** Colours of the states of the desk. */
export const TONES = {
  待补正: 'warning',
  待初审: 'primary',
  待复核: 'primary',
  待支付: 'primary',
  付款失败: 'danger',
  付款取消: 'danger',
  待付款: 'primary',
  付款中: 'primary',
  已付款: 'success',
  已取消: 'info',
  已支付: 'success',
  不予支付: 'danger',
  已撤回: 'info',
  已撤销: 'info',
  追偿中: 'warning',
  已结清: 'success',
  已复核: 'success',
  已退回: 'info',
  有效: 'success',
  已解除: 'info',
} as const

/** Where care was given. */
export const PLACES: Record<string, string> = { local: '本统筹区', in_province: '省内异地', out_of_province: '跨省异地' }

/** What was filed for care elsewhere. */
export const FILINGS: Record<string, string> = { none: '不需要', resident: '异地长期居住', referred: '转诊', emergency: '急诊', unfiled: '应备案未备案' }

/** Schemes that pay. */
export const SCHEMES: Record<string, string> = { employee: '职工医保', resident: '居民医保' }

/** Levels of providers as the national interface knows them. */
export const LEVELS: Record<string, string> = { '01': '三级特等', '02': '三级甲等', '03': '三级乙等', '04': '三级丙等', '05': '二级甲等', '06': '二级乙等', '07': '二级丙等', '08': '一级甲等', '09': '一级乙等', '10': '一级丙等', '11': '未定级' }
