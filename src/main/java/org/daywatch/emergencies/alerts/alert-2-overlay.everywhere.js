// Draws what stands now over whatever page is open. Text only ever becomes text.
(() => {
  const gravity = { LOCKDOWN: 5, EVACUATE: 4, SHELTER: 3, SECURE: 2, HOLD: 1 }
  const icons = { HOLD: 'block', SECURE: 'security', LOCKDOWN: 'lock', EVACUATE: 'logout', SHELTER: 'home', HELP_FIGHT: 'groups', HELP_MEDICAL: 'add', HELP_BEHAVIOR: 'support_agent' }
  const title = document.title
  let box, standingNow = []

  const make = (tag, className, ...inside) => {
    const element = document.createElement(tag)
    if (className) element.className = className
    element.append(...inside)
    return element
  }
  const icon = name => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
    svg.setAttribute('class', 'icon')
    svg.setAttribute('aria-hidden', 'true')
    use.setAttribute('href', '/vendor/icons.svg#' + name)
    svg.append(use)
    return svg
  }
  const button = (className, text, act) => {
    const element = make('button', className, ...[text].flat())
    element.type = 'button'
    element.addEventListener('click', act)
    return element
  }
  const link = (href, ...inside) => {
    const element = make('a', '', ...inside)
    element.href = href
    return element
  }

  /** Of those that stand the one that tells the school more than this press asks for. */
  daywatchAlerts.graver = press => standingNow.find(a => a.school === press.school && a.status === press.status && gravity[a.action] > gravity[press.action])

  /** The real before the drill, the graver before the lesser. */
  const order = (a, b) => (a.status === 'ACTUAL' ? 0 : 1) - (b.status === 'ACTUAL' ? 0 : 1) || (gravity[b.action] ?? 0) - (gravity[a.action] ?? 0) || a.since.localeCompare(b.since)

  function kind(alert, words) {
    return alert.status === 'ACTUAL' ? words.real : words.drill
  }

  /** With the school's languages, where it speaks others than that of the page. */
  const kindOf = (alert, words, all) => all.length === 1 ? [kind(alert, words)] : daywatchAlerts.kinds(alert, words, all)

  function named(alert, tongue) {
    const name = make('span', '', daywatchAlerts.say('small', '', tongue, daywatchAlerts.status(alert)), daywatchAlerts.say('b', '', tongue, alert.action + '.name'))
    name.dir = tongue.rtl ? 'rtl' : 'ltr'
    return name
  }

  /** What stands for the first reader large stands for each other one below, whole. */
  function others(alert, words, all) {
    const { say } = daywatchAlerts, action = alert.action
    return make('div', 'alert-tongues', ...all.slice(1).map(one => make('section', 'alert-tongue', say('p', 'alert-tongue-kind', one, daywatchAlerts.status(alert)), say('h3', '', one, action + '.name'),
      alert.detail ? say('p', 'alert-tongue-detail', one, alert.detail) : '', say('p', 'alert-tongue-do', one, action + '.adults'), say('p', '', one, action + '.students'))))
  }

  /** The state of 911 and nothing else; one tap for whoever called. */
  const iCalled = (alert, words, act) => words.state911(alert).asks ? button('alert-called', words['911.iCalled'], () => act.called(alert)) : ''

  /** Who is on the way to whoever called for help. */
  function onTheWay(alert, words) {
    const call = words.helpCall(alert)
    return call ? make('b', 'alert-going', call.going.length ? words.going + ' ' + call.going.join(', ') : words['going.none']) : ''
  }

  /** Of a call for help: one tap to say that one goes, and one that one cannot after all. */
  function go(alert, words, act) {
    const going = words.helpCall(alert)?.me
    return button(going ? 'alert-act' : 'alert-act alert-act-help', [going ? words.notGo : words.go], () => act.say(alert, going ? 'NOT_GOING' : 'GOING'))
  }

  /** The first of two has said that it is over: who may be the second confirms it with one tap, wherever they stand. */
  function confirmation(alert, words) {
    const asked = words.confirm(alert)
    if (!asked) return ''
    const form = make('form', 'alert-confirm', make('b', '', asked.text), ...Object.entries({ _csrf: words.csrf, how: asked.how }).map(([name, value]) => Object.assign(make('input', ''), { type: 'hidden', name, value })))
    form.method = 'post'
    form.action = '/alerts/' + alert.alert + '/over'
    form.append(make('button', 'alert-act', asked.button))
    return form
  }

  /** That it is over, on every screen that showed it, until its reader closes it or half a minute has gone. */
  function over(alert, words, act) {
    const line = make('div', 'alert-banner alert-over alert-is-' + alert.status, make('strong', '', kind(alert, words)), icon('check_circle'),
      make('span', '', make('b', '', daywatchAlerts.over(alert, words)), ' · ' + [words[alert.action + '.name'], alert.schoolName, moment(alert, words.lang)].filter(Boolean).join(' · ')), link('/alerts/' + alert.alert, words.open))
    line.append(button('', words.close, () => act.cleared(alert)))
    return line
  }

  /** @param said the word key of what the reader last said; on a line only what went wrong with it stands */
  function banner(alert, words, suspended, act, said) {
    const state = words.state911(alert), call = words.helpCall(alert), own = call?.own
    const all = daywatchAlerts.tongues(alert, words), names = all.length === 1 ? [words[alert.action + '.name']] : all.flatMap((one, n) => [...n ? [' · '] : [], daywatchAlerts.say('span', '', one, alert.action + '.name')])
    const line = make('div', 'alert-banner alert-color-' + alert.action + ' alert-is-' + alert.status + (suspended ? ' alert-suspended' : ''),
      make('strong', '', ...kindOf(alert, words, all)), icon(icons[alert.action]), make('span', '', ...names, [!(alert.action in gravity) && alert.place, alert.schoolName, suspended && words.suspended].filter(Boolean).map(more => ' · ' + more).join('')), state.drill ? '' : link('tel:911', icon('phone'), words.call), make('small', '', state.text), iCalled(alert, words, act), onTheWay(alert, words), call && !own ? go(alert, words, act) : '', /^(notSent|notRecorded)$/.test(said) ? make('small', 'alert-banner-said', words[said]) : '', suspended ? '' : confirmation(alert, words), suspended || own ? '' : reach(alert, words, true), own ? link('/alert?school=' + encodeURIComponent(alert.school), words.yourCall) : link('/alerts/' + alert.alert, words.open))
    if (!suspended && !own) line.append(button('alert-larger', words.adults, () => act.larger(alert)))
    return line
  }

  /** For those who look after the others: the figures change in place, so that no button moves under a finger. */
  function reach(alert, words, short) {
    if (!document.body.dataset.may.includes('REACH_READ')) return ''
    const line = make('b', 'alert-reach', ...words.reach(alert, short))
    line.dataset.alert = alert.alert
    return line
  }
  /** Who was not reached, below everything somebody may be about to press. */
  function names(alert, words) {
    const list = daywatchAlerts.byName?.list(alert, words)
    if (!list) return ''
    const named = make('section', 'alert-panel-names-now', ...list)
    named.dataset.alert = alert.alert
    named.id = 'alert-names'
    named.tabIndex = -1
    return named
  }
  daywatchAlerts.figures = (alert, words) => {
    for (const line of box?.querySelectorAll('.alert-reach') ?? []) if (line.dataset.alert === alert.alert) line.replaceChildren(...words.reach(alert, !line.closest('.alert-panel')))
    for (const named of box?.querySelectorAll('#alert-names') ?? []) if (named.dataset.alert === alert.alert) named.replaceChildren(...daywatchAlerts.byName.list(alert, words))
    makeRoom()
  }

  /** By the school's clock, with its name where the reader's is another, and with the day where that is not today. */
  function moment(alert, lang, at = alert.since) {
    const since = new Date(at), zone = alert.zone ? { timeZone: alert.zone } : {}
    const day = when => when.toLocaleDateString('en-CA', zone)
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone === alert.zone
    const form = { hour: 'numeric', minute: '2-digit', ...zone, ...(own || !alert.zone ? {} : { timeZoneName: 'short' }), ...(day(since) === day(new Date()) ? {} : { month: 'short', day: 'numeric' }) }
    return since.toLocaleString(lang.includes('-') ? lang : lang + '-US', form)
  }
  daywatchAlerts.moment = moment

  function panel(alert, words, said, act) {
    const box = make('section', 'alert-panel alert-color-' + alert.action + ' alert-is-' + alert.status)
    box.setAttribute('role', 'alertdialog')
    box.setAttribute('aria-labelledby', 'alert-panel-name')
    const all = daywatchAlerts.tongues(alert, words), [first] = all, { say } = daywatchAlerts, foreign = first.words !== words
    const both = key => foreign && !first.missing.includes(key) ? [say('span', '', first, key), make('small', '', words[key])] : [words[key]] // a button says it to whoever reads the page, too
    const name = make('h2', '', icon(icons[alert.action]), foreign ? say('span', '', first, alert.action + '.name') : words[alert.action + '.name'])
    name.id = 'alert-panel-name'
    name.tabIndex = -1
    box.append(make('p', 'alert-panel-kind', ...kindOf(alert, words, all)), name)
    if (all.length > 1) box.append(make('p', 'alert-panel-names', ...all.slice(1).map(one => named(alert, one)))) // above the fold: whether it is meant and what it is, for everybody
    if (alert.detail) box.append(foreign ? say('p', 'alert-panel-detail', first, alert.detail) : make('p', 'alert-panel-detail', words[alert.detail] ?? alert.detail))
    const students = foreign ? [say('b', '', first, 'students'), ' ', say('span', '', first, alert.action + '.students')] : [make('b', '', words.students + ' '), words[alert.action + '.students']]
    const studentsLine = make('p', '', ...students)
    if (foreign && first.rtl && !first.missing.includes(alert.action + '.students')) studentsLine.dir = 'rtl'
    box.append(foreign ? say('p', 'alert-panel-do', first, alert.action + '.adults') : make('p', 'alert-panel-do', words[alert.action + '.adults']), studentsLine,
      make('p', 'alert-panel-where', [alert.schoolName, alert.place && words.pressedAt + ' ' + alert.place, words.pressedBy + ' ' + alert.presser, moment(alert, words.lang)]
        .filter(Boolean).join(' · ')))
    const understood = button('alert-act', said ? [words.acknowledged] : both('acknowledge'), () => act.say(alert, 'ACKNOWLEDGED')), help = !(alert.action in gravity)
    const acts = make('div', 'alert-panel-acts', ...help
      ? [go(alert, words, act), ...words.helpCall(alert)?.me ? [] : [understood]]
      : [understood, button('alert-act', both('safe'), () => act.say(alert, 'SAFE')), button('alert-act alert-act-help', both('needHelp'), () => act.say(alert, 'NEED_HELP'))])
    if (alert.action in gravity && document.body.dataset.may.includes('ROOM_REPORT')) {
      // Anyone who goes to their room has understood; the page they go to is not covered again by what they have read.
      const leads = document.body.dataset.may.includes('REUNIFY')
      const room = link(leads ? '/accountability' : '/accountability/mine', icon('people'), leads ? words.roll : words.room)
      room.className = 'alert-act'
      room.addEventListener('click', async event => {
        event.preventDefault()
        act.smaller(alert)
        await Promise.race([act.say(alert, 'ACKNOWLEDGED'), new Promise(done => setTimeout(done, 1000))])
        location.assign(room.href)
      })
      acts.append(room)
    }
    const state = words.state911(alert)
    if (!state.drill) {
      const call = link('tel:911', icon('phone'), ...both('call'))
      call.className = 'alert-act'
      acts.append(call)
    }
    if (alert.status === 'EXERCISE' && document.body.dataset.may.includes('ALERT_PRESS')) {
      // In the middle of a drill somebody sees the real thing: the buttons, in earnest, which no drill covers.
      const real = link('/alert?status=ACTUAL&school=' + encodeURIComponent(alert.school), icon('priority_high'), words.thisIsReal)
      real.className = 'alert-act alert-act-real'
      acts.append(real)
    }
    const result = make('p', 'alert-panel-said', said ? words[said] ?? '' : '')
    result.setAttribute('role', 'status')
    const bright = make('button', 'bright-switch', make('i'), words.bright)
    bright.type = 'button'
    bright.setAttribute('aria-pressed', String(document.querySelector('[data-bright-light]')?.getAttribute('aria-pressed') === 'true'))
    bright.dataset.brightLight = ''
    box.append(reach(alert, words), onTheWay(alert, words), confirmation(alert, words), acts, result, ...all.length > 1 ? [others(alert, words, all)] : [], make('p', 'alert-panel-small', state.text + ' ', iCalled(alert, words, act)), make('p', 'alert-panel-foot', link('/alerts/' + alert.alert, words.open), button('alert-smaller', words.smaller, () => act.smaller(alert)), bright), names(alert, words))
    return box
  }

  /** The panel as it would cover a page now, without anything behind its buttons: for whoever enters or checks words of it. */
  daywatchAlerts.preview = (alert, words) => {
    const still = () => {}, shown = panel(alert, { ...words, state911: one => one.status === 'ACTUAL' ? { text: words.notTold } : { text: words['911.notNeeded'], drill: true }, reach: () => [], helpCall: () => null, confirm: () => null }, undefined, { say: still, smaller: still, larger: still })
    shown.removeAttribute('role')
    for (const named of [shown, ...shown.querySelectorAll('[id], [aria-labelledby]')]) { named.removeAttribute('id'); named.removeAttribute('aria-labelledby') }
    return shown
  }

  /** The page moves down below the lines, so that nothing of it is covered; but not away under a finger. */
  const makeRoom = () => globalThis.daywatchUnpressed ? daywatchUnpressed(moveDown) : moveDown()
  function moveDown() {
    document.body.style.paddingTop = [...box?.querySelectorAll('.alert-banner') ?? []].reduce((sum, line) => sum + line.offsetHeight, 0) + 'px'
  }
  addEventListener('resize', makeRoom)

  function overlay() {
    const made = document.body.appendChild(make('div', 'alert-overlay'))
    made.id = 'alert-overlay'
    made.popover = 'manual'
    return made
  }

  /** Over whatever else lies on top, an open menu too. */
  function toTheTop() {
    try {
      if (box.matches(':popover-open')) box.hidePopover()
      if (!box.hidden) box.showPopover()
    } catch { /* an older browser: it lies over the page by its z-index */ }
  }

  /** @param still the panel says the same as before: its reader stays where they were in it */
  function place(now, still) {
    const acts = () => [...box.querySelectorAll('.alert-panel :is(a, button)')]
    const focused = acts().indexOf(document.activeElement), scrolled = box.querySelector('.alert-panel')?.scrollTop
    box.replaceChildren(...now)
    if (!still) return
    box.querySelector('.alert-panel').scrollTop = scrolled
    if (focused >= 0) acts()[focused]?.focus({ preventScroll: true })
  }

  /** @param small alerts the reader has made small @param said by alert: the word key of what they last said */
  daywatchAlerts.draw = (alerts, words, small, said, act) => {
    box ??= overlay()
    const below = a => document.getElementById('help-calls') && words.helpCall(a)?.own // the page says of it itself, with more
    const standing = standingNow = alerts.filter(a => a.status !== 'TEST' && !below(a)).sort(order)
    const real = drill => drill.status !== 'ACTUAL' && standing.some(a => a.status === 'ACTUAL' && a.action in gravity && a.school === drill.school)
    const shown = standing.find(a => !small.has(a.alert) && !real(a)) // a drill never covers the real thing, nor a page about it
    const before = box.querySelector('.alert-panel')?.dataset.shown
    const lines = which => standing.filter(a => a !== shown && (a.status === 'ACTUAL') === which).map(a => banner(a, words, real(a), act, said.get(a.alert)))
    const drawn = shown && panel(shown, words, said.get(shown.alert), act)
    if (drawn) drawn.dataset.shown = shown.alert + ':' + shown.told
    // The real first, then the panel, drills below both, and last what is over: in reading order as to the eye. What looks the same stays the same: a finger may be on its way to a button.
    const now = [...lines(true), ...(drawn ? [drawn] : []), ...lines(false), ...words.past.map(a => over(a, words, act))]
    const same = now.length === box.children.length && now.every((element, i) => element.isEqualNode(box.children[i]))
    if (!same) place(now, before && before === drawn?.dataset.shown)
    box.hidden = now.length === 0
    const fresh = [...words.past.map(a => a.alert), ...standing.map(a => a.alert + ':' + a.told)].join(' ')
    if (fresh !== box.dataset.fresh) toTheTop()
    box.dataset.fresh = fresh
    if (drawn && before !== drawn.dataset.shown) drawn.querySelector('h2').focus()
    makeRoom()
    dispatchEvent(new Event('bright-light'))
    document.title = standing.length ? kind(standing[0], words) + ': ' + words[standing[0].action + '.name'] : title
  }
})()
