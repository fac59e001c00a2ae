import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import components from 'unplugin-vue-components/vite'
import { defineConfig } from 'vitest/config'
import { version } from './package.json' with { type: 'json' }

/** The application that answers /api while developing. */
const application = process.env.TONGCHOU_URL ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [vue(), components({ dirs: [], dts: false, resolvers: [ElementPlusResolver({ importStyle: 'css' })] })],
  define: { __VERSION__: JSON.stringify(version) },
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // Found while running they would reload the page in the middle of work.
  optimizeDeps: { include: ['element-plus/es', 'element-plus/es/components/*/style/css', '@element-plus/icons-vue'] },
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  server: {
    host: '127.0.0.1',
    port: Number(process.env.TONGCHOU_CONSOLE_PORT ?? 5173),
    proxy: { '/api': application, '/public': application, '/actuator': application },
  },
  test: { environment: 'happy-dom', include: ['tests/**/*.test.ts'] },
})
