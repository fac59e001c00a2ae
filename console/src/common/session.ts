import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { ApiError } from './problem'

/** Who is signed in, as the platform tells it. */
export interface Session {
  userId: number
  userName: string
  displayName: string
  unitId: number
  unitName: string
  region: string
  roles: string[]
  rights: string[]
  /** Seconds without a request after which the platform signs out. */
  timeoutSeconds?: number
  mustChangePassword?: boolean
}

/** The session of this browser. */
export const useSession = defineStore('session', () => {
  const person = ref<Session>()
  const expired = ref(false)
  const known = ref(false)
  const rights = computed(() => new Set(person.value?.rights ?? []))

  /** Asks the platform who is signed in; nobody is not a failure. */
  async function load(): Promise<void> {
    const response = await fetch('/api/session', { headers: { 'X-Requested-With': 'XMLHttpRequest' } }).catch(() => undefined)
    if (response?.ok && response.status !== 204) {
      const body = (await response.json()) as Session
      // Somebody half signed in, before the second factor, is nobody yet.
      person.value = body.userId ? body : undefined
      expired.value = false
    } else if (response && response.status !== 401 && response.status !== 403 && response.status !== 204) {
      throw new ApiError(response.status)
    } else if (!response) {
      throw new ApiError(0)
    } else {
      person.value = undefined
    }
    known.value = true
  }

  /** Whether a right is granted; of several, any. */
  function may(right: string | string[] | undefined): boolean {
    if (right === undefined) {
      return true
    }
    return (Array.isArray(right) ? right : [right]).some((one) => rights.value.has(one))
  }

  /** The platform no longer knows us, but the page stays. */
  function expire(): void {
    if (person.value) {
      expired.value = true
    }
  }

  function forget(): void {
    person.value = undefined
    expired.value = false
  }

  return { person, expired, known, load, may, expire, forget }
})

/** Whether the signed-in person has a right; for templates: `v-if="may('accounts.entry.import')"`. */
export function may(right: string | string[] | undefined): boolean {
  return useSession().may(right)
}
