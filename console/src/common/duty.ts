import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'

/** A line of the menu. */
export interface MenuItem {
  title: string
  path: string
  /** Shown to those who have the right, or any of several. */
  right?: string | string[]
}

/** A duty's part of the menu. */
export interface DutyMenu {
  title: string
  icon: Component
  /** Place in the menu, small first. */
  order: number
  items: MenuItem[]
}

/** What `src/duties/<duty>/index.ts` exports. */
export interface Duty {
  menu?: DutyMenu
  routes: RouteRecordRaw[]
}

declare module 'vue-router' {
  interface RouteMeta {
    /** Title of page, tab and breadcrumb. */
    title?: string
    /** Duty in the breadcrumb; the menu's title unless said. */
    duty?: string
    /** Needed to open the page; any of several. */
    right?: string | string[]
    /** Without menu and tabs: signing in. */
    bare?: boolean
    /** Nobody needs to be signed in. */
    open?: boolean
  }
}
