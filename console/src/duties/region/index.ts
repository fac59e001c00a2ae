import { MapLocation } from '@element-plus/icons-vue'
import type { Duty } from '../../common/duty'

export default {
  menu: {
    title: '统筹区',
    icon: MapLocation,
    order: 8,
    items: [
      { title: '区县和人口', path: '/region/counties', right: 'region.county.view' },
      { title: '政策参数', path: '/region/policy', right: 'region.policy.view' },
    ],
  },
  routes: [
    { path: '/region/counties', component: () => import('./CountiesPage.vue'), meta: { title: '区县和人口', right: 'region.county.view' } },
    { path: '/region/policy', component: () => import('./PolicyPage.vue'), meta: { title: '政策参数', right: 'region.policy.view' } },
  ],
} satisfies Duty
