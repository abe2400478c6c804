package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.ProviderName;
import java.net.URI;
import java.time.Duration;

/** Sends somebody to a provider to show there who they are. */
public interface BeginExternalSignIn {

  /**
   * Begins the sign-in. Nothing of it is kept here: the browser keeps it, sealed.
   *
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such provider
   * @throws dev.quartermaster.domain.shared.Unavailable when the provider does not answer
   */
  Result begin(Command command);

  /**
   * @param provider at which provider
   * @param callback where the provider shall send the browser back to
   */
  record Command(ProviderName provider, URI callback) {}

  /**
   * @param address where to send the browser
   * @param ticket to be kept by the same browser alone until it comes back
   * @param ticketLifetime how long the ticket is good
   */
  record Result(URI address, String ticket, Duration ticketLifetime) {
    @Override
    public String toString() {
      return "Result[" + address.getHost() + ", ***]";
    }
  }
}
