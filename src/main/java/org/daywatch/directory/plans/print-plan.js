// The button that prints an opened plan, and how wide its drawing is for its height, so that all of it stands on one sheet of paper.
// Without this file the browser's own printing does the same, for drawings that are not higher than wide.
const sheet = document.querySelector('.plan-page .plan-sheet');
const drawing = sheet.querySelector('img');
const shape = () => {
  if (drawing.clientHeight > 0) sheet.style.setProperty('--plan-shape', drawing.clientWidth / drawing.clientHeight);
};
if (drawing.complete) shape();
drawing.addEventListener('load', shape);

const button = document.querySelector('[data-plan-print]');
button.hidden = false;
button.addEventListener('click', () => print());
