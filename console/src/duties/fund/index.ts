import { Coin } from '@element-plus/icons-vue'
import type { Duty } from '../../common/duty'
import './duty.css'

const right = 'fund.ledger.view'
const pages = [
  { title: '凭证', path: '/fund/vouchers', right, component: () => import('./VouchersPage.vue') },
  { title: '总账与明细账', path: '/fund/ledger', right, component: () => import('./LedgerPage.vue') },
  { title: '收付款', path: '/fund/payments', right, component: () => import('./PaymentsPage.vue') },
  { title: '银行对账', path: '/fund/bank', right, component: () => import('./BankPage.vue') },
  { title: '结账', path: '/fund/periods', right, component: () => import('./PeriodsPage.vue') },
  { title: '报表', path: '/fund/statements', right, component: () => import('./StatementsPage.vue') },
  { title: '个人账户', path: '/fund/personal-accounts', right: 'fund.account.view', component: () => import('./PersonalPage.vue') },
]

export default {
  menu: { title: '基金财务', icon: Coin, order: 6, items: pages.map(({ title, path, right }) => ({ title, path, right })) },
  routes: pages.map(({ title, path, right, component }) => ({ path, component, meta: { title, right } })),
} satisfies Duty
