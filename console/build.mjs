// Builds the console for the platform's jar: installs packages when the lock changed, builds when a source changed.
import { execSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const STAMPS = 'target/stamps'

function files(path) {
  return statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => files(join(path, name)))
    : [path]
}

function digest(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(files).filter((file) => !file.endsWith('schema.d.ts'))) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function unlessDone(name, stamp, product, command) {
  const file = join(STAMPS, name)
  if (existsSync(product) && existsSync(file) && readFileSync(file, 'utf8') === stamp) {
    return
  }
  execSync(command, { stdio: 'inherit' })
  mkdirSync(STAMPS, { recursive: true })
  writeFileSync(file, stamp)
}

const packages = digest(['package.json', 'package-lock.json'])
unlessDone('packages', packages, 'node_modules/.package-lock.json', 'npm ci --no-progress')
const sources = digest(['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', '../docs/api/openapi.json'])
unlessDone('dist', packages + sources, 'dist/index.html', 'npm run build')
