// The words of the languages a school speaks, beside those of the page. They came long before the alert, so that it brings none.
(() => {
  const STATUS = { ACTUAL: 'real', EXERCISE: 'drill', TEST: 'test' }

  /**
   * In the order in which they stand on this screen: a reader's own first; a screen that has a place of its own, and nobody's language, in the
   * school's order. That of the page is always among them. Only that one: nothing else was chosen.
   */
  function tongues(alert, words) {
    const { speaks, languages, reads } = words.own ?? {}
    const page = { tag: words.lang, words, missing: [] }
    const spoken = (speaks?.[alert.school] ?? []).map(id => languages[id]).filter(Boolean).map(one => one.tag === words.lang ? page : one)
    if (!spoken.some(one => one !== page)) return [page]
    if (!spoken.includes(page)) spoken.push(page)
    const first = spoken.some(one => one.tag === reads) ? reads : daywatchAlerts.device?.() ? spoken[0].tag : words.lang
    return [...spoken.filter(one => one.tag === first), ...spoken.filter(one => one.tag !== first)]
  }

  /** An element of its own that says its language and direction, and that it is English where the language has no word. */
  function say(tag, className, tongue, key) {
    const element = document.createElement(tag), missing = tongue.missing?.includes(key)
    if (className) element.className = className
    element.lang = missing ? 'en' : tongue.tag
    element.dir = missing || !tongue.rtl ? 'ltr' : 'rtl'
    if (missing) element.classList.add('alert-english')
    element.append(tongue.words[key] ?? '')
    return element
  }

  /** Whether it is meant: in the school's first language where that is a further one, and always in English and in Spanish. */
  function kinds(alert, words, all) {
    const key = STATUS[alert.status], first = all[0], said = first.tag in words.own.kinds ? [] : [say('span', '', first, key)]
    const house = Object.keys(words.own.kinds).sort((one, other) => (other === words.lang) - (one === words.lang))
    for (const tag of house) said.push(say('span', '', { tag, words: words.own.kinds[tag] }, key))
    return said.flatMap((one, n) => n ? [' / ', one] : [one])
  }

  Object.assign(daywatchAlerts, { tongues, say, kinds, status: alert => STATUS[alert.status],
    /** That it is over, in all of them. */
    over: (alert, words) => tongues(alert, words).map(one => one.words.over).join(' · ') })
})()
