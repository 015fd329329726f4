// Makes this browser's key: the private half can be used here and read by nobody, not even by this page.
(() => {
  const form = document.getElementById('device-here')
  if (!form) return
  const result = document.getElementById('device-result'), words = form.dataset, button = form.querySelector('button')
  const base64 = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes)))

  daywatchPresses.device().then(device => {
    const line = device && document.querySelector('[data-device-key="' + device.id + '"].device-COUNTS')
    if (!line) return
    line.querySelector('.device-this').hidden = false
    result.textContent = words.has
  })

  form.addEventListener('submit', async event => {
    event.preventDefault()
    if (!form.reportValidity()) return
    button.disabled = true
    try {
      const pair = await makePair()
      if (!pair) { result.textContent = words.cannot; return }
      const fields = new URLSearchParams(new FormData(form))
      fields.set('key', base64(await crypto.subtle.exportKey('spki', pair.publicKey)))
      const answer = await fetch(form.action, { method: 'POST', body: fields })
      const said = await answer.json()
      if (!answer.ok) { result.textContent = said.detail ?? words.failed; return }
      await daywatchPresses.keepDevice({ ...said, key: pair.privateKey })
      location.reload()
    } catch { result.textContent = words.failed } finally { button.disabled = false }
  })

  async function makePair() {
    try {
      return await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify'])
    } catch { return null }
  }
})()
