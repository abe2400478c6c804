package dev.quartermaster.oidc.identity;

import java.util.List;

/**
 * All providers that are set.
 *
 * @param all by name
 */
record Providers(List<Provider> all) {
  Providers {
    all = List.copyOf(all);
  }
}
