// Hold a button for two seconds. Without this file the same button leads to a page that asks once.
(() => {
  const HELD = 2000, SLID = 40 // milliseconds; pixels, more than a hand trembles
  const CHOSEN = 15 * 60_000 // what somebody chose is no longer where they are after a lesson
  const form = document.getElementById('alert-press'), sent = document.getElementById('alert-sent')
  if (!form) return
  document.querySelector('.alert-press').classList.add('alert-press-hold')
  let timer, pressed, pressedAt, byKey, from, hinted

  function begin(button, keyed) {
    if (timer) return
    byKey = keyed
    pressed = button
    pressedAt = performance.now()
    button.classList.add('alert-button-held')
    roomNow()
    timer = setTimeout(() => { stop(); send(button, keyed) }, HELD)
  }
  function stop() {
    clearTimeout(timer)
    timer = undefined
    pressed?.classList.remove('alert-button-held')
  }

  /** Whoever moves the mouse away from it takes the press back. */
  function within(button, event) {
    const box = button.getBoundingClientRect()
    return event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom
  }

  /** A short tap is no press: the button says so for a moment. */
  function hint(button) {
    const said = form.querySelector('.alert-button-hint') ?? document.createElement('strong')
    said.className = 'alert-button-hint'
    said.setAttribute('role', 'status')
    button.querySelector('span').append(said)
    said.textContent = document.querySelector('.alert-how-hold').textContent
    clearTimeout(hinted)
    hinted = setTimeout(() => said.remove(), 4000)
  }

  for (const button of form.querySelectorAll('.alert-button')) {
    button.addEventListener('pointerdown', event => {
      if (event.button !== 0) return
      from = event
      begin(button)
      // An alert that comes meanwhile may cover it: the button is held all the same.
      try { button.setPointerCapture(event.pointerId) } catch { /* no pointer of this browser, as from an aid: held without */ }
    })
    button.addEventListener('pointermove', event => {
      const slid = Math.hypot(event.clientX - from?.clientX, event.clientY - from?.clientY) > SLID
      if (timer && event.pointerType !== 'touch' && slid && !within(button, event)) stop()
    })
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) button.addEventListener(end, stop)
    button.addEventListener('contextmenu', event => event.preventDefault())
    button.addEventListener('keydown', event => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      if (!event.repeat) begin(button, true)
    })
    button.addEventListener('keyup', stop)
    button.addEventListener('blur', () => { if (byKey) stop() }) // the key is let go elsewhere; a hand is let go here, whatever comes up over the page
    // A tap that is no hold does nothing; what clicks without a pointer (a switch, a screen reader) gets the page that asks.
    button.addEventListener('click', event => {
      if (event.detail === 0) return
      event.preventDefault()
      if (pressedAt && performance.now() - pressedAt < HELD) hint(button)
    })
  }

  /** Under each name what it is called in the other languages of the school, as this device was told when there was a connection. */
  async function tongues() {
    const school = (await daywatchPresses.schools()).find(one => one.id === form.elements.school.value)
    for (const old of form.querySelectorAll('.alert-button-tongue')) old.remove()
    for (const button of form.querySelectorAll('.alert-button')) {
      for (const { tag, rtl, words } of school?.languages ?? []) {
        if (tag === document.documentElement.lang || !words[button.value]) continue
        const name = document.createElement('b')
        Object.assign(name, { className: 'alert-button-tongue', lang: tag, dir: rtl ? 'rtl' : 'ltr', textContent: words[button.value] })
        button.querySelector('small').before(name)
      }
    }
  }
  /** The room of this lesson: the page may be open since the first one, or be kept on a phone without a connection. */
  async function roomNow() {
    const select = document.getElementById('alert-room'), room = await daywatchPresses.roomNow(form.elements.school.value)
    if (!select || Date.now() - select.dataset.chosen < CHOSEN || room === undefined) return
    delete select.dataset.chosen
    select.value = [...select.options].some(option => option.value === room) ? room : ''
    select.dataset.suggested = select.value
    const said = document.getElementById('alert-room-said')
    if (said) said.hidden = !select.value
  }
  setInterval(roomNow, 15_000)
  document.addEventListener('visibilitychange', roomNow)

  form.addEventListener('change', event => {
    if (event.target.name === 'room') event.target.dataset.chosen = Date.now()
    if (event.target.name !== 'school') return
    delete document.getElementById('alert-room').dataset.chosen
    tongues()
    roomNow()
  })
  addEventListener('profile-kept', () => { tongues(); roomNow() })
  tongues()
  roomNow()

  const installed = document.getElementById('press-shell') || matchMedia('(display-mode: standalone)').matches
  const fresh = () => crypto.randomUUID?.() ?? '00000000-0000-4000-8000-' + (Date.now() * 4096 + Math.floor(Math.random() * 4096)).toString(16).slice(-12)
  let last, words
  daywatchPresses.words().then(kept => { words = kept })

  /** One knock: taken from the finger; two: accepted. */
  const feel = pattern => { if (!matchMedia('(prefers-reduced-motion: reduce)').matches) navigator.vibrate?.(pattern) }

  function say(key, fallback, more) {
    sent.hidden = false
    sent.textContent = [globalThis.daywatchAlerts?.words?.()?.[key] ?? words?.[key] ?? fallback, more].filter(Boolean).join(' ')
    sent.scrollIntoView?.({ block: 'nearest' })
  }

  /** Kept on this device first, then sent until it is accepted, also after this page is closed. Until then it says NOT SENT. */
  function send(button, keyed) {
    const press = Object.fromEntries(new FormData(form)), roomField = document.getElementById('alert-room'), room = roomField?.selectedOptions[0]
    press.action = button.value
    if (press.action !== 'SHELTER') press.detail = ''
    const guessed = roomField?.dataset.suggested && !roomField.dataset.chosen && !press.action.startsWith('HELP_')
    if (guessed) press.room = '' // where they should be by the timetable: enough for help to come, not to tell the school
    last = press
    form.elements.id.value = fresh()
    say(press.status === 'ACTUAL' ? 'notSent' : 'notSent.drill', 'NOT SENT')
    feel(150)
    daywatchPresses.add({ ...press, schoolName: form.dataset.schoolName, roomName: press.room ? room.textContent : '', at: Date.now(), source: installed ? 'PHONE' : keyed ? 'KEYBOARD' : 'WEB' })
  }

  addEventListener('presses-changed', event => {
    if (event.detail.id !== last?.id || !event.detail.accepted) return
    if (last.action.startsWith('HELP_')) try { localStorage.setItem('help-call:' + (event.detail.alert ?? last.id), '1') } catch { /* private window: the site says so too */ }
    const graver = globalThis.daywatchAlerts?.graver?.(last) // told by somebody else: a press of less does not take it back
    if (graver) say('stays', 'OK', daywatchAlerts.words()[graver.action + '.name'] + '.')
    else say(last.action.startsWith('HELP_') && document.getElementById('help-calls') ? 'accepted.help' : 'accepted', 'OK')
    if (last.action.startsWith('HELP_')) for (const after of [0, 700, 2500]) setTimeout(() => { globalThis.htmx?.trigger(document.body, 'help-called'); if (after === 700) document.getElementById('help-calls')?.scrollIntoView({ block: 'start' }) }, after) // the records have it a moment later
    feel([80, 60, 80])
  })
})()
