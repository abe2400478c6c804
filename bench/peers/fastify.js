import Fastify from 'fastify';
import { Refused, Shop } from './shop.js';
import { tokens } from './tokens.js';
import { serve, settings } from './workers.js';

const MONEY = { type: 'object', properties: { amount: { type: 'integer' }, currency: { type: 'string' } } };
const PRODUCT = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    sku: { type: 'string' },
    name: { type: 'string' },
    description: { type: 'string' },
    category: { type: ['string', 'null'] },
    price: MONEY,
    attributes: { type: 'object', additionalProperties: true },
    status: { type: 'string' },
    createdAt: { type: 'string' },
    updatedAt: { type: 'string' },
  },
};
const PRODUCTS = {
  type: 'object',
  properties: {
    data: { type: 'array', items: PRODUCT },
    pagination: {
      type: 'object',
      properties: {
        page: { type: 'integer' },
        limit: { type: 'integer' },
        total: { type: 'integer' },
        pages: { type: 'integer' },
        next: { type: 'string' },
      },
    },
  },
};
const LIST_QUERY = {
  type: 'object',
  properties: {
    page: { type: 'integer', minimum: 1, default: 1 },
    limit: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
    q: { type: 'string' },
    after: { type: 'string' },
  },
};
const ORDER = {
  type: 'object',
  required: ['items'],
  properties: {
    items: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['productId', 'quantity'],
        properties: { productId: { type: 'string', format: 'uuid' }, quantity: { type: 'integer', minimum: 1 } },
      },
    },
  },
};
const CREDENTIALS = {
  type: 'object',
  required: ['email', 'password'],
  properties: { email: { type: 'string' }, password: { type: 'string' } },
};

serve(async (port) => {
  const shop = new Shop(settings);
  const access = tokens(settings.keyFile);
  const app = Fastify();

  app.setErrorHandler((fault, _request, reply) => {
    const status = fault instanceof Refused ? fault.status : fault.validation ? 400 : 500;
    reply.code(status).type('application/problem+json').send({ status, code: fault.code ?? 'internal-error' });
  });
  const signedIn = async (request) => {
    request.userId = access.userOf(request.headers.authorization);
    if (request.userId === undefined) {
      throw new Refused(401, 'unauthorized');
    }
  };

  app.get('/health/ready', async () => ({ status: 'UP' }));
  app.get('/api/v1/products/:id', { schema: { response: { 200: PRODUCT } } }, (request) => shop.product(request.params.id));
  app.get('/api/v1/products', { schema: { querystring: LIST_QUERY, response: { 200: PRODUCTS } } }, ({ query }) =>
    query.after === undefined ? shop.products(query) : shop.productsAfter(query),
  );
  app.get('/api/v1/users/me', { preHandler: signedIn }, (request) => shop.user(request.userId));
  app.post('/api/v1/auth/login', { schema: { body: CREDENTIALS } }, async (request) => {
    const { user, session } = await shop.logIn(request.body.email, request.body.password);
    return { token: access.issue(user, session), refreshToken: session, tokenType: 'Bearer', expiresIn: access.lifetimeSeconds, user };
  });
  app.post('/api/v1/orders', { preHandler: signedIn, schema: { body: ORDER } }, async (request, reply) => {
    const order = await shop.placeOrder(request.userId, request.body.items);
    return reply.code(201).header('Location', `/api/v1/orders/${order.id}`).send(order);
  });

  await app.listen({ port, host: '127.0.0.1' });
});
