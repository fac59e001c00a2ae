import { Upload } from '@element-plus/icons-vue'
import type { Duty } from '../../common/duty'

export default {
  menu: {
    title: '导入',
    icon: Upload,
    order: 30,
    items: [
      { title: '导入批次', path: '/imports', right: 'accounts.import.view' },
      { title: '导入模板', path: '/import-templates', right: 'accounts.import.view' },
    ],
  },
  routes: [
    { path: '/imports', component: () => import('./BatchesPage.vue'), meta: { title: '导入批次', right: 'accounts.import.view' } },
    { path: '/imports/new', component: () => import('./NewImportPage.vue'), meta: { title: '导入文件', right: 'accounts.import.upload' } },
    { path: '/imports/:id(\\d+)', component: () => import('./BatchPage.vue'), meta: { title: '导入批次', right: 'accounts.import.view' } },
    { path: '/import-templates', component: () => import('./TemplatesPage.vue'), meta: { title: '导入模板', right: 'accounts.import.view' } },
  ],
} satisfies Duty
