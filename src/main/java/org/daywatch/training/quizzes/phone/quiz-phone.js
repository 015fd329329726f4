// An answer is shown as given only when the site has it. Where the network fails, the phone keeps the choice, says so and sends it again by itself.
(() => {
  const AGAIN = 2500
  const form = document.querySelector('form[data-answer]')
  if (!form) return
  const waiting = form.querySelector('.quiz-waiting')
  const button = form.querySelector('button[type=submit]')
  let body

  form.addEventListener('submit', event => {
    if (!form.elements.choice.value) return // the browser, or the site, says what is missing
    event.preventDefault()
    if (body) return
    body = new URLSearchParams(new FormData(form))
    button.disabled = true
    send()
  })

  async function send() {
    try {
      const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual', credentials: 'same-origin' })
      if (answer.type === 'opaqueredirect' || answer.status < 500) return location.replace(form.action.replace(/\/answer$/, ''))
    } catch { /* no network: below */ }
    waiting.textContent = document.querySelector('.quiz-phone').dataset.waiting
    waiting.hidden = false
    setTimeout(send, AGAIN)
  }
})()
