import { OfficeBuilding } from '@element-plus/icons-vue'
import type { Duty } from '../../common/duty'

const right = 'provider.institution.view'

export default {
  menu: {
    title: '定点管理',
    icon: OfficeBuilding,
    order: 4,
    items: [
      { title: '医药机构', path: '/provider/institutions', right },
      { title: '服务协议', path: '/provider/agreements', right },
      { title: '医务人员', path: '/provider/staff', right },
      { title: '待复核事项', path: '/provider/acts', right },
      { title: '村村通', path: '/provider/villages', right },
    ],
  },
  routes: [
    { path: '/provider/institutions', component: () => import('./InstitutionsPage.vue'), meta: { title: '医药机构', right } },
    { path: '/provider/agreements', component: () => import('./AgreementsPage.vue'), meta: { title: '服务协议', right } },
    { path: '/provider/agreements/:id(\\d+)', component: () => import('./AgreementPage.vue'), meta: { title: '服务协议', right } },
    { path: '/provider/staff', component: () => import('./StaffPage.vue'), meta: { title: '医务人员', right } },
    { path: '/provider/acts', component: () => import('./ActsPage.vue'), meta: { title: '待复核事项', right } },
    { path: '/provider/villages', component: () => import('./VillagesPage.vue'), meta: { title: '村村通', right } },
  ],
} satisfies Duty
