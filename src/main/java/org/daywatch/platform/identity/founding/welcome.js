// Proposes the time zone most of the chosen state lives by, until somebody chooses one by hand.
const state = document.querySelector('.welcome select[name="state"]');
const zone = document.querySelector('.welcome select[name="zone"]');
const usual = JSON.parse(document.querySelector('.welcome').dataset.zones);
let byHand = zone.value !== '';
zone.addEventListener('change', () => { byHand = zone.value !== ''; });
state.addEventListener('change', () => { if (!byHand && usual[state.value]) zone.value = usual[state.value]; });
