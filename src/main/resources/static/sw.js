// Keeps on the device what works without a connection: the offline page, the page of alert buttons, the officer's log, their rounds, their lessons and the campus they assess, with their look and scripts, and
// nothing else: no page with anybody's data is ever stored. Where this person may press is kept by press-1-queue, in the device's own database.
self.trustedTypes?.createPolicy('default', { createScriptURL: address => /^\/rooms\/[\w./-]+\.js$/.test(address) ? address : null }) // scripts of this site alone
importScripts('/rooms/emergencies/devices/shell/press-1-queue.everywhere.js') // what was pressed and is not sent
importScripts('/rooms/emergencies/reach/push/push-worker.js') // what a push message shows
const KEPT = 'daywatch-offline-9'
const SLIDES = 'daywatch-slides' // and notes, of the next lessons of the phone's owner; lesson-queue keeps them
const ROOMS = '/rooms/emergencies/'
const LOG = '/rooms/transparency/activitylog/phone/'
const WALK = '/rooms/prevention/rounds/walk/'
const CAMPUS = '/rooms/prevention/assessments/walk/offline/'
const TEACH = '/rooms/training/sessions/phone/'
const LESSON = /^\/lessons\/sessions\/(today|[0-9a-f-]{36}(\/(record|begin|end))?)$/
const SLIDE = /^\/lessons\/[A-Z0-9-]+\/[0-9]+\/(en|es)\/slides\/[0-9]+$/
const NOTES = /^\/lessons\/[A-Z0-9-]+\/[0-9]+\/(en|es)\/(teach|notes)$/
const CAMPUSES = /^\/assessments(\/[0-9a-f-]{36}(\/walk\/[A-Z_]+)?)?$/
const SHELLS = ['/alert/shell?lang=en', '/alert/shell?lang=es', '/log/shell?lang=en', '/log/shell?lang=es', '/rounds/shell?lang=en', '/rounds/shell?lang=es',
  '/lessons/sessions/shell?lang=en', '/lessons/sessions/shell?lang=es', '/assessments/shell?lang=en', '/assessments/shell?lang=es']
const FILES = ['/offline.html', '/assets/daywatch.css', '/vendor/mark.svg', '/vendor/icons.svg', '/vendor/fonts/source-sans-regular.woff2', '/vendor/fonts/source-sans-semibold.woff2',
  '/vendor/fonts/source-sans-bold.woff2', '/vendor/fonts/public-sans-bold.woff2', '/vendor/img/usa-icons/unfold_more.svg', ROOMS + 'devices/shell/press-1-queue.everywhere.js', ROOMS + 'devices/shell/press-2-kept.everywhere.js', ROOMS + 'devices/shell/press-shell.js',
  ROOMS + 'alerts/alert-press.js', ROOMS + 'alerts/light/bright-light.everywhere.js', '/rooms/platform/web/kept-queue.everywhere.js',
  LOG + 'log-queue.everywhere.js', LOG + 'log-entry.js', WALK + 'rounds-queue.everywhere.js', WALK + 'round-walk.js', TEACH + 'lesson-queue.everywhere.js', TEACH + 'lesson-taps.js', '/rooms/training/lessons/pages/slides.js',
  '/rooms/training/lessons/pages/teach.js',
  '/rooms/platform/web/kept-files.everywhere.js', CAMPUS + 'walks-queue.everywhere.js', CAMPUS + 'campus-walk.js']
const PATIENCE = 4000
const ANY = { ignoreVary: true }

const fresh = address => new Request(address, { cache: 'reload' })
self.addEventListener('install', event => event.waitUntil(caches.open(KEPT).then(kept => kept.addAll([...FILES, ...SHELLS].map(fresh))).then(() => self.skipWaiting())))
self.addEventListener('activate', event => event.waitUntil(caches.keys()
  .then(names => Promise.all(names.filter(name => name !== KEPT && name !== SLIDES).map(name => caches.delete(name)))).then(() => self.clients.claim())))

self.addEventListener('fetch', event => {
  const { request } = event
  const path = new URL(request.url).pathname
  if (request.mode === 'navigate') event.respondWith(page(request, path))
  else if (FILES.includes(path)) event.respondWith(file(request, path))
})

/** Whoever may press gets the buttons at once when the site does not answer; everybody else the offline page. */
async function page(request, path) {
  const pressing = path === '/' || path === '/alert' || path === '/alert/shell'
  try {
    const hurried = path === '/alert' || path === '/' && await daywatchPresses.canPress() // with / the app on the home screen opens
    const answer = await (hurried ? Promise.race([fetch(request), new Promise((ok, no) => setTimeout(no, PATIENCE))]) : fetch(request))
    if (!pressing || answer.status < 502) return answer
  } catch { /* below */ }
  const own = navigator.language.startsWith('es') ? 'es' : 'en'
  if (path === '/log') return caches.match('/log/shell?lang=' + own, ANY)
  if (path === '/rounds' || path === '/rounds/walk' || path.startsWith('/rounds/at/')) return caches.match('/rounds/shell?lang=' + own, ANY)
  if (SLIDE.test(path)) return await caches.match(path.replace(/[0-9]+$/, '1'), ANY) ?? caches.match('/offline.html', ANY)
  if (NOTES.test(path)) return await caches.match(path.replace(/teach$/, 'notes'), ANY) ?? caches.match('/offline.html', ANY)
  if (LESSON.test(path)) return caches.match('/lessons/sessions/shell?lang=' + own, ANY)
  if (CAMPUSES.test(path)) return caches.match('/assessments/shell?lang=' + own, ANY)
  if (!pressing || !await daywatchPresses.canPress()) return caches.match('/offline.html', ANY)
  const lang = (await daywatchPresses.words())?.lang ?? own
  return caches.match('/alert/shell?lang=' + lang, ANY)
}

/** The newest there is; what came is kept for the next time without a connection. */
async function file(request, path) {
  try {
    const answer = await fetch(request)
    const copy = answer.clone()
    if (answer.status === 200) caches.open(KEPT).then(kept => kept.put(path, copy)).catch(() => { /* no room */ })
    return answer
  } catch { return caches.match(path, ANY) }
}

// Where the browser can, it calls back when the connection is there, also after every page was closed; and again, later, if that did not get through.
self.addEventListener('sync', event => {
  if (event.tag === 'presses') event.waitUntil(sendKept())
})
async function sendKept() {
  await daywatchPresses.flush()
  for (const press of await daywatchPresses.list()) {
    if (!press.accepted && press.refused === undefined && !await daywatchPresses.asks(press)) throw new Error('a press is not sent yet')
  }
}
