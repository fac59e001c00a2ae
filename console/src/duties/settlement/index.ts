import { Memo } from '@element-plus/icons-vue'
import type { Duty } from '../../common/duty'
import { DESK_PAGES } from './desk/pages'
import './duty.css'

const right = 'settlement.bill.view'

export default {
  menu: {
    title: '医疗结算',
    icon: Memo,
    order: 3.5,
    items: [
      { title: '结算', path: '/settlement/bills', right },
      { title: '就诊', path: '/settlement/visits', right },
      { title: '备案', path: '/settlement/filings', right: 'settlement.filing.view' },
      ...DESK_PAGES.map(({ title, path, right }) => ({ title, path, right })),
    ],
  },
  routes: [
    { path: '/settlement/bills', component: () => import('./BillsPage.vue'), meta: { title: '结算', right } },
    { path: '/settlement/bills/:number', component: () => import('./BillPage.vue'), meta: { title: '结算单', right } },
    { path: '/settlement/visits', component: () => import('./VisitsPage.vue'), meta: { title: '就诊', right } },
    { path: '/settlement/filings', component: () => import('./FilingsPage.vue'), meta: { title: '备案', right: 'settlement.filing.view' } },
    ...DESK_PAGES.map(({ title, path, right, component }) => ({ path, component, meta: { title, right } })),
  ],
} satisfies Duty
