import { onActivated, reactive, ref, shallowRef } from 'vue'

/** One page of rows as the platform answers, with totals of all pages where a list has them. */
export interface Rows<Row> {
  items: Row[]
  total: number
  totals?: Partial<Record<string, number>>
}

/** What a list asks for: page, order and its filters. */
export type ListQuery<Filters> = Filters & { page: number; size: number; sort?: string }

/**
 * A list with server paging, sorting and filters. Filters take effect on `search`, not while typing. A later answer
 * never gives way to an earlier one that was slow. A page that is shown again is asked for again, quietly.
 */
export function useList<Row, Filters extends object>(
  ask: (query: ListQuery<Filters>) => Promise<Rows<Row>>,
  start: () => Filters,
) {
  const filters = reactive(start()) as Filters
  const applied = shallowRef<Filters>(start())
  const page = ref(1)
  const size = ref(20)
  const sort = ref<string>()
  const rows = shallowRef<Row[]>([])
  const total = ref(0)
  const totals = shallowRef<Partial<Record<string, number>>>()
  const loading = ref(false)
  const failure = shallowRef<unknown>()
  let turn = 0
  let shown = false

  async function reload(quiet = false): Promise<void> {
    const mine = ++turn
    loading.value = !quiet
    try {
      const answer = await ask({ ...applied.value, page: page.value, size: size.value, sort: sort.value })
      if (mine === turn) {
        rows.value = answer.items
        total.value = answer.total
        totals.value = answer.totals
        failure.value = undefined
      }
    } catch (reason) {
      if (mine === turn && !quiet) {
        failure.value = reason
        rows.value = []
        total.value = 0
        totals.value = undefined
      }
    } finally {
      if (mine === turn) {
        loading.value = false
      }
    }
  }

  function search(): Promise<void> {
    applied.value = { ...filters }
    page.value = 1
    return reload()
  }

  function reset(): Promise<void> {
    Object.assign(filters, start())
    return search()
  }

  function order(field: string | undefined, descending: boolean): Promise<void> {
    sort.value = field ? (descending ? '-' : '') + field : undefined
    page.value = 1
    return reload()
  }

  onActivated(() => {
    if (shown) {
      void reload(true)
    }
    shown = true
  })

  return { filters, applied, page, size, sort, rows, total, totals, loading, failure, reload, search, reset, order }
}
