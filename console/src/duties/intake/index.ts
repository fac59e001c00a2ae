import { Files } from '@element-plus/icons-vue'
import type { Duty } from '../../common/duty'

export default {
  menu: {
    title: '批量导入',
    icon: Files,
    order: 7,
    items: [{ title: '名单批次', path: '/intake', right: 'intake.batch.view' }],
  },
  routes: [
    { path: '/intake', component: () => import('./BatchesPage.vue'), meta: { title: '名单批次', right: 'intake.batch.view' } },
    { path: '/intake/new', component: () => import('./NewPage.vue'), meta: { title: '导入名单', right: 'intake.batch.upload' } },
    { path: '/intake/:id(\\d+)', component: () => import('./BatchPage.vue'), meta: { title: '名单批次', right: 'intake.batch.view' } },
  ],
} satisfies Duty
