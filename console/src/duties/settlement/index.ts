import { Memo } from '@element-plus/icons-vue'
import type { Duty } from '../../common/duty'
import { DESK_PAGES } from './desk/pages'

export default {
  menu: {
    title: '医疗结算',
    icon: Memo,
    order: 3.5,
    items: [...DESK_PAGES.map(({ title, path, right }) => ({ title, path, right }))],
  },
  routes: [...DESK_PAGES.map(({ title, path, right, component }) => ({ path, component, meta: { title, right } }))],
} satisfies Duty
