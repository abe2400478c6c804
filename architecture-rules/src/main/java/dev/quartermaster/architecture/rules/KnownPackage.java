package dev.quartermaster.architecture.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;

/** The packages that rules know by name. Each must hold a class; a test sees to it. */
public enum KnownPackage {
  HOUSE("dev.quartermaster.."),
  JDK("java.."),
  JDK_CRYPTOGRAPHY("javax.crypto.."),
  JDK_HTTP_SERVER("com.sun.net.httpserver.."),
  JSPECIFY("org.jspecify.."),
  INJECTION("jakarta.inject.."),
  BEANS("jakarta.enterprise.."),
  TRANSACTIONS("jakarta.transaction.."),
  QUARKUS_TRANSACTIONS("io.quarkus.narayana.jta.."),
  JUNIT("org.junit.jupiter.."),
  ASSERTJ("org.assertj.."),
  JQWIK("net.jqwik.api..");

  private final String pattern;
  private final PackageMatcher matcher;

  KnownPackage(String pattern) {
    this.pattern = pattern;
    this.matcher = PackageMatcher.of(pattern);
  }

  /** The package with all below it, as ArchUnit writes it. */
  public String pattern() {
    return pattern;
  }

  /** Whether the class is in it. */
  public boolean contains(JavaClass type) {
    return matcher.matches(type.getPackageName());
  }
}
