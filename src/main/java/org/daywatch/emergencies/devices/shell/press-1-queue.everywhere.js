// Presses until they are accepted: kept on this device, sent by its key, by the last token of the lane, or by the site, in this order.
// Runs on every page and in the service worker, so nothing here touches a page. The same id counts once, whoever sends it how often.
globalThis.daywatchPresses = (() => {
  const LATE = 60_000, memory = { presses: new Map(), kept: new Map() }
  let opened
  const channel = globalThis.BroadcastChannel ? new BroadcastChannel('daywatch-presses') : null

  const open = () => opened ??= new Promise((ok, no) => {
    const asked = indexedDB.open('daywatch', 1)
    asked.onupgradeneeded = () => { asked.result.createObjectStore('presses'); asked.result.createObjectStore('kept') }
    asked.onsuccess = () => { asked.result.onclose = () => { opened = undefined }; ok(asked.result) }
    asked.onerror = () => { opened = undefined; no(asked.error) }
  })

  const PATIENCE = 3000, after = millis => new Promise((ok, no) => setTimeout(no, millis))

  /** A window that may keep nothing, or whose disk does not answer, keeps it in memory: better than refusing, or than waiting with an alert. */
  async function stored(name, mode, work, instead, then = () => { /* it lies there alone */ }) {
    try {
      const kept = open().then(opened => {
        const transaction = opened.transaction(name, mode, { durability: 'strict' })
        const request = work(transaction.objectStore(name))
        return new Promise((ok, no) => {
          transaction.oncomplete = () => ok(request.result)
          transaction.onerror = transaction.onabort = () => no(transaction.error)
        })
      })
      const result = await Promise.race([kept, after(PATIENCE)])
      then(memory[name])
      return result
    } catch { return instead(memory[name]) }
  }
  const get = (name, key) => memory[name].has(key) ? Promise.resolve(memory[name].get(key)) : stored(name, 'readonly', s => s.get(key), m => m.get(key))
  const put = (name, key, value) => stored(name, 'readwrite', s => s.put(value, key), m => { m.set(key, value) }, m => m.delete(key))
  const gone = new Set() // here at once, whenever the disk hears of it
  const remove = (name, key) => {
    memory[name].delete(key)
    if (name === 'presses') gone.add(key)
    return stored(name, 'readwrite', s => s.delete(key), () => { /* sent once more, it counts once */ })
  }
  /** What lies in memory alone is as unsent as the rest. */
  async function list() {
    const kept = await stored('presses', 'readonly', s => s.getAll(), () => [])
    const all = new Map([...kept, ...memory.presses.values()].map(press => [press.id, press]))
    return [...all.values()].filter(press => !gone.has(press.id)).sort((a, b) => a.at - b.at)
  }

  const device = () => get('kept', 'device')
  const profile = () => get('kept', 'profile')
  const way = async () => await get('kept', 'way') ?? { offset: 0, ask: 10 }

  function changed(what = {}) {
    channel?.postMessage(what)
    if (globalThis.document) dispatchEvent(new CustomEvent('presses-changed', { detail: what }))
  }
  if (channel && globalThis.document) channel.onmessage = event => dispatchEvent(new CustomEvent('presses-changed', { detail: event.data }))

  /** What the site says of this person: where they may press, how to reach the lane, in which words. */
  async function keepProfile(fresh) {
    const offset = Date.parse(fresh.now) - Date.now(), own = await device()
    await put('kept', 'profile', { ...fresh, words: undefined, lang: fresh.words.lang, at: Date.now() })
    await put('kept', 'way', { url: fresh.lane?.url ?? (await way()).url, offset, ask: fresh.askMinutes })
    await put('kept', 'words', fresh.words)
    if (own?.person === fresh.person) await put('kept', 'device', { ...own, schools: fresh.schools })
  }
  /** Signed out: their token and places go. The key of the device, which they registered for this, and what is not sent stay. */
  const forgetProfile = () => remove('kept', 'profile')
  async function keepDevice(made) {
    globalThis.navigator?.storage?.persist?.().catch(() => { /* then the browser may forget it when it runs out of room */ })
    await put('kept', 'device', { ...made, schools: (await profile())?.schools ?? [] })
    changed()
  }

  /** The key is the owner's: while somebody else is signed in it stays unused. */
  async function usable() {
    const [own, who] = await Promise.all([device(), profile()])
    return { own: own && (!who || who.person === own.person) ? own : null, who }
  }
  const schools = async () => { const { own, who } = await usable(); return who?.schools ?? own?.schools ?? [] }
  const canPress = async () => (await schools()).length > 0

  /** Where they are now by the timetable and the school's clock, whatever this device's says; undefined where no timetable is known. */
  async function roomNow(id) {
    const school = (await schools()).find(one => one.id === id)
    if (!school?.hours?.length) return undefined
    const now = new Intl.DateTimeFormat('en-GB', { timeZone: school.zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(Date.now() + (await way()).offset)
    return school.hours.filter(hour => hour.from <= now).at(-1)?.room ?? ''
  }

  /** Refused in the language the page is read in, whatever the browser's own is. */
  async function late(url, more) {
    const lang = globalThis.document?.documentElement.lang ?? (await get('kept', 'words'))?.lang ?? 'en'
    return fetch(url, { ...more, headers: { 'Accept-Language': lang, ...more?.headers }, signal: AbortSignal.timeout(4000) })
  }
  /** By whichever way it goes: where from and when it was pressed. */
  const pressed = (press, offset) => ({ id: press.id, school: press.school, status: press.status, action: press.action, detail: press.detail, note: press.note, source: press.source,
    deviceAt: new Date(press.at + offset).toISOString() })
  const body = (press, offset) => JSON.stringify({ ...pressed(press, offset), room: press.room || undefined, place: [press.roomName, press.place].filter(Boolean).join(', ') })

  async function said(answer) {
    if (answer.status === 202) return { accepted: true, alert: (await answer.json()).alert }
    return answer.status < 500 && answer.status !== 429 ? { refused: (answer.headers.get('Content-Type') ?? '').startsWith('text/plain') ? (await answer.text()).trim() : '' } : null
  }

  async function byDevice(press, own, to) {
    for (let again = false; ; again = true) {
      const time = Math.floor((Date.now() + to.offset) / 1000), text = body(press, to.offset)
      const signature = await crypto.subtle.sign({ name: 'Ed25519' }, own.key, new TextEncoder().encode(`daywatch-device-1\nPOST\n/lane/presses\n${time}\n${text}`))
      const answer = await late(to.url + '/lane/presses', { method: 'POST', body: text, headers: { 'Content-Type': 'application/json', 'Daywatch-Device': own.id, 'Daywatch-Time': String(time),
        'Daywatch-Signature': btoa(String.fromCharCode(...new Uint8Array(signature))) } })
      if (answer.status !== 401 || again) return said(answer)
      to.offset = Date.parse((await (await late(to.url + '/lane/health')).json()).at) - Date.now() // this clock may be wrong
    }
  }

  async function byToken(press, token, to) {
    return said(await late(to.url + '/lane/presses', { method: 'POST', body: body(press, to.offset), headers: { 'Content-Type': 'application/json', Authorization: 'Bearer ' + token } }))
  }

  async function bySite(press, to) {
    const screen = await late('/alerts/screen?words=false', { headers: { Accept: 'application/json' } })
    if (!screen.ok || screen.redirected) return null
    const { csrf } = await screen.json(), fields = { ...pressed(press, to.offset), room: press.room ?? '', place: press.place }
    const answer = await late('/alert', { method: 'POST', body: new URLSearchParams({ ...fields, _csrf: csrf }) })
    return answer.ok && answer.url.includes('/alerts/') ? { accepted: true, alert: answer.url.split('/').pop() } : null
  }

  async function send(press) {
    const { own, who } = await usable(), to = await way(), lane = globalThis.daywatchAlerts?.lane?.() ?? who?.lane
    const ways = [own && to.url && (() => byDevice(press, own, to)), lane && (() => byToken(press, lane.token, { ...to, url: lane.url })), () => bySite(press, to)].filter(Boolean)
    let refused
    for (const one of ways) {
      try {
        const answer = await one()
        if (answer?.accepted) return answer
        if (answer) refused = answer.refused
      } catch { /* no way there at this moment */ }
    }
    return { accepted: false, refused }
  }

  const age = press => Date.now() - press.at
  const asks = async press => !press.sure && age(press) > (await way()).ask * 60_000

  async function round(presses) {
    for (const press of presses) {
      if (press.accepted || await asks(press)) continue
      const answer = await send(press)
      if (!await get('presses', press.id)) continue // taken back meanwhile
      const asBefore = answer.refused === press.refused && !memory.presses.has(press.id) // a phone's memory wears out, and a slow one keeps the page waiting
      if (!answer.accepted) asBefore || await put('presses', press.id, { ...press, refused: answer.refused })
      else if (age(press) < LATE) await remove('presses', press.id)
      else await put('presses', press.id, { ...press, accepted: Date.now() })
      changed({ id: press.id, accepted: answer.accepted, alert: answer.alert })
    }
  }
  const HANGS = 15_000
  const mine = async lock => round((await list()).filter(press => lock || memory.presses.has(press.id) || age(press) > HANGS))
  let busy
  /** One sender at a time, whichever page or worker it is. What lies in this one's memory alone, or waits long, waits for no other, which may hang: it counts once. */
  const flush = () => busy ??= (globalThis.navigator?.locks ? navigator.locks.request('daywatch-presses', { ifAvailable: true }, mine) : mine(true)).finally(() => { busy = undefined })

  async function add(press) {
    await put('presses', press.id, press)
    changed()
    flush()
    globalThis.navigator?.serviceWorker?.ready.then(r => r.sync?.register('presses')).catch(() => { /* then the pages send it */ })
  }
  async function sure(id) {
    const press = (await list()).find(one => one.id === id)
    if (press) await put('presses', id, { ...press, sure: true })
    changed()
    return flush()
  }
  async function drop(id) {
    await remove('presses', id)
    changed()
  }

  return { add, list, flush, sure, drop, asks, age, late: LATE, device, keepDevice, profile, keepProfile, forgetProfile, schools, roomNow, canPress, words: () => get('kept', 'words') }
})()
