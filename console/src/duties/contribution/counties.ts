import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { api, got } from '../../common/api'
import type { components } from '../../common/schema'

/** The counties in the scope of who is signed in; asked for once. */
export const useCounties = defineStore('contribution-counties', () => {
  const all = shallowRef<components['schemas']['ContributionDueNamed'][]>([])

  async function load(): Promise<void> {
    if (!all.value.length) {
      all.value = await got(api.GET('/api/contribution/person-dues/counties'))
    }
  }

  function name(code: string | undefined): string {
    return all.value.find((one) => one.code === code)?.name ?? code ?? ''
  }

  return { all, load, name }
})
