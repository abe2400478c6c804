package dev.quartermaster.webhooks.webhooks;

import java.net.UnknownHostException;

/** A name leads to an address that we do not connect to. */
final class AddressRefused extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  AddressRefused(String message) {
    super(message);
  }
}
