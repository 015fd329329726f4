// A ring is answered only by a request that began after it. What rings while a part of the page asks, is being put in place, or holds back, is heard here and asked for again.
(() => {
  const AGAIN = 250, HELD_AT_MOST = 10_000, AFTER = 100 // a touch makes its click a little after the finger is up
  const rung = new Map() // topic -> when it rang last, by the page's own clock
  const began = new Map() // part -> when it asked last
  const asking = new Set()
  const known = new WeakMap() // stream -> topics heard there
  let stream, timer

  const parts = () => [...document.querySelectorAll('[hx-get][hx-trigger*="sse:"]')]
  const topics = part => [...part.getAttribute('hx-trigger').matchAll(/sse:([\w-]+)/g)].map(found => found[1])
  const pause = (part, topic) => 1000 * (part.getAttribute('hx-trigger').match(`sse:${topic} throttle:(\\d+)s`)?.[1] ?? 0)
  const name = part => part.id || part.getAttribute('hx-get') // a part that replaced itself keeps its name

  function look() {
    clearTimeout(timer)
    let waits = false
    for (const part of parts()) {
      const last = began.get(name(part)) ?? 0, heard = topics(part).filter(t => rung.get(t) > last)
      if (heard.length) waits = true
      const topic = heard.find(t => performance.now() >= last + pause(part, t))
      if (!topic) continue
      if (!asking.has(name(part))) ask(part, topic)
    }
    if (waits) timer = setTimeout(look, AGAIN)
  }

  /** Now. One topic that may be asked for only every few seconds must not hold the others up: htmx drops whatever rings at its part meanwhile. */
  function ask(part, topic) {
    const own = part['htmx-internal-data']
    if (own?.throttle) {
      clearTimeout(own.throttle)
      own.throttle = null
    }
    htmx.trigger(part, 'sse:' + topic)
  }

  function rings(topic, at) {
    rung.set(topic, at)
    clearTimeout(timer)
    timer = setTimeout(look, 0) // after the parts that hear it themselves
  }

  /** Everything may have changed: the stream was away longer than the site remembers. */
  const allRing = () => { for (const part of parts()) for (const topic of topics(part)) rings(topic, performance.now()) }

  function hear() {
    if (!stream) return
    const heard = known.get(stream)
    for (const topic of parts().flatMap(topics)) {
      if (heard.has(topic)) continue
      heard.add(topic)
      stream.addEventListener(topic, event => rings(topic, event.timeStamp))
    }
  }

  // While a finger is down nothing is drawn anew and nothing moves: a part above it may grow, and the press is lost as well. All of it comes when the finger is up.
  const heldBack = new Set(), waiting = new Set()
  let down // the finger that came last
  addEventListener('pointerdown', ({ button, pointerId }) => {
    if (button) return // a menu of the browser opens, and nobody hears of the end
    down = { pointerId }
    setTimeout(letGo, HELD_AT_MOST, down) // a mouse let go outside the window says nothing
  }, true)
  for (const up of ['pointerup', 'pointercancel']) addEventListener(up, ({ pointerId }) => { if (pointerId === down?.pointerId) setTimeout(letGo, AFTER, down) }, true)
  function letGo(finger) {
    if (finger !== down) return // another one since
    down = undefined
    for (const part of parts()) if (heldBack.has(name(part))) ask(part, topics(part)[0])
    heldBack.clear()
    for (const then of [...waiting]) then()
    waiting.clear()
  }
  addEventListener('htmx:beforeSwap', ({ detail }) => {
    if (down === undefined || !detail.elt.matches('[hx-trigger*="sse:"]')) return
    detail.shouldSwap = false
    heldBack.add(name(detail.elt))
  }, true)
  /** What moves the page: now, or as soon as no finger is on it. @param then the same function waits once */
  globalThis.daywatchUnpressed = then => down === undefined ? then() : waiting.add(then)

  document.addEventListener('htmx:sseOpen', event => {
    const another = stream && stream !== event.detail.source
    stream = event.detail.source
    if (!known.has(stream)) {
      known.set(stream, new Set())
      stream.addEventListener('reload', allRing)
    }
    hear()
    if (another) allRing()
  })
  document.addEventListener('htmx:load', hear)
  addEventListener('htmx:beforeRequest', ({ detail }) => began.set(name(detail.elt), performance.now()), true)
  addEventListener('htmx:beforeSend', ({ detail }) => {
    const part = name(detail.elt)
    asking.add(part)
    detail.xhr.addEventListener('loadend', () => setTimeout(() => asking.delete(part), 0)) // at the request: the part itself may have been replaced meanwhile
  }, true)
})()
