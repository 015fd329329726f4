// What was answered and photographed on a campus, kept on this phone until the site has it; and, so that a campus can be walked where there is no connection, the open
// assessments of the schools where the phone's owner is. Whichever page they open before they go in brings them.
globalThis.daywatchWalks = (() => {
  const queue = daywatchQueue({ name: 'assessments', mine: '/assessments/mine', to: '/assessments/entries' })
  const FRESH = 10 * 60_000
  const { dataset } = document.body
  /** @returns what the site says of open assessments now; undefined without a connection */
  async function refresh(must) {
    const known = queue.profile(), mayAssess = (dataset.may ?? '').split(' ').includes('ASSESSMENTS_EDIT')
    if (!mayAssess || dataset.shell || !must && known?.person === dataset.person && Date.now() - known.at < FRESH) return undefined
    try {
      const answer = await fetch('/assessments/kept', { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(10_000) })
      if (!answer.ok || answer.redirected) return undefined
      queue.keepProfile({ ...await answer.json(), at: Date.now() })
      return queue.profile()
    } catch { return undefined }
  }
  document.body.addEventListener('assessments-sent', () => refresh(true))
  refresh()
  return { ...queue, refresh }
})()
