import type { Duty } from '../../common/duty'
import './duty.css'

const meta = { title: '我的医保', right: 'service.own.view', bare: true }

export default {
  routes: [
    { path: '/service/own', component: () => import('./OwnPage.vue'), meta },
    { path: '/service/own/bills/:number', component: () => import('./OwnBillPage.vue'), meta: { ...meta, title: '我的结算单' } },
  ],
} satisfies Duty
