// A tap on the plan writes where it was into the two fields; without script they are typed.
for (const sheet of document.querySelectorAll(".plan-point .plan-sheet")) {
  const form = document.querySelector(".plan-point form");
  const pin = sheet.querySelector(".plan-pin");
  const show = () => {
    const across = form.elements.across.value;
    const down = form.elements.down.value;
    pin.setAttribute("cx", `${across}%`);
    pin.setAttribute("cy", `${down}%`);
    pin.toggleAttribute("hidden", across === "" || down === "");
  };
  sheet.addEventListener("click", event => {
    const box = sheet.querySelector("img").getBoundingClientRect();
    const percent = (at, from, size) => (Math.min(100, Math.max(0, 100 * (at - from) / size))).toFixed(2);
    form.elements.across.value = percent(event.clientX, box.left, box.width);
    form.elements.down.value = percent(event.clientY, box.top, box.height);
    show();
  });
  form.addEventListener("input", show);
  show();
}
