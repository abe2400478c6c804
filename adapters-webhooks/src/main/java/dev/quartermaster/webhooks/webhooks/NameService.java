package dev.quartermaster.webhooks.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Knows the addresses of names. */
@FunctionalInterface
interface NameService {

  /** All addresses of the name, or the one that it is. */
  InetAddress[] addressesOf(String name) throws UnknownHostException;
}
