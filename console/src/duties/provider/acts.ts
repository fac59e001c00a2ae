import { shallowRef } from 'vue'
import { api, got } from '../../common/api'
import { attempt } from '../../common/notify'
import type { components } from '../../common/schema'
import type { TrailStep } from '../../common/Trail.vue'

type Schemas = components['schemas']

/** Something that was done, or is proposed. */
export type Act = Schemas['ProviderAct']
/** Kinds, levels and counties. */
export type Words = Schemas['ProviderInstitutionWords']

/** Colours of states. */
export const TONES = {
  申请: 'primary',
  评估: 'primary',
  协商: 'primary',
  待生效: 'primary',
  生效: 'success',
  中止: 'warning',
  已到期: 'info',
  解除: 'danger',
  未通过: 'danger',
  撤回: 'info',
  待复核: 'primary',
  已通过: 'success',
  已退回: 'warning',
  已办: 'success',
} as const

/** Today in local time. */
export function today(): string {
  const now = new Date()
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}

/** What else was said with an act, in one line. */
export function says(act: Act): string {
  const details = Object.entries(act.details).filter(([key, value]) => value !== '' && value !== '0' && !key.startsWith('评分.'))
  return [`${act.onDate}${act.untilDate ? ` 至 ${act.untilDate}` : ' 起'}`, act.reason, ...details.map(([key, value]) => `${key} ${value}`)].filter(Boolean).join('；')
}

/** Acts as a handling trail: each proposal, then its decision. */
export function steps(acts: Act[]): TrailStep[] {
  return acts.flatMap((act): TrailStep[] => {
    const proposed: TrailStep = { action: act.state === '已办' ? act.act : `提出${act.act}`, person: act.proposedName, at: act.proposedAt, note: says(act) }
    if (act.state === '已办') {
      return [proposed]
    }
    const decided: TrailStep = act.decidedAt
      ? { action: act.state === '已通过' ? '复核通过' : '退回', person: act.decidedName, at: act.decidedAt, note: act.note, tone: act.state === '已通过' ? 'success' : 'warning' }
      : { action: '复核' }
    return [proposed, decided]
  })
}

const words = shallowRef<Words>()

/** The words of the pages, asked for once. */
export function useWords() {
  if (!words.value) {
    void attempt(async () => {
      words.value = await got(api.GET('/api/provider/words'))
    })
  }
  return words
}
