package dev.quartermaster.rest.shared;

import dev.quartermaster.application.shared.LimitRequests;

final class RequestLimit {
  static final String PATH = "/orders";

  private final LimitRequests limitRequests;

  RequestLimit(LimitRequests limitRequests) {
    this.limitRequests = limitRequests;
  }

  boolean mayPass(String path, String client) {
    return !path.startsWith(PATH) || limitRequests.count(client);
  }
}
