// Fills a shop's catalogue over its API.
import { exchange } from './exchange.js';

const WORDS = ['Heart', 'Star', 'Moon', 'Leaf', 'Bird', 'Rose', 'Tin', 'Oak', 'Tea', 'Bell'];
const AT_ONCE = 16;

/** Adds as many products and gives their ids, in order. */
export async function catalogue(address, { email, password }, count) {
  const { token } = await exchange(address, 'POST', '/api/v1/auth/login', { body: { email, password } });
  const ids = new Array(count);
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const number = next++;
      const { id } = await exchange(address, 'POST', '/api/v1/products', { token, body: product(number) });
      ids[number] = id;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return ids.sort();
}

function product(number) {
  const word = WORDS[number % WORDS.length];
  return {
    sku: `B-${number}`,
    name: `${word} holder no. ${number}`,
    description: `A holder made of ${word}`,
    category: `category ${number % 50}`,
    price: { amount: 100 + number, currency: 'EUR' },
    attributes: { colour: word },
    status: 'active',
  };
}
