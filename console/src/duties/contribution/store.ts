/** Colours of the states of this duty. */
export const TONES = {
  草稿: 'info',
  待复核: 'primary',
  待缴费: 'warning',
  已缴清: 'success',
  已核销: 'success',
  已办结: 'success',
  已入账: 'success',
  少缴: 'warning',
  多缴: 'warning',
  待查明: 'danger',
  没有核定: 'info',
  已退回: 'danger',
  已冲销: 'info',
  已撤回: 'info',
  已退费: 'info',
  待缴: 'warning',
  已缴: 'success',
  已作废: 'info',
  退款中: 'primary',
  已退款: 'info',
} as const

/** A day as its month, `2025-03`. */
export function monthOf(day: string): string {
  return day.slice(0, 7)
}
