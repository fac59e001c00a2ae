import { House } from '@element-plus/icons-vue'
import type { Duty } from '../../common/duty'

export default {
  menu: { title: '工作台', icon: House, order: 0, items: [{ title: '工作台', path: '/' }] },
  routes: [{ path: '/', component: () => import('./DeskPage.vue'), meta: { title: '工作台' } }],
} satisfies Duty
