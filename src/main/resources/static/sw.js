// Keeps the offline page and its look on the device, and nothing else: no page with anybody's data is ever stored.
importScripts('/rooms/emergencies/reach/push/push-worker.js') // what a push message shows
const KEPT = 'daywatch-offline-1'
const FILES = ['/offline.html', '/assets/daywatch.css', '/vendor/mark.svg', '/vendor/fonts/source-sans-regular.woff2', '/vendor/fonts/source-sans-semibold.woff2',
  '/vendor/fonts/public-sans-bold.woff2']

self.addEventListener('install', event => event.waitUntil(caches.open(KEPT).then(kept => kept.addAll(FILES)).then(() => self.skipWaiting())))
self.addEventListener('activate', event => event.waitUntil(caches.keys()
  .then(names => Promise.all(names.filter(name => name !== KEPT).map(name => caches.delete(name)))).then(() => self.clients.claim())))
self.addEventListener('fetch', event => {
  const { request } = event
  const path = new URL(request.url).pathname
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => caches.match('/offline.html')))
  else if (FILES.includes(path)) event.respondWith(fetch(request).catch(() => caches.match(path, { ignoreSearch: true })))
})
