import { defineStore } from 'pinia'
import { computed, shallowRef, ref } from 'vue'
import { ApiError, NETWORK, type Problem } from './problem'
import type { components } from './schema'

type Schemas = components['schemas']

/** The session as the platform tells it; also when nobody is signed in. */
export type Session = Schemas['IdentitySessionView']

/** The signed-in person. */
export type Person = Schemas['IdentitySessionUser']

/** The session of this browser. */
export const useSession = defineStore('session', () => {
  const view = shallowRef<Session>()
  const expired = ref(false)
  const rights = computed(() => new Set(view.value?.rights ?? []))
  const known = computed(() => view.value !== undefined)
  const person = computed<Person | undefined>(() => view.value?.user)
  /** Signed in, with nothing left to do before work may begin. */
  const ready = computed(() => {
    const session = view.value
    return session !== undefined && session.signedIn && !session.mustChangePassword && !session.needsSecondFactorSetup
  })

  /** An insured person, who reads their own file and nothing else. */
  const insured = computed(() => rights.value.size > 0 && [...rights.value].every((right) => right.startsWith('service.own.')))

  /** Takes what the platform answered on signing in. */
  function accept(session: Session): void {
    view.value = session
    expired.value = false
  }

  /** Asks the platform who is signed in; nobody is not a failure. */
  async function load(): Promise<Session> {
    let response: Response
    try {
      response = await fetch('/api/session', { headers: { 'X-Requested-With': 'XMLHttpRequest' } })
    } catch {
      throw new ApiError(0, NETWORK)
    }
    if (!response.ok) {
      throw new ApiError(response.status, (await response.json().catch(() => undefined)) as Problem | undefined)
    }
    const session = (await response.json()) as Session
    accept(session)
    return session
  }

  /** Whether a right is granted; of several, any. */
  function may(right: string | string[] | undefined): boolean {
    return right === undefined || (Array.isArray(right) ? right : [right]).some((one) => rights.value.has(one))
  }

  /** The platform no longer knows us, but the page stays. */
  function expire(): void {
    if (person.value) {
      expired.value = true
    }
  }

  function forget(): void {
    view.value = undefined
    expired.value = false
  }

  return { view, person, expired, known, ready, insured, accept, load, may, expire, forget }
})

/** Whether the signed-in person has a right; for templates: `v-if="may('accounts.entry.import')"`. */
export function may(right: string | string[] | undefined): boolean {
  return useSession().may(right)
}
