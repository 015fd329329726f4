// The words of a language as a screen would show them now, drawn by the same hand, on a phone and at a desk.
(() => {
  const boxes = document.querySelector('.alert-previews'), choice = document.querySelector('.alert-preview-choice')
  if (!boxes || !globalThis.daywatchAlerts?.preview) return
  const { words, own, school } = JSON.parse(boxes.dataset.preview)
  const field = name => choice.elements[name].value

  function draw() {
    const alert = { alert: school, school, schoolName: '', zone: '', status: field('status'), action: field('action'), detail: field('action') === 'SHELTER' ? 'TORNADO/SHELTER_AREA' : '', place: '', presser: '…',
      since: new Date().toISOString(), told: 1 }
    for (const box of boxes.children) box.replaceChildren(daywatchAlerts.preview(alert, { ...words, own }))
  }
  choice.hidden = false
  choice.addEventListener('change', draw)
  draw()
})()
