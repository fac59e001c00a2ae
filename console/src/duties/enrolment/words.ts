import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { api, got } from '../../common/api'
import type { components } from '../../common/schema'

type Schemas = components['schemas']
export type Words = Schemas['EnrolmentRegionWordsSheet']
export type Named = Schemas['EnrolmentRegionWordsNamed']
export type Act = Schemas['EnrolmentActListsRow']
export type File = Schemas['EnrolmentPersonFile']

/** Colours of the states of an act. */
export const TONES = { 待复核: 'primary', 已办结: 'success', 已退回: 'warning', 已撤回: 'info' } as const

/** The words of the region; asked for once. */
export const useWords = defineStore('enrolment-words', () => {
  const words = shallowRef<Words>()

  async function load(): Promise<void> {
    words.value ??= await got(api.GET('/api/enrolment/persons/words'))
  }

  function name(list: Named[] | undefined, code: string | undefined): string {
    return list?.find((one) => one.code === code)?.name ?? code ?? ''
  }

  const county = computed(() => (code?: string) => name(words.value?.counties, code))
  const scheme = computed(() => (code?: string) => name(words.value?.schemes, code))

  return { words, load, county, scheme }
})

/** Colours of the states of somebody who is called upon to enrol. */
export const FOLLOWUP_TONES = { 待联系: 'warning', 联系中: 'primary', 已办结: 'success' } as const

/** What may be chosen about calls, and who may call. */
export const useChoices = defineStore('enrolment-choices', () => {
  const words = shallowRef<Schemas['EnrolmentFollowupChoices']>()

  async function load(): Promise<void> {
    words.value ??= await got(api.GET('/api/enrolment/followups/choices'))
  }

  return { words, load }
})

/** What people read for a sex. */
export function printSex(sex: string | undefined): string {
  return sex === 'male' ? '男' : sex === 'female' ? '女' : ''
}

/** A rate with two decimals. */
export function printRate(rate: number | undefined): string {
  return rate === undefined ? '—' : `${(rate * 100).toFixed(2)}%`
}

/** The short code of an employer in the books: the organisation code within its credit code. */
export function partyOf(creditCode: string): string {
  return creditCode.length === 18 ? creditCode.slice(8, 17) : creditCode
}
