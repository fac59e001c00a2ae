import { Stamp } from '@element-plus/icons-vue'
import type { Duty } from '../../common/duty'

export default {
  menu: {
    title: '审计',
    icon: Stamp,
    order: 90,
    items: [{ title: '审计日志', path: '/audit/entries', right: 'audit.entry.read' }],
  },
  routes: [{ path: '/audit/entries', component: () => import('./EntriesPage.vue'), meta: { title: '审计日志', right: 'audit.entry.read' } }],
} satisfies Duty
