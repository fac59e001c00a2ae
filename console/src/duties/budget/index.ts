import { Wallet } from '@element-plus/icons-vue'
import type { Duty } from '../../common/duty'

const right = 'accounts.book.view'

export default {
  menu: {
    title: '预算',
    icon: Wallet,
    order: 20,
    items: [
      { title: '支出预算', path: '/budget/items', right },
      { title: '收入预算', path: '/budget/income', right },
      { title: '项目', path: '/budget/projects', right },
      { title: '预算明细', path: '/budget/entries', right },
    ],
  },
  routes: [
    { path: '/budget/items', component: () => import('./ItemsPage.vue'), meta: { title: '支出预算', right } },
    { path: '/budget/income', component: () => import('./IncomePage.vue'), meta: { title: '收入预算', right } },
    { path: '/budget/projects', component: () => import('./ProjectsPage.vue'), meta: { title: '项目', right } },
    { path: '/budget/entries', component: () => import('./EntriesPage.vue'), meta: { title: '预算明细', right } },
  ],
} satisfies Duty
