import { QuestionFilled } from '@element-plus/icons-vue'
import type { Duty } from '../../common/duty'

export default {
  menu: { title: '帮助', icon: QuestionFilled, order: 99, items: [{ title: '使用帮助', path: '/help' }, { title: '关于', path: '/about' }] },
  routes: [
    { path: '/help', component: () => import('./HelpPage.vue'), meta: { title: '使用帮助' } },
    { path: '/about', component: () => import('./AboutPage.vue'), meta: { title: '关于' } },
  ],
} satisfies Duty
