// What was seen on rounds, kept on this phone until the site has it; and, so that a round begins without a connection too, the checkpoints of the schools where
// the phone's owner may walk now. No page is needed for that: whichever they open before they go in brings them.
globalThis.daywatchRounds = (() => {
  const queue = daywatchQueue({ name: 'rounds', mine: '/rounds/mine', to: '/rounds/entries' })
  const WALKED = 'daywatch.rounds-walked', FRESH = 10 * 60_000, KEEP = 12 * 3_600_000
  const { dataset } = document.body

  const walked = () => {
    try {
      return JSON.parse(localStorage.getItem(WALKED)) ?? []
    } catch {
      return []
    }
  }
  /** A round that is over is kept for a while, so that its walker sees what became of it. */
  const save = round => localStorage.setItem(WALKED, JSON.stringify([...walked().filter(r => r.id !== round.id && !(r.endedAt && Date.now() - r.endedAt > KEEP)), round]))
  const forget = id => localStorage.setItem(WALKED, JSON.stringify(walked().filter(r => r.id !== id)))

  /** @returns what the site says of places now; undefined without a connection */
  async function refresh(must) {
    const known = queue.profile(), mayWalk = (dataset.may ?? '').split(' ').includes('ROUNDS_WALK')
    if (!mayWalk || dataset.shell || !must && known?.person === dataset.person && Date.now() - known.at < FRESH) return undefined
    try {
      const answer = await fetch('/rounds/kept', { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(10_000) })
      if (!answer.ok || answer.redirected) return undefined
      queue.keepProfile({ ...await answer.json(), at: Date.now() })
      return queue.profile()
    } catch { return undefined }
  }

  document.body.addEventListener('rounds-dropped', ({ detail }) => { if (detail.begins) forget(detail.group) })
  refresh()
  return { ...queue, walked, save, forget, refresh }
})()
