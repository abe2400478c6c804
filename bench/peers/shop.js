// What both servers do: the usual way with a pool of pg, a transaction per order and Redis as a cache aside. The tables are those that
// Quartermaster's migrations made.
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { verify } from '@node-rs/argon2';
import pg from 'pg';

const CACHED_SECONDS = 60;
const SESSION_DAYS = 7;
const PAYMENT_MINUTES = 15;

export class Refused extends Error {
  constructor(status, code) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export class Shop {
  constructor({ databaseUrl, redisUrl, connections }) {
    this.pool = new pg.Pool({ connectionString: databaseUrl, max: connections });
    this.redis = new Redis(redisUrl, { enableAutoPipelining: true });
  }

  async product(id) {
    const key = `peer:product:${id}`;
    const cached = await this.redis.get(key);
    if (cached) {
      return JSON.parse(cached);
    }
    const { rows } = await this.pool.query(
      prepared('product', `SELECT ${PRODUCT_COLUMNS} FROM products WHERE id = $1 AND deleted_at IS NULL`, [id]),
    );
    if (rows.length === 0) {
      throw new Refused(404, 'not-found');
    }
    const product = productOf(rows[0]);
    await this.redis.set(key, JSON.stringify(product), 'EX', CACHED_SECONDS);
    return product;
  }

  async products({ page, limit, q }) {
    const where = q === undefined ? FOR_SALE : `${FOR_SALE} AND ${TEXT} @@ websearch_to_tsquery('simple', $1)`;
    const values = q === undefined ? [] : [q];
    const kind = q === undefined ? 'all' : 'found';
    const [count, items] = await Promise.all([
      this.pool.query(prepared(`count of ${kind}`, `SELECT count(*) AS total FROM products WHERE ${where}`, values)),
      this.pool.query(
        prepared(
          `page of ${kind}`,
          `SELECT ${PRODUCT_COLUMNS} FROM products WHERE ${where} ORDER BY created_at DESC, id DESC
           LIMIT $${values.length + 1} OFFSET $${values.length + 2}`,
          [...values, limit, limit * (page - 1)],
        ),
      ),
    ]);
    const total = count.rows[0].total;
    return { data: items.rows.map(productOf), pagination: { page, limit, total, pages: Math.ceil(total / limit) } };
  }

  /** The products behind the one whose id is the cursor, or the first. */
  async productsAfter({ after, limit }) {
    const behind = after === '' ? '' : 'AND (created_at, id) < (SELECT created_at, id FROM products WHERE id = $2)';
    const { rows } = await this.pool.query(
      prepared(
        after === '' ? 'first products' : 'products behind',
        `SELECT ${PRODUCT_COLUMNS} FROM products WHERE ${FOR_SALE} ${behind} ORDER BY created_at DESC, id DESC LIMIT $1`,
        after === '' ? [limit + 1] : [limit + 1, after],
      ),
    );
    const data = rows.slice(0, limit).map(productOf);
    return { data, pagination: { limit, next: rows.length > limit ? data.at(-1).id : undefined } };
  }

  async user(id) {
    const { rows } = await this.pool.query(
      prepared(
        'user',
        'SELECT id, name, email, roles, email_verified, created_at, updated_at FROM users WHERE id = $1 AND deleted_at IS NULL',
        [id],
      ),
    );
    if (rows.length === 0) {
      throw new Refused(401, 'unauthorized');
    }
    return userOf(rows[0]);
  }

  async logIn(email, password) {
    const { rows } = await this.pool.query(
      prepared('credential', 'SELECT * FROM users WHERE email = $1 AND deleted_at IS NULL', [email.toLowerCase()]),
    );
    if (rows.length === 0 || !(await verify(rows[0].password_hash, password))) {
      throw new Refused(401, 'invalid-credentials');
    }
    const session = randomUUID();
    await this.pool.query(
      prepared(
        'session',
        `INSERT INTO sessions (id, user_id, address, user_agent, created_at, generation, rotated_at, expires_at)
         VALUES ($1, $2, '', '', now(), 0, now(), now() + $3 * interval '1 day')`,
        [session, rows[0].id, SESSION_DAYS],
      ),
    );
    return { user: userOf(rows[0]), session };
  }

  async placeOrder(customer, items) {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const order = await this.#placed(client, customer, items);
      await client.query('COMMIT');
      return order;
    } catch (fault) {
      await client.query('ROLLBACK');
      throw fault;
    } finally {
      client.release();
    }
  }

  async #placed(client, customer, items) {
    const ids = items.map((item) => item.productId).sort();
    const offers = await client.query(
      prepared(
        'offers',
        `SELECT id, sku, name, price_amount, price_currency FROM products WHERE id = ANY ($1) AND ${FOR_SALE}`,
        [ids],
      ),
    );
    const byId = new Map(offers.rows.map((offer) => [offer.id, offer]));
    const levels = await client.query(
      prepared(
        'levels',
        'SELECT product_id, on_hand, reserved FROM stock_levels WHERE product_id = ANY ($1) ORDER BY product_id FOR UPDATE',
        [ids],
      ),
    );
    const available = new Map(levels.rows.map((level) => [level.product_id, level.on_hand - level.reserved]));
    for (const item of items) {
      if (!byId.has(item.productId)) {
        throw new Refused(400, 'validation-failed');
      }
      if ((available.get(item.productId) ?? 0) < item.quantity) {
        throw new Refused(409, 'insufficient-stock');
      }
    }
    const lines = items.map((item) => ({ ...byId.get(item.productId), quantity: item.quantity }));
    const total = lines.reduce((sum, line) => sum + line.price_amount * line.quantity, 0);
    const currency = lines[0].price_currency;
    const id = randomUUID();
    const { rows } = await client.query(
      prepared(
        'order',
        `INSERT INTO orders (id, customer_id, status, total_amount, currency, expires_at, created_at, updated_at, version)
         VALUES ($1, $2, 'pending_payment', $3, $4, now() + $5 * interval '1 minute', now(), now(), 1)
         RETURNING number, expires_at, created_at, updated_at`,
        [id, customer, total, currency, PAYMENT_MINUTES],
      ),
    );
    await client.query(
      prepared(
        'lines',
        `INSERT INTO order_lines (order_id, position, product_id, sku, name, quantity, unit_price)
         SELECT $1, position, product_id, sku, name, quantity, unit_price
         FROM unnest($2::uuid[], $3::text[], $4::text[], $5::int[], $6::bigint[]) WITH ORDINALITY
           AS line (product_id, sku, name, quantity, unit_price, position)`,
        [id, column(lines, 'id'), column(lines, 'sku'), column(lines, 'name'), column(lines, 'quantity'), column(lines, 'price_amount')],
      ),
    );
    await client.query(
      prepared(
        'movements',
        `INSERT INTO stock_movements (id, product_id, kind, on_hand_delta, reserved_delta, reason, reference, actor, created_at)
         SELECT gen_random_uuid(), product_id, 'reservation', 0, quantity, 'order placed', $1, $2, now()
         FROM unnest($3::uuid[], $4::int[]) AS line (product_id, quantity)`,
        [id, `user:${customer}`, column(lines, 'id'), column(lines, 'quantity')],
      ),
    );
    await client.query(
      prepared(
        'reservation',
        `UPDATE stock_levels SET reserved = reserved + line.quantity
         FROM unnest($1::uuid[], $2::int[]) AS line (product_id, quantity) WHERE stock_levels.product_id = line.product_id`,
        [column(lines, 'id'), column(lines, 'quantity')],
      ),
    );
    await client.query(
      prepared(
        'transition',
        `INSERT INTO order_transitions (order_id, version, status, reason, actor, at)
         VALUES ($1, 1, 'pending_payment', 'order placed', $2, now())`,
        [id, `user:${customer}`],
      ),
    );
    const [{ number, expires_at: expiresAt, created_at: createdAt, updated_at: updatedAt }] = rows;
    return {
      id,
      number,
      customerId: customer,
      status: 'pending_payment',
      items: lines.map(lineOf),
      total: { amount: total, currency },
      expiresAt,
      createdAt,
      updatedAt,
    };
  }
}

const FOR_SALE = "status = 'active' AND deleted_at IS NULL";
/** Has an index of its own, which the bench makes. */
const TEXT = "to_tsvector('simple', name || ' ' || sku || ' ' || coalesce(category, '') || ' ' || description)";
const PRODUCT_COLUMNS = 'id, sku, name, description, category, price_amount, price_currency, attributes, status, created_at, updated_at';

/** Has the database plan a statement once for each connection. */
function prepared(name, text, values) {
  return { name, text, values };
}

function column(lines, name) {
  return lines.map((line) => line[name]);
}

function productOf(row) {
  return {
    id: row.id,
    sku: row.sku,
    name: row.name,
    description: row.description,
    category: row.category,
    price: { amount: row.price_amount, currency: row.price_currency },
    attributes: row.attributes,
    status: row.status,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function lineOf({ id, sku, name, quantity, price_amount: amount, price_currency: currency }) {
  return { productId: id, sku, name, quantity, unitPrice: { amount, currency }, lineTotal: { amount: amount * quantity, currency } };
}

function userOf(row) {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    roles: row.roles,
    emailVerified: row.email_verified,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
