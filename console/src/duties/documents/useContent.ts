import { ref, shallowRef, watch } from 'vue'

/** Content that is asked for again whenever its stamp changes; a slow earlier answer never wins. */
export function useContent<T>(stamp: () => string, ask: () => Promise<T>) {
  const content = shallowRef<T>()
  const failure = shallowRef<unknown>()
  const loading = ref(false)
  let turn = 0

  async function load(): Promise<void> {
    const mine = ++turn
    loading.value = true
    try {
      const answer = await ask()
      if (mine === turn) {
        content.value = answer
        failure.value = undefined
      }
    } catch (reason) {
      if (mine === turn) {
        failure.value = reason
      }
    }
    if (mine === turn) {
      loading.value = false
    }
  }

  watch(stamp, () => void load(), { immediate: true })
  return { content, failure, loading, load }
}
