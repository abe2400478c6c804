// Sends a mailed token on. It arrives behind the number sign, which no server gets to see.
const form = document.querySelector('form');
const outcome = document.querySelector('#outcome');
const token = new URLSearchParams(location.hash.slice(1)).get('token');

function show(text, done) {
  outcome.textContent = text;
  form.hidden = done;
}

async function send(event) {
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    const answer = await fetch(form.dataset.endpoint, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', Accept: 'application/json, application/problem+json'},
      credentials: 'omit',
      body: JSON.stringify({token, ...Object.fromEntries(new FormData(form))}),
    });
    if (answer.ok) {
      history.replaceState(null, '', location.pathname);
      show(form.dataset.done, true);
    } else {
      const problem = await answer.json();
      show(problem.errors?.map((error) => error.field + ' ' + error.message).join('; ') || problem.detail, false);
    }
  } catch (failure) {
    show('The server cannot be reached; please try again. (' + failure.message + ')', false);
  } finally {
    button.disabled = false;
  }
}

if (token) {
  form.addEventListener('submit', send);
} else {
  show('This page needs the link from the mail. Please open it again.', true);
}
