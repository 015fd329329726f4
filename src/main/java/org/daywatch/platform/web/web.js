// Small comforts only; every page does its main act without this file.
addEventListener('offline', () => showOffline(true))
addEventListener('online', () => showOffline(false))
addEventListener('DOMContentLoaded', () => {
  showOffline(!navigator.onLine)
  document.getElementById('errors')?.focus()
})

function showOffline(offline) {
  const banner = document.getElementById('offline')
  if (banner) banner.hidden = !offline
}

// The account card and the phone's "More" close on Escape and on a click elsewhere.
addEventListener('keydown', event => {
  if (event.key !== 'Escape') return
  const open = document.querySelector('details.account[open], .phone details.rail-fold[open]')
  if (open) { open.open = false; open.querySelector('summary').focus() }
})
addEventListener('click', event => {
  const open = document.querySelector('details.account[open], .phone details.rail-fold[open]')
  if (open && !open.contains(event.target)) open.open = false
})

// What a swap changed is announced when the new part carries data-say="…".
document.addEventListener('htmx:afterSwap', event => {
  const said = event.detail.target?.querySelector?.('[data-say]')?.dataset.say
  const live = document.getElementById('live')
  if (said && live) live.textContent = said
})

// Without a connection the browser shows our page instead of its own.
navigator.serviceWorker?.register('/sw.js').catch(() => { /* a browser that forbids it shows its own page */ })
