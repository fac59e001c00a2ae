import { FirstAidKit } from '@element-plus/icons-vue'
import type { Duty } from '../../common/duty'

const right = 'training.his.view'

export default {
  menu: { title: '模拟医院', icon: FirstAidKit, order: 95, items: [{ title: '模拟就诊', path: '/training', right }] },
  routes: [
    { path: '/training', component: () => import('./CounterPage.vue'), meta: { title: '模拟就诊', right } },
    { path: '/training/visits/:id(\\d+)', component: () => import('./VisitPage.vue'), meta: { title: '模拟就诊', right } },
  ],
} satisfies Duty
