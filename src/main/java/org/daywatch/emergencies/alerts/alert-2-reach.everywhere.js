// Who was not reached, by name, while the records cannot be read: from the memory of the lane, for whoever may read names, in the place where the records say it.
(() => {
  const GROUPS = ['NEEDS_HELP', 'NOT_REACHED', 'DELIVERED'], NEXT = 2000
  const known = new Map(), told = new Map(), asking = new Set(), again = new Set(), wanted = new Set()

  const make = (tag, className, ...inside) => {
    const element = document.createElement(tag)
    if (className) element.className = className
    element.append(...inside)
    return element
  }

  /** The part of the alert's own page in which the records say it. */
  const here = id => location.pathname.startsWith('/alerts/' + id) ? document.querySelector('#reach-line, #reach-now') : null

  /** A screen that has named its place may hang in a room: there somebody asks for names first. */
  const mayShow = id => wanted.has(id) || here(id) || !daywatchAlerts.device?.()

  function link(figures, words) {
    if (figures.from !== 'LIST') return []
    const to = make('a', 'alert-names-link', words.names)
    to.href = '#alert-names'
    to.addEventListener('click', async event => {
      event.preventDefault()
      wanted.add(figures.alert)
      if (!known.has(figures.alert) && told.has(figures.alert)) await ask(...told.get(figures.alert))
      document.getElementById('alert-names')?.scrollIntoView({ block: 'start' })
    })
    return [' · ', to]
  }

  function list(alert, words) {
    const from = told.get(alert.alert)?.[1].from, people = known.get(alert.alert)?.people
    if (from === 'NONE') return [make('p', 'alert-names-from', words.noList)]
    if (from !== 'LIST' || !people || !mayShow(alert.alert)) return []
    const groups = GROUPS.filter(group => people[group].length).map(group => make('div', 'alert-names-group alert-names-' + group, make('h3', '', words['names.' + group].replace('{0}', people[group].length)),
      make('ul', '', ...people[group].map(name => make('li', '', name)))))
    return [make('p', 'alert-names-from', words.fromMemory), ...groups.length ? groups : [make('p', '', words['names.none'])]]
  }

  function show(alert, words) {
    daywatchAlerts.figures(alert, words)
    const part = here(alert.alert), names = part && list(alert, words)
    if (!names?.length) return
    const figure = make('p', 'reach-seen', make('strong', '', ...words.reach(alert, true)))
    part.replaceChildren(make('div', 'alert-names', figure, ...names))
  }

  /** The records answer again: where they do not at once, once more. */
  function back(id) {
    known.delete(id)
    for (const later of [0, 3000, 10000]) setTimeout(() => { if (here(id)?.querySelector('.alert-names') && told.get(id)?.[1].from !== 'LIST') htmx.trigger(document.body, 'reach-heard') }, later)
  }

  async function ask(alert, figures, words, lane) {
    const id = alert.alert
    if (asking.has(id)) return again.add(id)
    asking.add(id)
    try {
      const answer = await fetch(lane.url + '/lane/reach?alert=' + id, { headers: { Accept: 'application/json', Authorization: 'Bearer ' + lane.token } })
      if (answer.ok) known.set(id, await answer.json())
      else if (answer.status === 429 || answer.status === 503) again.add(id)
    } catch { again.add(id) } // what is shown stays, with the time of its list
    show(alert, words)
    setTimeout(() => {
      asking.delete(id)
      if (again.delete(id) && told.get(id)?.[1].from === 'LIST') ask(...told.get(id))
    }, NEXT)
  }

  /** Figures as a screen has them now, of an alert that it shows. */
  function heard(alert, figures, words, lane) {
    const before = told.get(alert.alert)?.[1]
    told.set(alert.alert, [alert, figures, words, lane])
    if (before?.from && before.from !== figures.from) show(alert, words)
    if (before?.from === 'LIST' && !figures.from) back(alert.alert)
    if (figures.from === 'NONE' && !before?.from) show(alert, words)
    if (figures.from === 'LIST' && lane && mayShow(alert.alert) && (before !== figures || !known.has(alert.alert))) ask(alert, figures, words, lane)
  }

  daywatchAlerts.byName = { heard, list, link }
})()
