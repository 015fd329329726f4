// Allows this browser to be woken: asked for by the button only, never by itself.
(() => {
  const button = document.getElementById('push-allow')
  if (!button) return
  const result = document.getElementById('push-result'), words = button.dataset
  if (!('serviceWorker' in navigator) || !('PushManager' in globalThis)) {
    button.disabled = true
    result.textContent = words.cannot
    return
  }
  const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0))

  button.addEventListener('click', async () => {
    result.textContent = ''
    if (await Notification.requestPermission() !== 'granted') {
      result.textContent = words.denied
      return
    }
    try {
      const ready = await navigator.serviceWorker.ready
      const subscription = (await ready.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(words.key) })).toJSON()
      const form = new URLSearchParams(new FormData(button.form))
      form.set('endpoint', subscription.endpoint)
      form.set('p256dh', subscription.keys.p256dh)
      form.set('auth', subscription.keys.auth)
      const answer = await fetch('/me/push', { method: 'POST', body: form })
      if (answer.ok) return location.reload()
    } catch { /* below */ }
    result.textContent = words.failed
  })
})()
