import { Finished } from '@element-plus/icons-vue'
import type { Duty } from '../../common/duty'

const pages = [
  { title: '机构对账', path: '/clearing/reconciliations', right: 'settlement.reconciliation.view', component: () => import('./ReconciliationsPage.vue') },
  { title: '机构月结', path: '/clearing/statements', right: 'settlement.clearing.view', component: () => import('./StatementsPage.vue') },
  { title: '异地就医', path: '/clearing/crossregion', right: 'crossregion.bill.view', component: () => import('./CrossregionPage.vue') },
]

export default {
  menu: { title: '对账与清算', icon: Finished, order: 5.8, items: pages.map(({ title, path, right }) => ({ title, path, right })) },
  routes: pages.map(({ title, path, right, component }) => ({ path, component, meta: { title, right } })),
} satisfies Duty
