package dev.quartermaster.domain.shared;

public enum RatePolicy {
  API,
  CHANGES
}
