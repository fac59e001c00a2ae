import { Connection } from '@element-plus/icons-vue'
import type { Duty } from '../../common/duty'

const access = 'gateway.access.view'
const call = 'gateway.call.view'

export default {
  menu: {
    title: '接口网关',
    icon: Connection,
    order: 5.5,
    items: [
      { title: '机构接入', path: '/gateway/accesses', right: access },
      { title: '接口交易', path: '/gateway/transactions', right: call },
      { title: '调用记录', path: '/gateway/calls', right: call },
      { title: '接口字典', path: '/gateway/dictionaries', right: call },
    ],
  },
  routes: [
    { path: '/gateway/accesses', component: () => import('./AccessesPage.vue'), meta: { title: '机构接入', right: access } },
    { path: '/gateway/transactions', component: () => import('./TransactionsPage.vue'), meta: { title: '接口交易', right: call } },
    { path: '/gateway/calls', component: () => import('./CallsPage.vue'), meta: { title: '调用记录', right: call } },
    { path: '/gateway/dictionaries', component: () => import('./DictionariesPage.vue'), meta: { title: '接口字典', right: call } },
  ],
} satisfies Duty
