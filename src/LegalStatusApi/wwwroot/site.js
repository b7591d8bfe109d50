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
document.querySelectorAll('textarea[data-count]').forEach((area) => {
  const said = document.getElementById(`${area.id}-count`);
  area.addEventListener('input', () => { said.textContent = `${[...area.value].length} of at most ${area.dataset.count} characters`; });
});
