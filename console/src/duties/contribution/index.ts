import { Money } from '@element-plus/icons-vue'
import type { Duty } from '../../common/duty'

const right = 'contribution.dues.view'
const pages = [
  { title: '单位申报', path: '/contribution/declarations', right, component: () => import('./DeclarationsPage.vue') },
  { title: '到账核对', path: '/contribution/receipts', right, component: () => import('./ReceiptsPage.vue') },
  { title: '欠费清单', path: '/contribution/arrears', right, component: () => import('./ArrearsPage.vue') },
  { title: '退费', path: '/contribution/refunds', right, component: () => import('./RefundsPage.vue') },
  { title: '居民缴费', path: '/contribution/residents', right, component: () => import('./PersonDuesPage.vue') },
  { title: '灵活就业缴费', path: '/contribution/flexible', right, component: () => import('./PersonDuesPage.vue') },
  { title: '个人到账和退费', path: '/contribution/person-payments', right, component: () => import('./PersonPaymentsPage.vue') },
  { title: '资助参保', path: '/contribution/aid', right, component: () => import('./AidPage.vue') },
  { title: '财政补助', path: '/contribution/subsidy', right, component: () => import('./SubsidyPage.vue') },
]

export default {
  menu: { title: '征缴管理', icon: Money, order: 3, items: pages.map(({ title, path, right }) => ({ title, path, right })) },
  routes: pages.map(({ title, path, right, component }) => ({ path, component, meta: { title, right } })),
} satisfies Duty
