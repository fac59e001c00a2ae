import { User } from '@element-plus/icons-vue'
import type { Duty } from '../../common/duty'

const right = 'enrolment.person.view'

export default {
  menu: {
    title: '参保管理',
    icon: User,
    order: 2,
    items: [
      { title: '参保人员', path: '/enrolment/persons', right },
      { title: '业务办理', path: '/enrolment/acts', right },
      { title: '参保单位', path: '/enrolment/employers', right },
      { title: '关系转移', path: '/enrolment/transfers', right },
      { title: '参保统计', path: '/enrolment/statistics', right },
      { title: '动员名单', path: '/enrolment/missing', right },
      { title: '动员情况', path: '/enrolment/followups', right },
      { title: '疑点核查', path: '/enrolment/detections', right },
    ],
  },
  routes: [
    { path: '/enrolment/persons', component: () => import('./PersonsPage.vue'), meta: { title: '参保人员', right } },
    { path: '/enrolment/persons/:id', component: () => import('./PersonPage.vue'), meta: { title: '参保档案', right } },
    { path: '/enrolment/acts', component: () => import('./ActsPage.vue'), meta: { title: '业务办理', right } },
    { path: '/enrolment/acts/:id', component: () => import('./ActPage.vue'), meta: { title: '办理', right } },
    { path: '/enrolment/employers', component: () => import('./EmployersPage.vue'), meta: { title: '参保单位', right } },
    { path: '/enrolment/transfers', component: () => import('./TransfersPage.vue'), meta: { title: '关系转移', right } },
    { path: '/enrolment/transfers/:id', component: () => import('./CertificatePage.vue'), meta: { title: '参保凭证', right } },
    { path: '/enrolment/statistics', component: () => import('./StatisticsPage.vue'), meta: { title: '参保统计', right } },
    { path: '/enrolment/missing', component: () => import('./MissingPage.vue'), meta: { title: '动员名单', right } },
    { path: '/enrolment/followups', component: () => import('./FollowupsPage.vue'), meta: { title: '动员情况', right } },
    { path: '/enrolment/detections', component: () => import('./DetectionsPage.vue'), meta: { title: '疑点核查', right } },
  ],
} satisfies Duty
