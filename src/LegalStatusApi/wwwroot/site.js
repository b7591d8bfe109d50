// Every page works without this; it adds copying, a slider beside the date of a map, and forms that answer at once.
document.querySelectorAll('[data-copy]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const from = document.getElementById(button.dataset.copy);
    const said = button.textContent;
    try {
      await navigator.clipboard.writeText(from.value ?? from.textContent);
      button.textContent = 'Copied';
    } catch {
      from.focus();
      from.select?.();
      button.textContent = 'Select and copy';
    }
    setTimeout(() => { button.textContent = said; }, 2000);
  });
});
document.querySelectorAll('input[type=date][data-auto]').forEach((input) => {
  input.addEventListener('change', () => { if (input.value) input.form.requestSubmit(); });
});
// A slider beside the date of a map: the year first, then the map is asked for.
document.querySelectorAll('[data-slider]').forEach((place) => {
  const input = document.getElementById(place.dataset.slider);
  const day = 86400000;
  const [from, to] = [Date.parse(place.dataset.from), Date.parse(place.dataset.to)];
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.min = 0;
  slider.max = Math.round((to - from) / day);
  slider.value = Math.round((Date.parse(input.value) - from) / day);
  slider.setAttribute('aria-label', 'Law date of the map');
  const textOf = () => new Date(from + Number(slider.value) * day).toISOString().slice(0, 10);
  slider.setAttribute('aria-valuetext', input.value);
  slider.addEventListener('input', () => { input.value = textOf(); slider.setAttribute('aria-valuetext', input.value); });
  slider.addEventListener('change', () => input.form.requestSubmit());
  place.append(slider);
});
document.querySelectorAll('form.day select').forEach((select) => {
  select.addEventListener('change', () => { if (select.closest('.map')) select.form.requestSubmit(); });
});
document.querySelectorAll('textarea[data-count]').forEach((area) => {
  const said = document.getElementById(`${area.id}-count`);
  area.addEventListener('input', () => { said.textContent = `${[...area.value].length} of at most ${area.dataset.count} characters`; });
});
