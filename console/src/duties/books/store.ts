import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { api, got } from '../../common/api'
import type { components } from '../../common/schema'

type Schemas = components['schemas']

/** A book (账套) as the platform tells it. */
export type Book = Schemas['AccountsBookBookView']

/** The words and codes that entries of a book may have. */
export type Words = Schemas['AccountsBookWords']

/** The books of the person's scope and the one that is worked on; all pages show the same one. */
export const useBooks = defineStore('books', () => {
  const list = shallowRef<Book[]>()
  const chosen = ref<number>()
  const words = shallowRef<Words>()
  const current = computed(() => list.value?.find((book) => book.id === chosen.value))

  async function load(): Promise<void> {
    const found = await got(api.GET('/api/accounts/books'))
    list.value = found
    if (!found.some((book) => book.id === chosen.value)) {
      chosen.value = found[0]?.id
    }
    await loadWords()
  }

  async function loadWords(): Promise<void> {
    words.value =
      chosen.value === undefined
        ? undefined
        : await got(api.GET('/api/accounts/books/{id}/words', { params: { path: { id: chosen.value } } }))
  }

  async function choose(id: number): Promise<void> {
    if (id !== chosen.value && list.value?.some((book) => book.id === id)) {
      chosen.value = id
      await loadWords()
    }
  }

  return { list, chosen, current, words, load, choose }
})

/** Parameters of a list request: everything that is not empty. */
export function filled<T extends object>(query: T): T {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '' && value !== null && value !== undefined)) as T
}

/** Millionths as per cent, `85.70%`; `—` for none. */
export function printRate(millionths: number | null | undefined): string {
  return millionths === null || millionths === undefined ? '—' : `${(millionths / 10_000).toFixed(2)}%`
}

/** `2101501 行政运行`; nothing for no code. */
export function codeName(code: string | undefined, name: string | undefined): string {
  return code ? `${code} ${name ?? ''}`.trim() : ''
}

/** The unit a new row most likely belongs to: the first below the department. */
export function usualUnit(book: Book): number | undefined {
  return (book.units.find((unit) => unit.id !== book.bureauId) ?? book.units[0])?.id
}
