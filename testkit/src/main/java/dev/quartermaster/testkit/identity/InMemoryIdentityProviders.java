package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.ExternalPerson;
import dev.quartermaster.domain.identity.ExternalSignInFailed;
import dev.quartermaster.domain.identity.IdentityProviders;
import dev.quartermaster.domain.identity.PendingSignIn;
import dev.quartermaster.domain.identity.ProviderName;
import dev.quartermaster.domain.shared.NotFound;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Providers in memory, where everybody signs in by saying who they are. */
public final class InMemoryIdentityProviders implements IdentityProviders {
  private final TreeSet<ProviderName> names;
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();

  /** Providers of those names. */
  public InMemoryIdentityProviders(ProviderName... names) {
    this.names = new TreeSet<>(Set.of(names));
  }

  @Override
  public List<ProviderName> names() {
    return List.copyOf(names);
  }

  @Override
  public Begun begin(ProviderName provider, URI callback, Instant at) {
    requireKnown(provider);
    PendingSignIn pending =
        new PendingSignIn(provider, random(), random(), random(), at.plus(PendingSignIn.LIFETIME));
    return new Begun(
        URI.create("https://" + provider.value().replace('_', '-') + ".example/authorize"),
        pending);
  }

  /** The code for somebody who has signed in. */
  public String signIn(PendingSignIn pending, ExternalPerson person) {
    String code = random();
    grants.put(code, new Grant(pending, person));
    return code;
  }

  @Override
  public ExternalPerson complete(PendingSignIn pending, String code, URI callback) {
    requireKnown(pending.provider());
    @Nullable Grant grant = grants.remove(code);
    if (grant == null || !grant.pending.equals(pending)) {
      throw new ExternalSignInFailed("The provider refuses the code.");
    }
    return grant.person;
  }

  private void requireKnown(ProviderName provider) {
    if (!names.contains(provider)) {
      throw new NotFound("sign-in provider", provider);
    }
  }

  private static String random() {
    return UUID.randomUUID().toString();
  }

  private record Grant(PendingSignIn pending, ExternalPerson person) {}
}
