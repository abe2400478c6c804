// What is asked of each contestant, what its answer has to say, and by how much ours is meant to be ahead.
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';

/** The operations on products with these ids. */
export function operations({ ids, folder, customer, names }) {
  const picks = (name, some) => {
    const file = join(folder, name);
    writeFileSync(file, some.join('\n'));
    return file;
  };
  const order = (...lines) => ({ items: lines.map((productId) => ({ productId, quantity: 1 })) });
  const all = [
    {
      name: 'product by id',
      method: 'GET',
      path: () => `/api/v1/products/${ids[0]}`,
      meaning: product,
      script: 'pick.lua',
      env: { PRODUCTS: picks('some', ids.slice(0, 1000)) },
      limit: 'product.sql',
      target: 2.5,
    },
    {
      name: 'product list with total',
      method: 'GET',
      path: () => '/api/v1/products?page=1&limit=20',
      meaning: page,
      limit: 'list.sql',
      target: 5,
    },
    {
      name: 'product list by cursor',
      method: 'GET',
      path: ({ cursor }) => `/api/v1/products?limit=20&after=${encodeURIComponent(cursor)}`,
      meaning: part,
      limit: 'cursor.sql',
    },
    {
      name: 'search',
      method: 'GET',
      path: () => '/api/v1/products?q=heart&page=1&limit=20',
      meaning: page,
      limit: 'search.sql',
    },
    {
      name: 'own account',
      method: 'GET',
      path: () => '/api/v1/users/me',
      signedIn: true,
      meaning: account,
      limit: 'account.sql',
      target: 2,
    },
    {
      name: 'order of three lines',
      method: 'POST',
      path: () => '/api/v1/orders',
      signedIn: true,
      body: order(...ids.slice(0, 3)),
      meaning: placedOrder,
      script: 'order.lua',
      env: { PRODUCTS: picks('all', ids), LINES: '3' },
      limit: 'order.sql',
    },
    {
      name: 'order of one hot product',
      method: 'POST',
      path: () => '/api/v1/orders',
      signedIn: true,
      body: order(ids[0]),
      meaning: placedOrder,
      script: 'order.lua',
      env: { PRODUCTS: picks('hot', ids.slice(0, 1)), LINES: '1' },
      limit: 'hot-order.sql',
    },
    {
      name: 'log-in',
      method: 'POST',
      path: () => '/api/v1/auth/login',
      body: { email: customer.email, password: customer.password },
      meaning: session,
      script: 'log-in.lua',
      env: { EMAIL: customer.email, PASSWORD: customer.password },
      connections: 8,
      target: 1,
    },
  ];
  const unknown = names?.find((name) => !all.some((operation) => operation.name === name));
  if (unknown !== undefined) {
    throw new Error(`no operation is called '${unknown}'; there are ${all.map(({ name }) => name).join(', ')}`);
  }
  return all.filter(({ name }) => names === undefined || names.includes(name));
}

const product = ({ id, sku, name, description, category, price, attributes, status }) =>
  ({ id, sku, name, description, category, price, attributes, status });
const page = ({ data, pagination: { page: number, limit, total, pages } }) => ({ products: data.map(product), number, limit, total, pages });
const part = ({ data, pagination: { limit, next } }) => ({ products: data.map(product), limit, more: typeof next === 'string' });
const account = ({ id, name, email, roles, emailVerified }) => ({ id, name, email, roles, emailVerified });
const placedOrder = ({ customerId, status, items, total }) =>
  ({ customerId, status, items: items.map(line).sort(byProduct), total });
const line = ({ productId, sku, name, quantity, unitPrice, lineTotal }) => ({ productId, sku, name, quantity, unitPrice, lineTotal });
const byProduct = (one, other) => (one.productId < other.productId ? -1 : 1);
const session = ({ token, refreshToken, tokenType, expiresIn, user: { id, name, email } }) =>
  ({ token: typeof token, refreshToken: typeof refreshToken, tokenType, expiresIn, id, name, email });
