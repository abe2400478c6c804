// Whether all contestants answer one request with one meaning; otherwise comparing them would say nothing.
import { isDeepStrictEqual } from 'node:util';
import { exchange } from './exchange.js';

export async function requireAgreement(operations, [ours, ...peers]) {
  for (const operation of operations) {
    const expected = await meaning(operation, ours);
    for (const peer of peers) {
      const actual = await meaning(operation, peer);
      if (!isDeepStrictEqual(actual, expected)) {
        throw new Error(
          `${peer.name} answers '${operation.name}' by\n${JSON.stringify(actual)}\nand ${ours.name} by\n${JSON.stringify(expected)}`,
        );
      }
    }
  }
}

async function meaning(operation, contestant) {
  const token = operation.signedIn ? contestant.token : undefined;
  return operation.meaning(
    await exchange(contestant.address, operation.method, operation.path(contestant), { token, body: operation.body }),
  );
}
