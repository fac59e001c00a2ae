import { defineStore } from 'pinia'
import { ref, shallowReactive } from 'vue'

/** An open page. */
export interface Tab {
  /** Path without query: the same page with other query is the same tab. */
  key: string
  /** Where it was left. */
  fullPath: string
  title: string
}

const MOST = 12

/** The open pages, as tabs; the desk is always the first and stays. */
export const useTabs = defineStore('tabs', () => {
  const home = '/'
  const open = ref<Tab[]>([{ key: home, fullPath: home, title: '工作台' }])
  const active = ref(home)
  const guards = shallowReactive(new Map<string, () => boolean>())

  function visit(key: string, fullPath: string, title: string): void {
    const tab = open.value.find((one) => one.key === key)
    if (tab) {
      tab.fullPath = fullPath
    } else {
      open.value.push({ key, fullPath, title })
      if (open.value.length > MOST) {
        const oldest = open.value.findIndex((one) => one.key !== home && one.key !== key && !unsaved(one.key))
        if (oldest > 0) {
          open.value.splice(oldest, 1)
        }
      }
    }
    active.value = key
  }

  /** Gives the page in front a title of its own: `2024 年度决算 · 样例市医疗保障局`. */
  function retitle(title: string, key = active.value): void {
    const tab = open.value.find((one) => one.key === key)
    if (tab) {
      tab.title = title
    }
  }

  /** Closes a tab; gives the one to show instead when it was in front. */
  function close(key: string): Tab | undefined {
    const at = open.value.findIndex((one) => one.key === key)
    if (at < 1) {
      return undefined
    }
    open.value.splice(at, 1)
    guards.delete(key)
    return key === active.value ? open.value[Math.min(at, open.value.length - 1)] : undefined
  }

  function closeAll(): void {
    open.value = open.value.filter((one) => one.key === home)
    guards.clear()
  }

  function unsaved(key: string): boolean {
    return guards.get(key)?.() ?? false
  }

  /** A page says how to know whether it has unsaved changes. */
  function guard(key: string, ask: () => boolean): () => void {
    guards.set(key, ask)
    return () => guards.delete(key)
  }

  return { open, active, visit, retitle, close, closeAll, unsaved, guard }
})
