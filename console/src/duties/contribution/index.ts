import { Money } from '@element-plus/icons-vue'
import type { Duty } from '../../common/duty'

const right = 'contribution.dues.view'
const pages = [
  { title: '单位申报', path: '/contribution/declarations', right, component: () => import('./DeclarationsPage.vue') },
  { title: '到账核对', path: '/contribution/receipts', right, component: () => import('./ReceiptsPage.vue') },
  { title: '欠费清单', path: '/contribution/arrears', right, component: () => import('./ArrearsPage.vue') },
  { title: '退费', path: '/contribution/refunds', right, component: () => import('./RefundsPage.vue') },
  { title: '财政补助', path: '/contribution/subsidy', right, component: () => import('./SubsidyPage.vue') },
]

export default {
  menu: { title: '征缴管理', icon: Money, order: 3, items: pages.map(({ title, path, right }) => ({ title, path, right })) },
  routes: pages.map(({ title, path, right, component }) => ({ path, component, meta: { title, right } })),
} satisfies Duty
