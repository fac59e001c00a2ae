import { TrendCharts } from '@element-plus/icons-vue'
import type { Duty } from '../../common/duty'

const right = 'performance.sheet.view'

export default {
  menu: {
    title: '绩效管理',
    icon: TrendCharts,
    order: 50,
    items: [
      { title: '目标申报', path: '/performance/targets', right },
      { title: '运行监控', path: '/performance/monitors', right },
      { title: '绩效自评', path: '/performance/evaluations', right },
      {
        title: '评审',
        path: '/performance/reviews',
        right: ['performance.target.review', 'performance.evaluation.review', 'performance.evaluation.confirm', 'performance.review.edit'],
      },
      { title: '部门汇总', path: '/performance/summary', right },
      { title: '指标库', path: '/performance/library', right },
    ],
  },
  routes: [
    { path: '/performance/targets', component: () => import('./TargetsPage.vue'), meta: { title: '目标申报', right } },
    { path: '/performance/targets/:id', component: () => import('./TargetPage.vue'), meta: { title: '绩效目标表', right } },
    { path: '/performance/monitors', component: () => import('./MonitorsPage.vue'), meta: { title: '运行监控', right } },
    { path: '/performance/monitors/:id/:month', component: () => import('./MonitorPage.vue'), meta: { title: '运行监控表', right } },
    { path: '/performance/evaluations', component: () => import('./EvaluationsPage.vue'), meta: { title: '绩效自评', right } },
    { path: '/performance/evaluations/:id', component: () => import('./EvaluationPage.vue'), meta: { title: '绩效自评表', right } },
    { path: '/performance/reviews', component: () => import('./ReviewsPage.vue'), meta: { title: '评审', right } },
    { path: '/performance/reviews/:id', component: () => import('./ReviewPage.vue'), meta: { title: '重点评价', right } },
    { path: '/performance/summary', component: () => import('./SummaryPage.vue'), meta: { title: '部门汇总', right } },
    { path: '/performance/library', component: () => import('./LibraryPage.vue'), meta: { title: '指标库', right } },
  ],
} satisfies Duty
