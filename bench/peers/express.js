import express from 'express';
import { Refused, Shop } from './shop.js';
import { tokens } from './tokens.js';
import { serve, settings } from './workers.js';

serve((port) => {
  const shop = new Shop(settings);
  const access = tokens(settings.keyFile);
  const app = express();
  app.disable('x-powered-by');
  app.use(express.json());

  const signedIn = (request, _response, next) => {
    request.userId = access.userOf(request.headers.authorization);
    next(request.userId === undefined ? new Refused(401, 'unauthorized') : undefined);
  };
  const positive = (text, otherwise) => {
    const number = Number(text ?? otherwise);
    if (!Number.isInteger(number) || number < 1) {
      throw new Refused(400, 'validation-failed');
    }
    return number;
  };

  app.get('/health/ready', (_request, response) => response.json({ status: 'UP' }));
  app.get('/api/v1/products/:id', async (request, response) => response.json(await shop.product(request.params.id)));
  app.get('/api/v1/products', async ({ query }, response) => {
    const limit = Math.min(100, positive(query.limit, 20));
    response.json(
      query.after === undefined
        ? await shop.products({ page: positive(query.page, 1), limit, q: query.q })
        : await shop.productsAfter({ after: query.after, limit }),
    );
  });
  app.get('/api/v1/users/me', signedIn, async (request, response) => response.json(await shop.user(request.userId)));
  app.post('/api/v1/auth/login', async ({ body }, response) => {
    const { user, session } = await shop.logIn(String(body.email), String(body.password));
    response.json({ token: access.issue(user, session), refreshToken: session, tokenType: 'Bearer', expiresIn: access.lifetimeSeconds, user });
  });
  app.post('/api/v1/orders', signedIn, async (request, response) => {
    const items = request.body?.items;
    if (!Array.isArray(items) || items.length === 0 || !items.every((item) => Number.isInteger(item.quantity) && item.quantity > 0)) {
      throw new Refused(400, 'validation-failed');
    }
    const order = await shop.placeOrder(request.userId, items);
    response.status(201).location(`/api/v1/orders/${order.id}`).json(order);
  });
  app.use((fault, _request, response, _next) => {
    const status = fault instanceof Refused ? fault.status : 500;
    response.status(status).type('application/problem+json').json({ status, code: fault.code ?? 'internal-error' });
  });

  app.listen(port, '127.0.0.1');
});
