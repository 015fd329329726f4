// A round on the phone. It reads and writes only what lies on the phone, so that it is the same with and without a connection; the queue sends what was tapped.
customElements.define('round-walk', class extends HTMLElement {
  connectedCallback() {
    const { unsent, signin, refused, other, drop, link } = this.dataset
    daywatchRounds.keepWords({ unsent, signin, refused, other, drop, link })
    this.scanned = location.pathname.match(/^\/rounds\/at\/([0-9a-f-]{36})$/)?.[1]
    this.way = this.scanned ? 'QR' : 'LIST'
    this.wanted = new URLSearchParams(location.search).get('kind')
    this.addEventListener('click', event => this.clicked(event))
    this.piece('breach').addEventListener('submit', event => this.breach(event))
    this.piece('broken-off').addEventListener('submit', event => this.breakOff(event))
    this.piece('school').addEventListener('change', () => this.choose())
    this.piece('find').addEventListener('input', () => this.list())
    document.body.addEventListener('rounds-sent', () => this.arrived())
    const shell = document.body.dataset.shell
    if (shell || this.profile) this.begin()
    // A phone that has not asked yet does not say that it knows no school.
    if (!shell) daywatchRounds.refresh(true).then(fresh => { if (!this.profile || fresh && !this.round) this.begin(); else if (fresh) this.list() })
  }

  piece(name) { return this.querySelector(`[data-part="${name}"]`) }
  fill(name, text) { this.piece(name).textContent = text }
  word(name, ...values) { return values.reduce((text, value, i) => text.replace(`{${i}}`, value), this.dataset[name]) }
  open(...names) { for (const section of this.querySelectorAll('[data-section]')) section.hidden = !names.includes(section.dataset.section) }

  get profile() {
    const known = daywatchRounds.profile(), { person, shell } = document.body.dataset
    return known && (shell || known.person === person) ? known : null
  }
  get school() { return this.profile?.schools.find(s => s.id === this.round?.school) }
  get points() { return this.school?.points ?? [] }

  /** What is planned for today, as the phone heard it on the day on which they walk. */
  get patrol() {
    const planned = this.school?.patrol
    return this.round?.kind === 'PATROL' && planned && new Date(this.profile.at).toDateString() === new Date(this.round.startedAt).toDateString() ? planned : null
  }
  get stopsLeft() { return this.patrol ? this.patrol.stops.filter(s => !s.seen && !this.round.stops?.[s.position]) : [] }
  /** The round they are on, or the choice of one. */
  begin() {
    if (!this.profile) return this.open('unknown')
    const at = this.profile.schools.find(s => s.points.some(p => p.id === this.scanned))
    const mine = daywatchRounds.walked().filter(r => r.person === this.profile.person && !r.endedAt)
    this.round = this.round && !this.round.endedAt ? mine.find(r => r.id === this.round.id) ?? null : mine.findLast(r => at ? r.school === at.id : this.profile.schools.some(s => s.id === r.school)) ?? null
    if (this.round) {
      this.point = this.point ?? (at ? this.scanned : null)
      return this.show()
    }
    const select = this.piece('school')
    select.replaceChildren(...this.profile.schools.map(s => new Option(s.name, s.id, false, s.id === at?.id)))
    this.choose()
  }

  choose() {
    const school = this.profile.schools.find(s => s.id === this.piece('school').value)
    if (!school) return this.open('nowhere')
    const doors = school.points.filter(p => p.outer).length, toSweep = this.toSweep(school.points).length
    this.fill('sweep-count', toSweep < doors ? this.word('left', toSweep, doors) : this.word('doors', doors))
    this.fill('patrol-count', school.patrol ? this.word('parts', school.patrol.stops.length, school.patrol.from) : this.dataset.patrol)
    this.fill('due-count', this.word('due', school.points.filter(p => p.due).length))
    this.querySelector('[data-act="start"][data-kind="SWEEP"]').disabled = !school.points.some(p => p.outer)
    this.piece('one-school').hidden = this.profile.schools.length < 2
    this.fill('here', school.name)
    this.piece('no-points').hidden = school.points.length > 0
    for (const button of this.querySelectorAll('[data-act="start"]')) button.classList.toggle('usa-button--outline', button.dataset.kind !== (this.wanted ?? 'SWEEP'))
    this.open('choose')
  }

  clicked(event) {
    const button = event.target.closest('[data-act]')
    if (!button) return
    const { act, kind, result, reason, point } = button.dataset
    if (act === 'start') this.start(kind)
    else if (act === 'see' && result === 'AS_IT_MUST_BE') this.see(this.point, { result })
    else if (act === 'see') this.ask(result)
    else if (act === 'reached') this.see(this.point, { result: 'NOT_REACHED', reason })
    else if (act === 'take') this.take(point)
    else if (act === 'stop') this.stop(Number(button.dataset.position))
    else if (act === 'back') this.show()
    else if (act === 'finish') this.finish()
    else if (act === 'finish-anyway') this.finishAnyway(reason)
    else if (act === 'again') { this.round = this.point = null; this.begin() }
  }

  start(kind) {
    this.round = { id: this.uuid(), person: this.profile.person, school: this.piece('school').value, kind, startedAt: new Date().toISOString(), seen: {} }
    this.point = this.scanned ?? null
    daywatchRounds.save(this.round)
    this.send({ act: 'START', school: this.round.school, kind, at: this.round.startedAt }, this.kindWord(), true)
    this.show()
  }

  uuid() {
    if (crypto.randomUUID) return crypto.randomUUID()
    const b = crypto.getRandomValues(new Uint8Array(16)), hex = i => ((i === 6 ? b[i] & 15 | 64 : i === 8 ? b[i] & 63 | 128 : b[i]) + 256).toString(16).slice(1)
    return [...b.keys()].map(i => ([4, 6, 8, 10].includes(i) ? '-' : '') + hex(i)).join('')
  }

  send(fields, title, begins = false) {
    daywatchRounds.add({ person: this.round.person, title, group: this.round.id, begins, fields: { id: this.uuid(), round: this.round.id, ...fields } })
  }

  kindWord(kind = this.round.kind) { return this.querySelector(`[data-act="start"][data-kind="${kind}"] strong`).textContent }
  resultWord(result) { return result === 'NOT_REACHED' ? this.dataset.notreached : this.querySelector(`[data-act="see"][data-result="${result}"]`).textContent }

  /** Outer doors nobody stood at on a sweep of this week; all of them where somebody did at each. */
  toSweep(points) {
    const monday = new Date()
    monday.setDate(monday.getDate() - (monday.getDay() + 6) % 7)
    const since = `${monday.getFullYear()}-${String(monday.getMonth() + 1).padStart(2, '0')}-${String(monday.getDate()).padStart(2, '0')}`
    const doors = points.filter(p => p.outer), left = doors.filter(p => !p.swept || p.swept < since)
    return left.length > 0 ? left : doors
  }
  /** Those this round has to see come first, in the order in which one walks. */
  get wantedPoints() {
    const { points, round: { kind, seen } } = this, toSweep = new Set(kind === 'SWEEP' ? this.toSweep(points).map(p => p.id) : [])
    return points.filter(p => kind === 'SWEEP' ? toSweep.has(p.id) || p.outer && seen[p.id] : kind === 'INSPECTION' ? p.due || seen[p.id] : true)
  }
  get left() { return this.wantedPoints.filter(p => !this.round.seen[p.id]) }

  show() {
    const patrol = this.patrol, left = patrol ? this.stopsLeft : this.left, wanted = patrol ? patrol.stops : this.wantedPoints, done = wanted.length - left.length
    const point = this.points.find(p => p.id === this.point) ?? (patrol ? undefined : left[0])
    this.point = point?.id ?? null
    this.fill('kind', this.kindWord())
    this.fill('where', this.school?.name ?? '')
    this.fill('progress', this.word('progress', done, wanted.length))
    const bar = this.piece('bar')
    bar.max = Math.max(1, wanted.length)
    bar.value = done
    this.piece('card').hidden = !point
    this.piece('stops-box').hidden = !patrol
    this.piece('all-seen').hidden = patrol ? left.length > 0 : Boolean(point)
    for (const name of ['breach', 'reasons', 'missing']) this.piece(name).hidden = true
    this.piece('results').hidden = false
    if (point) {
      this.fill('point', point.name)
      this.fill('place', point.place)
      this.fill('known', point.finding ? this.word('known', point.finding) : '')
      const seen = this.round.seen[point.id]
      this.fill('before', seen ? this.word('before', this.resultWord(seen.result)) : '')
    }
    this.piece('finish').classList.toggle('usa-button--outline', left.length > 0)
    this.list()
    this.open('walk')
  }

  stops() {
    const next = this.stopsLeft[0]
    this.piece('stops').replaceChildren(...(this.patrol?.stops ?? []).map(s => {
      const line = this.piece('stop-line').content.firstElementChild.cloneNode(true), button = line.querySelector('button'), seen = s.seen || this.round.stops?.[s.position]
      line.querySelector('strong').textContent = s.zone
      line.querySelector('small').textContent = s.reason
      line.querySelector('span').textContent = s.seen || (seen ? this.dataset.here : '')
      button.hidden = Boolean(seen)
      button.dataset.position = s.position
      button.classList.toggle('usa-button--outline', s !== next)
      button.setAttribute('aria-label', `${button.textContent}: ${s.zone}`)
      return line
    }))
  }
  /** They were at a part of the school. */
  stop(position) {
    const at = new Date().toISOString(), { plan, stops } = this.patrol, { zone } = stops.find(s => s.position === position)
    this.round.stops = { ...this.round.stops, [position]: at }
    daywatchRounds.save(this.round)
    this.send({ act: 'STOP', plan, position, at }, `${this.kindWord()}: ${zone}`)
    this.say(`${zone}: ${this.dataset.here}`, 'AS_IT_MUST_BE')
    this.show()
  }
  list() {
    this.stops()
    const words = this.piece('find').value.toLowerCase(), wanted = new Set(this.wantedPoints.map(p => p.id))
    const points = [...this.points].sort((a, b) => wanted.has(b.id) - wanted.has(a.id)).filter(p => `${p.name} ${p.place}`.toLowerCase().includes(words))
    this.piece('points').replaceChildren(...points.map(p => {
      const line = this.piece('line').content.firstElementChild.cloneNode(true), seen = this.round.seen[p.id]
      line.querySelector('button').dataset.point = p.id
      line.querySelector('button').classList.toggle('round-here', p.id === this.point)
      line.querySelector('strong').textContent = p.name
      line.querySelector('small').textContent = p.place
      line.querySelector('span').textContent = seen ? this.resultWord(seen.result) : wanted.has(p.id) ? this.dataset.unseen : ''
      line.querySelector('span').className = seen ? seen.result === 'AS_IT_MUST_BE' ? 'round-good' : seen.result === 'NOT_REACHED' ? 'round-not' : 'round-bad' : 'round-open'
      return line
    }))
  }

  take(point) {
    this.point = point
    this.way = 'LIST'
    this.piece('all').open = false
    this.show()
    this.piece('card').scrollIntoView({ block: 'start' })
  }

  /** A breach asks what was done about it; what was not reached asks why. */
  ask(result) {
    this.asked = result
    this.piece('results').hidden = true
    if (result === 'NOT_REACHED') this.piece('reasons').hidden = false
    else {
      this.piece('breach').hidden = false
      this.piece('breach').reset()
      this.fill('breach-what', this.resultWord(result))
    }
  }

  breach(event) {
    event.preventDefault()
    const { done = '', note = '' } = Object.fromEntries(new FormData(event.target))
    this.see(this.point, { result: this.asked, done, note: note.trim() })
  }

  see(id, told) {
    const point = this.points.find(p => p.id === id), at = new Date().toISOString()
    this.round.seen[id] = { ...told, at }
    daywatchRounds.save(this.round)
    this.send({ act: 'SEE', checkpoint: id, way: id === this.scanned ? this.way : 'LIST', at, ...told }, `${this.kindWord()}: ${point.name}, ${this.resultWord(told.result)}`)
    this.say(`${point.name}: ${this.resultWord(told.result)}`, told.result === 'AS_IT_MUST_BE' || told.result === 'NOT_REACHED' ? told.result : 'BREACH')
    this.point = null
    this.show()
  }

  /** A sweep that leaves doors out says why, once for all of them. */
  finish() {
    if (this.round.kind !== 'SWEEP' || this.left.length === 0) return this.end()
    this.fill('missing-count', this.word('missing', this.left.length))
    this.piece('missing').hidden = false
    this.piece('missing').scrollIntoView({ block: 'center' })
  }

  finishAnyway(reason) {
    const at = new Date().toISOString()
    for (const point of this.left) {
      this.round.seen[point.id] = { result: 'NOT_REACHED', reason, at }
      this.send({ act: 'SEE', checkpoint: point.id, way: 'LIST', at, result: 'NOT_REACHED', reason }, `${this.kindWord()}: ${point.name}, ${this.dataset.notreached}`)
    }
    this.end()
  }

  end() {
    const seen = Object.values(this.round.seen), breaches = seen.filter(s => !['AS_IT_MUST_BE', 'NOT_REACHED'].includes(s.result)).length
    const { patrol } = this
    if (patrol) this.fill('done', this.word('walked', Object.keys(this.round.stops ?? {}).length, patrol.stops.length, breaches))
    else this.fill('done', this.word('done', seen.filter(s => s.result !== 'NOT_REACHED').length, this.wantedPoints.length, breaches))
    this.piece('record').href = '/rounds/' + this.round.id
    this.over({ act: 'FINISH' }, this.dataset.over)
  }

  breakOff(event) {
    event.preventDefault()
    const why = new FormData(event.target).get('why').trim()
    if (!why) return event.target.elements.why.focus()
    this.fill('done', this.dataset.brokenoff)
    this.piece('record').href = '/rounds/' + this.round.id
    this.over({ act: 'ABANDON', why }, this.dataset.brokenoff)
  }

  over(fields, said) {
    const at = new Date()
    this.send({ ...fields, at: at.toISOString() }, `${this.kindWord()}: ${said}`)
    daywatchRounds.save({ ...this.round, endedAt: at.getTime() })
    this.round.endedAt = at.getTime()
    this.scanned = null
    this.piece('said').hidden = true
    this.arrived()
    this.open('done')
    scrollTo(0, 0)
  }

  /** Its record is on the site once nothing of it waits here. */
  arrived() {
    this.piece('record').hidden = daywatchRounds.entries().some(e => e.group === this.round?.id)
  }

  say(text, tone) {
    const said = this.piece('said')
    said.hidden = false
    said.className = `round-said round-said-${tone}`
    said.textContent = text
  }
})
