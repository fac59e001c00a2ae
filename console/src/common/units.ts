import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api, got } from './api'
import { failed } from './notify'
import { useSession } from './session'

/** A unit as pick lists need it. */
export interface UnitRow {
  id: number
  code: string
  name: string
  parentId?: number
}

/** A unit with those below it. */
export interface UnitNode extends UnitRow {
  children: UnitNode[]
}

/** The name of a unit as tables of one region need it: 样例市医疗保障局本级 is 医疗保障局本级 in 样例市. */
export function shortUnit(name: string): string {
  const region = useSession().view?.region ?? ''
  return region && name.startsWith(region) && name.length > region.length + 2 ? name.slice(region.length) : name
}

/** Rows as a tree; one whose parent is out of scope stands at the top. */
export function unitTree(rows: UnitRow[]): UnitNode[] {
  const nodes = new Map(rows.map((row) => [row.id, { ...row, children: [] as UnitNode[] }]))
  const top: UnitNode[] = []
  for (const node of nodes.values()) {
    const above = node.parentId === undefined ? undefined : nodes.get(node.parentId)
    ;(above?.children ?? top).push(node)
  }
  return top
}

/** The units of the person's scope, asked for once. */
export const useUnits = defineStore('units', () => {
  const rows = ref<UnitRow[]>([])
  const tree = computed(() => unitTree(rows.value))
  let asked: Promise<void> | undefined

  async function ask(): Promise<void> {
    try {
      rows.value = (await got(api.GET('/api/identity/units'))).filter((unit) => unit.active)
    } catch (failure) {
      asked = undefined
      failed(failure)
    }
  }

  /** Loads them unless that was done; `renew` after units were changed. */
  function load(): Promise<void> {
    asked ??= ask()
    return asked
  }

  function renew(): Promise<void> {
    asked = undefined
    return load()
  }

  return { rows, tree, load, renew }
})
