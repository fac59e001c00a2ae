import { shallowRef } from 'vue'
import { api, got } from '../../common/api'
import { attempt } from '../../common/notify'
import type { components } from '../../common/schema'

type Schemas = components['schemas']

/** A kind of catalogue with its latest version. */
export type Kind = Schemas['CatalogueItemsKindView']
/** A version of a catalogue. */
export type Version = Schemas['CatalogueVersion']
/** What a version does to an item. */
export type Change = Schemas['CatalogueChange']

/** Colours of states and changes. */
export const TONES = {
  录入中: 'info',
  待发布: 'primary',
  已发布: 'success',
  已作废: 'info',
  新增: 'success',
  变更: 'warning',
  终止: 'danger',
  撤下: 'danger',
} as const

const kinds = shallowRef<Kind[]>([])

/** The kinds of catalogue; asked for anew by every page that is opened. */
export function useKinds() {
  void attempt(async () => {
    kinds.value = await got(api.GET('/api/catalogue/kinds'))
  })
  return kinds
}

/** The name of a kind. */
export function kindName(key: string): string {
  return kinds.value.find((kind) => kind.key === key)?.name ?? key
}
