/** Sends one request and gives the JSON that answers it; any answer but 200 and 201 is an error. */
export async function exchange(address, method, path, { token, body } = {}) {
  const answer = await fetch(address + path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (answer.status !== 200 && answer.status !== 201) {
    throw new Error(`${method} ${address}${path} is answered by ${answer.status}: ${await answer.text()}`);
  }
  return answer.json();
}
