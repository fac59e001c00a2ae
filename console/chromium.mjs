// Puts a Chromium for the browser tests into a folder, without root: node chromium.mjs FOLDER.
// It comes from a package of the npm registry, which holds the browser, its libraries and its renderer compressed.
import { execFileSync } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'

const VERSION = '153.0.0'
const folder = resolve(process.argv[2] ?? 'target/chromium')
const starter = join(folder, 'chromium')

async function unpack(from, to, mode = 0o644) {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode }))
}

if (!existsSync(starter)) {
  rmSync(folder, { recursive: true, force: true })
  const libraries = join(folder, 'lib')
  mkdirSync(libraries, { recursive: true })
  execFileSync(
    'npm',
    ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--engine-strict=false', `@sparticuz/chromium@${VERSION}`],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const packed = join(folder, 'node_modules', '@sparticuz', 'chromium', 'bin')
  await unpack(join(packed, 'chromium.br'), join(libraries, 'chromium'), 0o755)
  for (const archive of ['al2023.tar', 'swiftshader.tar']) {
    const tar = join(folder, archive)
    await unpack(join(packed, `${archive}.br`), tar)
    execFileSync('tar', ['-xf', tar, '-C', libraries])
    rmSync(tar)
  }
  rmSync(join(folder, 'node_modules'), { recursive: true })
  // Written last: an interrupted unpacking begins anew.
  writeFileSync(
    starter,
    `#!/bin/sh\nLD_LIBRARY_PATH='${libraries}/lib:${libraries}' exec '${libraries}/chromium' "$@"\n`,
    { mode: 0o755 },
  )
}
console.log(starter)
