package dev.quartermaster.application.identity;

import java.util.Set;

/** Tells whose access tokens are accepted besides ours. */
public interface GetTrustedIssuers {

  /** The issuers, as their tokens name them. */
  Set<String> get();
}
