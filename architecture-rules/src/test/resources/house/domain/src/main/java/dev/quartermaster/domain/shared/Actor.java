package dev.quartermaster.domain.shared;

public record Actor(String name) {
  public void require(Permission permission) {}

  public boolean may(Permission permission) {
    return true;
  }

  public boolean is(String other) {
    return name.equals(other);
  }
}
