import { DataAnalysis } from '@element-plus/icons-vue'
import type { Duty } from '../../common/duty'

const right = 'accounts.book.view'
const pages = [
  { title: '执行进度', path: '/execution/progress', component: () => import('./ProgressPage.vue') },
  { title: '支出明细', path: '/execution/expenses', component: () => import('./ExpensesPage.vue') },
  { title: '收入明细', path: '/execution/income', component: () => import('./ReceiptsPage.vue') },
  { title: '结转结余', path: '/execution/balances', component: () => import('./BalancesPage.vue') },
  { title: '采购合同', path: '/execution/contracts', component: () => import('./ContractsPage.vue') },
  { title: '资产与车辆', path: '/execution/assets', component: () => import('./AssetsPage.vue') },
  { title: '“三公”事项', path: '/execution/three-public', component: () => import('./ThreePublicPage.vue') },
  { title: '上年决算数', path: '/execution/prior', component: () => import('./PriorPage.vue') },
]

export default {
  menu: { title: '执行', icon: DataAnalysis, order: 30, items: pages.map(({ title, path }) => ({ title, path, right })) },
  routes: pages.map(({ title, path, component }) => ({ path, component, meta: { title, right } })),
} satisfies Duty
