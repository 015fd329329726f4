// The kiosk: an ID scanner that types like a keyboard fills in the name and nothing else; back leads nowhere; what a
// visitor left half typed is gone after a minute.
(() => {
  const form = document.querySelector('[data-kiosk-form]');
  const IDLE_MS = 60000;
  const GAP_MS = 400;

  history.pushState(null, '', location.href);
  addEventListener('popstate', () => history.pushState(null, '', location.href));
  addEventListener('contextmenu', event => event.preventDefault());

  let idle = 0;
  const awake = () => {
    clearTimeout(idle);
    idle = setTimeout(() => { if (document.querySelector('input[type=text]')) location.replace('/kiosk'); }, IDLE_MS);
  };
  ['keydown', 'pointerdown', 'input'].forEach(kind => addEventListener(kind, awake, true));
  awake();
  if (!form) return;

  const titled = word => word.toLowerCase().replace(/(^|[\s'’-])\p{L}/gu, start => start.toUpperCase());

  // AAMVA DL/ID: DCS family name, DAC first name, DCT given names; before 2005 DAA "FAMILY,FIRST,MIDDLE".
  const nameOf = text => {
    const element = code => (text.match(new RegExp('(?:^|[\\r\\n]|DL|ID)' + code + '([^\\r\\n]*)')) || [])[1]?.trim() || '';
    const whole = element('DAA').split(/[,@$]/);
    const family = element('DCS') || whole[0];
    const first = element('DAC') || element('DCT').split(/[, ]/)[0] || whole[1] || '';
    return [first, family].filter(Boolean).map(titled).join(' ').slice(0, 120);
  };

  let scanned = null;
  let gap = 0;
  const finish = () => {
    const name = nameOf(scanned);
    scanned = null; // nothing of it is kept, and nothing of it was sent
    if (!name) return;
    form.elements.name.value = name;
    form.elements.visits.focus();
  };
  document.addEventListener('keydown', event => {
    if (scanned === null && event.key !== '@') return;
    if (scanned === null) scanned = '';
    event.preventDefault();
    event.stopPropagation();
    scanned += event.key === 'Enter' ? '\n' : event.key.length === 1 ? event.key : '';
    if (scanned.length > 4000) scanned = '';
    clearTimeout(gap);
    gap = setTimeout(finish, GAP_MS);
  }, true);
})();
