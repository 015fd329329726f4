// Hold a button for two seconds. Without this file the same button leads to a page that asks once.
(() => {
  const HELD = 2000
  const form = document.getElementById('alert-press'), sent = document.getElementById('alert-sent')
  if (!form) return
  document.querySelector('.alert-press').classList.add('alert-press-hold')
  let timer, pressed

  function begin(button) {
    if (timer || form.dataset.done) return
    pressed = button
    button.classList.add('alert-button-held')
    timer = setTimeout(() => { stop(); send(button) }, HELD)
  }
  function stop() {
    clearTimeout(timer)
    timer = undefined
    pressed?.classList.remove('alert-button-held')
  }

  for (const button of form.querySelectorAll('.alert-button')) {
    button.addEventListener('pointerdown', event => { if (event.button === 0) begin(button) })
    for (const end of ['pointerup', 'pointerleave', 'pointercancel']) button.addEventListener(end, stop)
    button.addEventListener('contextmenu', event => event.preventDefault())
    button.addEventListener('keydown', event => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      if (!event.repeat) begin(button)
    })
    button.addEventListener('keyup', stop)
    button.addEventListener('blur', stop)
    // A tap that is no hold does nothing; what clicks without a pointer (a switch, a screen reader) gets the page that asks.
    button.addEventListener('click', event => { if (event.detail > 0) event.preventDefault() })
  }

  function say(key, fallback) {
    sent.hidden = false
    sent.textContent = daywatchAlerts.words?.()?.[key] ?? fallback
    sent.scrollIntoView?.({ block: 'nearest' })
  }

  /** The same id until it is accepted: the lane first, then the site, then both again. Until then it says NOT SENT. */
  async function send(button) {
    const fields = new FormData(form), press = Object.fromEntries(fields)
    press.action = button.value
    if (press.action !== 'SHELTER') press.detail = ''
    form.dataset.done = 'true'
    say('notSent', 'NOT SENT')
    for (let round = 0; ; round++) {
      const alert = await byLane(press) ?? await bySite(press)
      if (alert) {
        say('accepted', 'OK')
        if (alert !== true) location.assign(alert)
        return
      }
      await new Promise(wait => setTimeout(wait, Math.min(5000, 500 * 2 ** round)))
    }
  }

  async function byLane(press) {
    const lane = daywatchAlerts.lane?.()
    if (!lane) return null
    const room = document.getElementById('alert-room')?.selectedOptions[0]
    const place = [room?.value && room.textContent, press.place].filter(Boolean).join(', ')
    try {
      const answer = await fetch(lane.url + '/lane/presses', { method: 'POST', signal: AbortSignal.timeout(3000),
        headers: { 'Content-Type': 'application/json', Authorization: 'Bearer ' + lane.token },
        body: JSON.stringify({ id: press.id, school: press.school, status: press.status, action: press.action, detail: press.detail, room: press.room || undefined,
          place, note: press.note, source: 'WEB', deviceAt: new Date().toISOString() }) })
      return answer.status === 202 ? true : null
    } catch { return null }
  }

  async function bySite(press) {
    try {
      const csrf = form.dataset.csrf
      const answer = await fetch('/alert', { method: 'POST', body: new URLSearchParams({ ...press, _csrf: csrf }), signal: AbortSignal.timeout(5000) })
      return answer.ok && answer.redirected ? answer.url : null
    } catch { return null }
  }
})()
