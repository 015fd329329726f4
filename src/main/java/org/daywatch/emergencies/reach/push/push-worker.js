// Part of /sw.js. Woken by a push message, which holds an id and nothing else. Fetching the words is the receipt that this browser got it.
self.addEventListener('push', event => event.waitUntil(show(event.data?.json().id)))

async function show(id) {
  try {
    const answer = await fetch('/push/' + encodeURIComponent(id), { headers: { Accept: 'application/json' }, credentials: 'same-origin' })
    if (answer.ok) {
      const words = await answer.json()
      if (words.quiet) return quietly(words)
      return self.registration.showNotification(words.title, { body: words.body, tag: words.tag, renotify: true, requireInteraction: true, data: words.link })
    }
    if (answer.status === 410) return // over meanwhile: an old alert is never shown as new
  } catch { /* below */ }
  // Signed out, or no way to the site. It is not known here whether it is a drill, so it says nothing that could be taken for one or the other.
  return self.registration.showNotification('Daywatch', { body: 'Open Daywatch now. / Abra Daywatch ahora.', tag: 'daywatch', renotify: true, data: '/alerts' })
}

// The weekly test is no news. A browser that was woken must show something, or it takes its permission back after a few times: so this is shown without a sound and is gone at once.
async function quietly({ title, tag }) {
  await self.registration.showNotification(title, { tag, silent: true })
  for (const shown of await self.registration.getNotifications({ tag })) shown.close()
}

self.addEventListener('notificationclick', event => {
  event.notification.close()
  event.waitUntil(self.clients.openWindow(event.notification.data ?? '/alerts'))
})
