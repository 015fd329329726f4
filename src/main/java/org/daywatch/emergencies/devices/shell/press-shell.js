// The page of buttons without a connection: schools and rooms as they were when there was one.
(async () => {
  const shell = document.getElementById('press-shell'), form = document.getElementById('alert-press')
  const asked = new URLSearchParams(location.search), schools = await daywatchPresses.schools()
  const status = ['ACTUAL', 'EXERCISE', 'TEST'].includes(asked.get('status')) ? asked.get('status') : 'ACTUAL'
  document.getElementById('press-unknown').hidden = schools.length > 0
  form.hidden = schools.length === 0
  form.elements.id.value = crypto.randomUUID?.() ?? form.elements.id.value.slice(0, 24) + Date.now().toString(16).padStart(12, '0') // a kept page must not press twice by one id

  for (const option of schools) form.elements.school.append(new Option(option.name, option.id))
  if (schools.some(s => s.id === asked.get('school'))) form.elements.school.value = asked.get('school')
  form.elements.school.closest('p').hidden = schools.length < 2

  function rooms() {
    const school = schools.find(s => s.id === form.elements.school.value), select = document.getElementById('alert-room')
    select.replaceChildren(select.options[0], ...(school?.rooms ?? []).map(r => new Option(r.name, r.id)))
    select.closest('p').hidden = !school?.rooms?.length
    form.dataset.school = school?.id ?? ''
    form.dataset.schoolName = school?.name ?? ''
    document.getElementById('press-school').textContent = school?.name ?? ''
  }
  form.elements.school.addEventListener('change', rooms)
  rooms()
  dispatchEvent(new Event('profile-kept'))

  form.dataset.status = form.elements.status.value = status
  const box = document.querySelector('.alert-press')
  box.classList.add('alert-press-' + status)
  for (const mode of document.querySelectorAll('[data-mode]')) mode.hidden = mode.dataset.mode !== status
  for (const link of document.querySelectorAll('.alert-status a')) {
    if (link.classList.contains('alert-status-' + status)) link.setAttribute('aria-current', 'true')
  }
  shell.hidden = false
  addEventListener('online', () => { document.getElementById('press-online').hidden = false })
})()
