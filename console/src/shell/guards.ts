import type { DutyMenu, MenuItem } from '../common/duty'

/** The menu as a person sees it: items without right are left out, and duties without items. */
export function visibleMenus(menus: DutyMenu[], may: (right: MenuItem['right']) => boolean): DutyMenu[] {
  return menus
    .map((menu) => ({ ...menu, items: menu.items.filter((item) => may(item.right)) }))
    .filter((menu) => menu.items.length > 0)
}

/** Where to go after signing in: only addresses of this console, never elsewhere. */
export function safeNext(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/'
}
