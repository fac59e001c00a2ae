import './desk.css'

/** The pages of manual reimbursement, claims and family accounts. */
export const DESK_PAGES = [
  { title: '手工报销', path: '/settlement/manual', right: 'settlement.manual.view', component: () => import('./ManualPage.vue') },
  { title: '先行支付与追偿', path: '/settlement/claims', right: 'settlement.advance.view', component: () => import('./ClaimsPage.vue') },
  { title: '家庭共济', path: '/settlement/family', right: 'settlement.mutual.view', component: () => import('./FamilyPage.vue') },
]
