/** The work of a message: one request to the external service, if there is one. It throws where the work is not done. */
export async function work(body, messageId) {
  const id = JSON.parse(body).id ?? messageId;
  if (!process.env.EFFECT_URL) {
    return;
  }
  const answer = await fetch(process.env.EFFECT_URL, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `"${id}"` },
    body: JSON.stringify({ id }),
  });
  if (!answer.ok) {
    throw new Error(`the service answered ${answer.status} for ${id}`);
  }
}
