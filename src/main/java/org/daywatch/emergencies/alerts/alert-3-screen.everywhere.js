// Hears of alerts: from the lane's stream, or, where that cannot be reached, from the doorbell and by asking now and then.
(() => {
  const may = (document.body.dataset.may ?? '').split(' ')
  if (may.includes('ALERT_PRESS')) {
    addEventListener('keydown', event => {
      if (event.altKey && event.shiftKey && event.code === 'KeyL') { event.preventDefault(); location.assign('/alert') }
    })
  }
  if (!may.includes('ALERT_READ')) return

  const alerts = new Map(), small = new Set(), said = new Map(), onView = new Map(), gone = new Set(), past = new Map(), apart = new Set(), mine = new Set(), onLane = new Set(), figures = new Map()
  const NOTICED = 400, SAID_OVER = 30_000
  let screen, key, stream, laneOpen = false, missed = 0

  const remembered = name => { try { return localStorage.getItem(name) } catch { return null } }
  const remember = (name, value) => { try { localStorage.setItem(name, value) } catch { /* private window */ } }

  /** What the site says stands here, for this reader. */
  async function look(words = !screen?.words) {
    const answer = await fetch('/alerts/screen?words=' + words, { headers: { Accept: 'application/json' } })
    if (!answer.ok) return
    const fresh = await answer.json()
    for (const id of fresh.apart) apart.add(id)
    for (const alert of fresh.alerts) mine.add(alert.alert)
    return fresh
  }

  /** Whom a drill reaches the school's drill plan says, and the site knows. Where it does not say so within two seconds, however long each answer takes, the drill is shown. */
  async function planned(alert) {
    let over = false
    const asked = async () => {
      for (let tries = 0; !over && tries < 6 && !apart.has(alert.alert) && !mine.has(alert.alert); tries++) {
        if (tries) await new Promise(later => setTimeout(later, 350))
        await look().catch(() => {})
      }
    }
    await Promise.race([asked(), new Promise(later => setTimeout(later, 2000))])
    over = true
    return !apart.has(alert.alert)
  }

  async function ask() {
    try {
      let fresh = await look()
      if (fresh && !fresh.words && fresh.languages !== screen.languages) fresh = await look(true) // a school speaks another language since
      if (!fresh) return
      screen = { ...fresh, words: fresh.words ?? screen?.words, own: fresh.own ?? screen?.own }
      key ??= await importKey(screen.key)
      for (const id of fresh.ended) gone.add(id)
      const standing = new Set(fresh.alerts.map(a => a.alert)), over = new Set(fresh.over)
      // What this very connection has told stands until it says otherwise: the site may not have it in its records yet.
      for (const [id, alert] of alerts) if (!standing.has(id) && (gone.has(id) || over.has(id) || !laneOpen || !onLane.has(id))) over.has(id) ? end(alert) : alerts.delete(id)
      for (const [id, known] of Object.entries(fresh.reach ?? {})) figures.set(id, known)
      for (const alert of fresh.alerts) await hear(alert)
      listen()
      draw()
    } catch { /* the site is away: what is shown stays, the lane goes on */ }
  }

  async function importKey(text) {
    try {
      return await crypto.subtle.importKey('spki', Uint8Array.from(atob(text), c => c.charCodeAt(0)), { name: 'Ed25519' }, false, ['verify'])
    } catch { return null } // a browser without Ed25519 goes by the connection alone
  }

  async function genuine(a) {
    if (!key) return true
    const sealed = ['daywatch-alert-2', a.alert, a.version, a.told, a.school, a.status, a.action, a.detail, a.state, a.since].join('\n')
    try {
      return await crypto.subtle.verify('Ed25519', key, Uint8Array.from(atob(a.signature), c => c.charCodeAt(0)), new TextEncoder().encode(sealed))
    } catch { return false }
  }

  /** A call for help this person made: here, or on another device, as the site says. */
  const ownCall = alert => Boolean(screen.calls?.[alert.alert]?.own || remembered('help-call:' + alert.alert))
  const concerns = alert => !alert.action.startsWith('HELP_') || screen.leads || ownCall(alert)

  async function hear(alert) {
    const old = () => gone.has(alert.alert) || alerts.get(alert.alert)?.version >= alert.version
    if (old()) return
    if (!await genuine(alert)) return tell(screen.words.unverified)
    if (old()) return // it ended, or was merged, while the signature was checked
    if (alert.state === 'ENDED' || alert.state === 'CANCELLED') return end(alert)
    if (!concerns(alert) || alert.status === 'EXERCISE' && !await planned(alert)) return
    if (old()) return
    const fresh = !(alerts.get(alert.alert)?.told >= alert.told) // else something became of it, and nobody is told anything else
    alerts.set(alert.alert, alert)
    acknowledge(alert, 'DELIVERED', alert.status === 'TEST' ? daywatchAlerts.device?.() ?? '' : '') // a test asks which device it is
    alert.schoolName ||= screen.schools[alert.school]?.name ?? ''
    alert.zone ||= screen.schools[alert.school]?.zone ?? ''
    if (!fresh) return
    if (quietPage(alert) || ownCall(alert) || remembered('alert-small:' + alert.alert) === String(alert.told)) small.add(alert.alert)
    else small.delete(alert.alert)
    const [told, answer] = (remembered('alert-said:' + alert.alert) ?? '').split(' ')
    if (told === String(alert.told)) said.set(alert.alert, answer)
    else said.delete(alert.alert)
    if (alert.status === 'TEST' || ownCall(alert)) return
    const sounded = soundOf(alert)
    if (!remembered(sounded)) { remember(sounded, '1'); daywatchAlerts.sound(alert, screen.words) }
    onView.set(alert.alert, performance.now())
  }

  /** Whoever was shown an alert reads that it is over before their screen clears. */
  function end(alert) {
    const shown = alerts.get(alert.alert)
    gone.add(alert.alert)
    if (!alerts.delete(alert.alert) || alert.status === 'TEST' || past.has(alert.alert)) return
    past.set(alert.alert, { ...shown, since: alert === shown ? new Date().toISOString() : alert.since })
    setTimeout(() => act.cleared(alert), SAID_OVER)
    tell(daywatchAlerts.over(shown, { ...screen.words, own: screen.own }))
  }

  const soundOf = alert => 'alert-sounded:' + alert.alert + ':' + alert.told

  /** Two had pressed in the same moment on two servers: both alerts were one, and it does not sound twice. */
  function merge({ alert: from, into }) {
    const before = alerts.get(from), after = alerts.get(into)
    gone.add(from)
    gone.delete(into)
    alerts.delete(from)
    if (before && small.has(from)) small.add(into)
    if (before && !after) remember(soundOf({ alert: into, told: before.told }), '1')
    setTimeout(draw, 200) // the other comes at once, and the page must not stand bare meanwhile
  }

  /** Pages that show the same themselves, or on which somebody is about to press. */
  const ownDrill = alert => alert.status === 'EXERCISE' && location.pathname.startsWith('/drills/' + alert.alert) // whoever runs the drill needs their buttons
  const quietPage = alert => ownDrill(alert) || location.pathname.startsWith('/alerts/' + alert.alert) || location.pathname.startsWith('/alert') && !location.pathname.startsWith('/alerts')

  function tell(text) {
    const live = document.getElementById('live')
    if (live) live.textContent = text
  }

  /**
   * Seen is what somebody does: they come to this page, or touch, move or type while the alert is on it. A hidden tab has shown nothing
   * to anybody, and a page left open on a desk nobody sits at has not either. Whoever was typing when it came gets a moment to notice.
   */
  function seen(event) {
    if (event.type === 'pointermove' && !event.movementX && !event.movementY) return // the page moved under a pointer that lies still
    if (!event.isTrusted || document.visibilityState !== 'visible' || !document.hasFocus()) return
    for (const alert of alerts.values()) {
      if (alert.status === 'TEST') continue // of a test there is nothing to see
      if (performance.now() - (onView.get(alert.alert) ?? 0) > NOTICED) acknowledge(alert, 'SEEN')
    }
  }

  const sent = new Set()
  async function acknowledge(alert, kind, note = '') {
    const once = alert.alert + ':' + alert.told + kind
    if (sent.has(once) && (kind === 'DELIVERED' || kind === 'SEEN')) return true // what a person says is sent as often as they say it
    sent.add(once)
    const id = crypto.randomUUID?.() ?? '00000000-0000-4000-8000-' + Date.now().toString(16).padStart(12, '0')
    try {
      if (laneOpen) {
        const answer = await fetch(screen.lane.url + '/lane/acks', { method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: 'Bearer ' + screen.lane.token },
          body: JSON.stringify({ id, alert: alert.alert, school: alert.school, version: alert.version, kind, note }) }).catch(() => null)
        if (answer?.status === 202) return true
      }
      const form = new URLSearchParams({ _csrf: screen.csrf, ack: id, version: alert.version, kind, note })
      const answer = await fetch('/alerts/' + alert.alert + '/acks', { method: 'POST', body: form })
      if (answer.ok) return true
    } catch { /* below */ }
    sent.delete(once)
    return false
  }

  const act = {
    async say(alert, kind) {
      said.set(alert.alert, 'held')
      draw()
      const answer = await acknowledge(alert, kind === 'NOT_GOING' ? 'ACKNOWLEDGED' : kind) ? { ACKNOWLEDGED: 'acknowledged', SAFE: 'safe', NEED_HELP: 'help.sent', GOING: 'said.going', NOT_GOING: 'said.notGoing' }[kind] : alert.status === 'ACTUAL' ? 'notSent' : 'notSent.drill'
      said.set(alert.alert, answer)
      if (!answer.startsWith('notSent')) remember('alert-said:' + alert.alert, alert.told + ' ' + answer)
      draw()
    },
    /** They called 911 themselves: nobody is asked any more. */
    async called(alert) {
      const form = new URLSearchParams({ _csrf: screen.csrf })
      const answer = await fetch('/alerts/' + alert.alert + '/called-911', { method: 'POST', body: form }).catch(() => null)
      if (!answer?.ok) said.set(alert.alert, '911.notRecorded')
      await ask()
      draw()
    },
    cleared(alert) { past.delete(alert.alert); draw() },
    smaller(alert) { small.add(alert.alert); remember('alert-small:' + alert.alert, String(alert.told)); draw() },
    larger(alert) { small.clear(); for (const other of alerts.keys()) if (other !== alert.alert) small.add(other); draw() },
  }
  // Who goes to their room from a page that shows the alert small has seen it: it does not cover the room they came to report, until something else is told.
  addEventListener('click', event => {
    if (!event.target.closest?.('a[href^="/accountability/"]')) return
    for (const alert of alerts.values()) if (small.has(alert.alert)) remember('alert-small:' + alert.alert, String(alert.told))
  })
  /** The state of 911, as far as this page knows: for a drill no call, for the real thing what the site said of it, and what is left of that where the school was told something else since. */
  function state911(alert) {
    const { words } = screen, known = screen.dispatch?.[alert.alert]
    if (alert.status !== 'ACTUAL') return { text: words['911.notNeeded'], drill: true }
    if (!known) return { text: words.notTold, asks: true, nobody: true }
    return known.told === alert.told ? known : { text: known.later + ' ' + words['911.now'], asks: true }
  }

  /** How far it has come, for those who may read it by name; without the records nobody can say of how many. */
  function reach(alert, short) {
    const known = may.includes('REACH_READ') && figures.get(alert.alert), { words } = screen
    if (!known) return []
    const seen = known.expected ? words.seenOf.replace('{0}', known.seen).replace('{1}', known.expected) : words.seenSoFar.replace('{0}', known.seen)
    const said = [seen, known.needHelp && words.needHelpNow.replace('{0}', known.needHelp), known.asOf && words.asOf.replace('{0}', daywatchAlerts.moment(alerts.get(alert.alert) ?? alert, words.lang, known.asOf))]
    return [said.filter(Boolean).join(' · '), ...!short && daywatchAlerts.byName?.link(known, words) || []]
  }

  /** While the records cannot be read, who was not reached is asked of the lane; what they say again takes its place. */
  function byName(id) {
    const alert = alerts.get(id), known = figures.get(id)
    if (alert && known && may.includes('REACH_READ')) daywatchAlerts.byName?.heard(alert, known, { ...screen.words, reach }, screen.lane)
  }

  /** The line for while there is no connection keeps what was last known. */
  function lastKnown() {
    const line = document.querySelector('#offline .call-911 span')
    if (!line) return
    line.dataset.plain ??= line.textContent
    const real = [...alerts.values()].filter(alert => alert.status === 'ACTUAL'), states = (real.length ? real : [...alerts.values()]).map(state911), said = [...new Set(states.map(state => state.text))]
    line.textContent = said.length && !states.some(state => state.nobody) ? screen.words.lastKnown + ' ' + said.join(' ') : line.dataset.plain
    line.closest('.call-911').querySelector('a').hidden = states.length > 0 && states.every(state => state.drill)
  }

  function draw() {
    if (!screen?.words) return
    daywatchAlerts.draw([...alerts.values()], { ...screen.words, own: screen.own, state911, reach, past: [...past.values()], confirm: alert => screen.confirm?.[alert.alert], csrf: screen.csrf, helpCall: alert => screen.calls?.[alert.alert] ?? (ownCall(alert) ? { own: true, going: [] } : null) }, small, said, act)
    for (const id of alerts.keys()) byName(id)
    lastKnown()
  }

  function listen() {
    if (stream || !screen.lane) return
    const ways = [...new Set([screen.lane.streams, screen.lane.url])] // a node that only shows, and the lane itself where that is gone
    stream = new LaneStream(ways[missed % ways.length] + '/lane/stream', screen.lane.token)
    stream.onopen = () => { laneOpen = true; onLane.clear() }
    stream.onerror = () => {
      laneOpen = false
      missed++
      if (ways.length > 1) stream.close()
      if (stream.readyState !== EventSource.CLOSED) return
      stream = undefined // the token is too old, or the lane is gone: the next answer of the site brings a new one
      setTimeout(ask, 1000 + Math.random() * 4000)
    }
    stream.addEventListener('alert', async event => {
      const alert = JSON.parse(event.data)
      onLane.add(alert.alert)
      await hear(alert)
      draw()
      htmx.trigger(document.body, 'alert-heard')
    })
    stream.addEventListener('merged', event => merge(JSON.parse(event.data)))
    stream.addEventListener('reach', event => {
      const known = JSON.parse(event.data)
      if (known.from === 'NONE' && figures.get(known.alert)?.from === 'LIST') return // another server, which knows less
      figures.set(known.alert, known)
      if (screen?.words) daywatchAlerts.figures(known, { ...screen.words, reach })
      if (screen?.words) byName(known.alert)
      htmx.trigger(document.body, 'reach-heard')
    })
    stream.addEventListener('quiet', event => {
      const { alert } = JSON.parse(event.data)
      gone.add(alert)
      if (alerts.has(alert)) end(alerts.get(alert))
      draw()
    })
  }

  // The doorbell of the pages rings for alerts too.
  const bell = document.createElement('div')
  bell.hidden = true
  bell.setAttribute('hx-get', '/alerts/screen?words=false')
  bell.setAttribute('hx-trigger', 'sse:alerts')
  bell.setAttribute('hx-swap', 'none')
  bell.addEventListener('htmx:beforeRequest', event => { event.preventDefault(); ask() })
  const hang = () => { document.body.append(bell); globalThis.htmx?.process(bell) }
  if (document.readyState === 'complete') hang()
  else document.addEventListener('DOMContentLoaded', hang) // not before the page's own connection stands, or it would hear nothing

  ;(function poll() {
    setTimeout(() => { if (!laneOpen) ask(); poll() }, 15000 + Math.random() * 15000)
  })()
  addEventListener('online', ask)
  setInterval(ask, 3_600_000 + Math.random() * 600_000) // words that are shown from a later day
  addEventListener('focus', seen) // the window's own: an element gets the focus by our script too
  for (const doing of ['pointerdown', 'pointermove', 'touchstart', 'wheel', 'keydown']) addEventListener(doing, seen, { capture: true, passive: true })
  document.addEventListener('visibilitychange', seen)
  daywatchAlerts.wake()
  daywatchAlerts.lane = () => laneOpen ? screen.lane : null
  daywatchAlerts.words = () => screen?.words
  ask()
})()
