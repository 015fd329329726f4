// Which device this is: a number the browser chose itself and keeps, sent only with the answer to a silent test and with the place it is given.
(() => {
  const name = 'daywatch-device'
  const fresh = () => crypto.randomUUID?.() ?? '00000000-0000-4000-8000-' + Date.now().toString(16).padStart(12, '0')
  const read = () => { try { return localStorage.getItem(name) ?? '' } catch { return '' } }
  if (globalThis.daywatchAlerts) daywatchAlerts.device = read
  for (const field of document.querySelectorAll('[data-device]')) {
    try {
      if (!read()) localStorage.setItem(name, fresh())
    } catch { /* a private window keeps nothing */ }
    field.value = read()
  }
})()
