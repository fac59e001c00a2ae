import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/el-message.css'
import 'element-plus/theme-chalk/el-message-box.css'
import 'element-plus/theme-chalk/el-notification.css'
import 'element-plus/theme-chalk/el-loading.css'
import './style.css'
import { ElLoading } from 'element-plus'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { listenToApi } from './common/api'
import { failed } from './common/notify'
import { useSession } from './common/session'
import { makeRouter } from './shell/router'
import { mendWidgets } from './shell/widgets'

const app = createApp(App)
app.use(createPinia())
app.use(makeRouter())
app.use(ElLoading)
app.config.errorHandler = (failure) => {
  console.error(failure)
  failed(failure)
}
listenToApi({ signedOut: () => useSession().expire() })
app.mount('#app')
mendWidgets()
