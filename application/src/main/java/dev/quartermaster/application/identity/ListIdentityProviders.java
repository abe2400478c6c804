package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.ProviderName;
import java.util.List;

/** Tells where people can sign in without a password of ours. */
public interface ListIdentityProviders {

  /** What the providers are called, sorted. */
  List<ProviderName> list();
}
