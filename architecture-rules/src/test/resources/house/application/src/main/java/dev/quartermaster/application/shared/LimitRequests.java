package dev.quartermaster.application.shared;

public interface LimitRequests {
  boolean count(String client);
}
