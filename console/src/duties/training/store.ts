import { shallowRef } from 'vue'
import { api, got } from '../../common/api'
import type { components } from '../../common/schema'

type Schemas = components['schemas']

/** What the training hospitals offer. */
export type Offer = Schemas['TrainingOffer']
/** A visit with its calls. */
export type Visit = Schemas['TrainingVisitView']
/** What can be done in a visit. */
export type Act = Visit['acts'][number]

/** What people call the acts. */
export const ACTS: Record<Act, string> = {
  CHARGE: '上传费用',
  REMOVE: '撤销全部费用',
  PREVIEW: '预结算',
  DISCHARGE: '办理出院',
  READMIT: '撤销出院',
  SETTLE: '结算',
  CANCEL: '撤销结算',
  REVERSE: '冲正',
  GIVE_UP: '退号',
}

/** Colours of states. */
export const TONES = { 就诊中: 'primary', 已出院: 'primary', 已结算: 'success', 已撤销结算: 'warning', 已冲正: 'warning', 已退号: 'info', 未登记: 'danger' } as const

const offer = shallowRef<Offer>()

/** What is offered; asked for anew when a page wants it. */
export function useOffer() {
  async function ask(): Promise<void> {
    offer.value = await got(api.GET('/api/training/offer'))
  }
  return { offer, ask }
}
