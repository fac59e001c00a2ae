import type { RouteRecordRaw } from 'vue-router'
import type { Duty, DutyMenu } from '../common/duty'

const modules = import.meta.glob<Partial<Duty> & { default?: Duty }>('../duties/*/index.ts', { eager: true })

const duties: Duty[] = Object.values(modules).map((module) => module.default ?? { menu: module.menu, routes: module.routes ?? [] })

/** The menu, in order. */
export const menus: DutyMenu[] = duties.flatMap((duty) => duty.menu ?? []).sort((a, b) => a.order - b.order)

/** The pages of all duties, each knowing its duty's title. */
export const routes: RouteRecordRaw[] = duties.flatMap((duty) =>
  duty.routes.map((route) => ({ ...route, meta: { ...route.meta, duty: route.meta?.duty ?? duty.menu?.title } })),
)
