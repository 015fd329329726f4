// Gathers the chosen icons (icons.txt: NAME or NAME:SOURCE) into one sprite: <use href="/vendor/icons.svg#NAME">.
import { readFileSync, writeFileSync } from 'node:fs'

const [from, to] = process.argv.slice(2)
const symbols = readFileSync('icons.txt', 'utf8').trim().split('\n').map(line => {
  const [name, source = name] = line.trim().split(':')
  const svg = readFileSync(`${from}/${source}.svg`, 'utf8')
  const viewBox = /viewBox="([^"]+)"/.exec(svg)?.[1] ?? '0 0 24 24'
  const drawing = svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '').trim()
  return `<symbol id="${name}" viewBox="${viewBox}">${drawing}</symbol>`
})
writeFileSync(to, `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`)
