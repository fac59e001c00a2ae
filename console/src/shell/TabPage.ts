import { defineComponent, h, provide, shallowReactive, watch, type Component } from 'vue'
import { routeLocationKey, useRoute, type RouteLocationNormalizedLoaded } from 'vue-router'

const made = new Map<string, Component>()

/**
 * A page in a tab of its own: named by the tab so that it can be kept alive, and with the address of its own tab, so
 * that a page in the background does not follow the address of the one in front.
 */
export function tabPage(key: string, name: string, page: Component): Component {
  const known = made.get(key)
  if (known) {
    return known
  }
  const wrapper = defineComponent({
    name,
    setup() {
      const route = useRoute()
      const own = shallowReactive({ ...route }) as RouteLocationNormalizedLoaded
      watch(
        () => route.fullPath,
        () => {
          if (route.path === key) {
            Object.assign(own, route)
          }
        },
        { flush: 'sync' },
      )
      provide(routeLocationKey, own)
      return () => h(page)
    },
  })
  made.set(key, wrapper)
  return wrapper
}

/** Forgets a closed tab, so that its page begins anew when it is opened again. */
export function forgetTabPage(key: string): void {
  made.delete(key)
}
