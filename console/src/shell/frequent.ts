const KEY = 'tongchou.visits'

/** How often this browser opened the pages of the menu. */
export function visits(): Record<string, number> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, number>
  } catch {
    return {}
  }
}

/** Counts a visit. */
export function countVisit(path: string): void {
  const counts = visits()
  counts[path] = (counts[path] ?? 0) + 1
  localStorage.setItem(KEY, JSON.stringify(counts))
}

/** The pages opened most; those never opened follow in the order of the menu. */
export function frequent<Item extends { path: string }>(items: Item[], counts: Record<string, number>, most: number): Item[] {
  return items
    .map((item, place) => ({ item, place }))
    .sort((a, b) => (counts[b.item.path] ?? 0) - (counts[a.item.path] ?? 0) || a.place - b.place)
    .slice(0, most)
    .map(({ item }) => item)
}
