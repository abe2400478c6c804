// Signs up, logs in and places an order at the address in SHOP, with a client made from the description.
import createClient from "openapi-fetch";
import type { components, paths } from "../target/typescript/api.js";

declare const process: { env: Record<string, string | undefined> };

type Problem = components["schemas"]["Problem"];

const baseUrl = process.env["SHOP"];
if (!baseUrl) {
  throw new Error("SHOP names no address");
}
const shop = createClient<paths>({ baseUrl });

function given<T>(answer: { data?: T; error?: Problem; response: Response }): T {
  if (answer.data === undefined) {
    throw new Error(`${answer.response.status} ${answer.error?.code}: ${answer.error?.detail}`);
  }
  return answer.data;
}

function expect(holds: boolean, what: string): void {
  if (!holds) {
    throw new Error(`expected ${what}`);
  }
}

const email = `typescript-${crypto.randomUUID()}@example.com`;
const password = "correct-horse-battery";

const user = given(await shop.POST("/api/v1/users", { body: { name: "Ada Lovelace", email, password } }));
expect(user.email === email && user.roles.includes("customer"), "a customer with that address");

const session = given(await shop.POST("/api/v1/auth/login", { body: { email, password } }));
if (session.token === undefined) {
  throw new Error("a second step is needed where none was set up");
}
const headers = { Authorization: `Bearer ${session.token}` };

const products = given(await shop.GET("/api/v1/products", { params: { query: { limit: 1, sort: "sku" } } }));
const product = products.data[0];
if (product === undefined) {
  throw new Error("the catalogue is empty");
}

const key = crypto.randomUUID();
const place = () =>
  shop.POST("/api/v1/orders", {
    headers,
    params: { header: { "Idempotency-Key": key } },
    body: { items: [{ productId: product.id, quantity: 1 }] },
  });
const order = given(await place());
expect(order.status === "pending_payment", "an order that waits for its payment");
expect(order.total.amount === product.price.amount, "the price of one piece");
expect(given(await place()).id === order.id, "the same order at a repetition");

const orders = given(await shop.GET("/api/v1/orders", { headers }));
expect(orders.data.length === 1 && orders.data[0]?.number === order.number, "the order in the list");

const refused = await shop.GET("/api/v1/orders/{id}", {
  headers,
  params: { path: { id: user.id } },
});
expect(refused.error?.code === "not-found", "a problem that names its kind");

console.log(`TypeScript: order ${order.number} of ${product.sku} placed`);
