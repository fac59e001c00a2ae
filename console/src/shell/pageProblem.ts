import { shallowRef } from 'vue'

/** Why no page can be shown at all: the platform does not answer. */
export const problemOfPage = shallowRef<unknown>()
