// The first script of a page. Where the browser knows trusted types, nothing becomes markup or a script's address in a page but by this one
// policy: markup without anything that runs, and scripts of this site from where it keeps them. Words are never a script.
(() => {
  const KEPT = /^\/(rooms|vendor|webjars)\/[\w./-]+\.js$|^\/sw\.js$/
  const RUNS = 'iframe, frame, frameset, object, embed, base, portal, fencedframe, animate, set, animatetransform, animatemotion'
  const NAMED = /^(on|srcdoc$|(data-)?hx-(on|vars))/
  const LEADS = /^(href|src|action|formaction|xlink:href|data|ping)$/
  const ASTRAY = /^(javascript|vbscript|blob|data:(?!image\/(png|jpeg|gif|webp)))/

  const ours = address => {
    try {
      const to = new URL(address, location.origin)
      return to.origin === location.origin && KEPT.test(to.pathname)
    } catch { return false }
  }
  // A field of a form may be called as what is asked of the form: the browser's own answers count.
  const { matches } = Element.prototype
  const attributes = Object.getOwnPropertyDescriptor(Element.prototype, 'attributes').get
  const runs = one => {
    const all = [...attributes.call(one)]
    return matches.call(one, RUNS)
      || matches.call(one, 'meta[http-equiv]') && !/^[0-9]+$/.test(one.content) // ours come anew to where they are
      || all.some(({ value }) => /<\/noscript/i.test(value)) && Node.prototype.getRootNode.call(one).querySelector('noscript') // where scripts run it ends there
      || matches.call(one, 'script') && (one.textContent !== '' || !ours(one.getAttribute('src') ?? one.getAttribute('href') ?? ''))
      || all.some(({ name, value }) => NAMED.test(name) || LEADS.test(name) && ASTRAY.test(value.replace(/[\u0000-\u0020]/g, '').toLowerCase())
        || /^(data-)?hx-(vals|headers|request)$/.test(name) && /^\s*(js|javascript):/i.test(value))
  }

  /** What stands in a template is read too. */
  const quiet = part => [...part.querySelectorAll('*')].every(one => !runs(one) && (!(one.content instanceof DocumentFragment) || quiet(one.content)))

  let reading = false // asking the browser to read it comes by here again
  const markup = text => {
    if (reading) return text
    reading = true
    try { return quiet(new DOMParser().parseFromString(text, 'text/html')) ? text : null } finally { reading = false }
  }

  // htmx makes each script of a part anew, with the words it has: none.
  globalThis.trustedTypes?.createPolicy('default', { createHTML: markup, createScript: words => words === '' ? words : null, createScriptURL: address => ours(address) ? address : null })
})()
