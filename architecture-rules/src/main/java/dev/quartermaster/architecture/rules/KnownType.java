package dev.quartermaster.architecture.rules;

import com.tngtech.archunit.core.domain.JavaClass;

/** The types that rules know by name. Each must exist; a test sees to it. */
public enum KnownType {
  ACTOR("dev.quartermaster.domain.shared.Actor"),
  AUDIT_TRAIL("dev.quartermaster.domain.shared.AuditTrail"),
  DOMAIN_EXCEPTION("dev.quartermaster.domain.shared.DomainException"),
  RATE_LIMITS("dev.quartermaster.domain.shared.RateLimits"),
  RATE_POLICY("dev.quartermaster.domain.shared.RatePolicy"),
  UNIT_OF_WORK("dev.quartermaster.domain.shared.UnitOfWork"),
  USES_CONTEXTS("dev.quartermaster.domain.shared.UsesContexts"),

  JPA_ENTITY("jakarta.persistence.Entity"),
  JPA_EMBEDDABLE("jakarta.persistence.Embeddable"),
  JPA_SUPERCLASS("jakarta.persistence.MappedSuperclass"),
  JPA_TRANSACTION("jakarta.persistence.EntityTransaction"),

  HTTP_METHOD("jakarta.ws.rs.HttpMethod"),
  PERMIT_ALL("jakarta.annotation.security.PermitAll"),
  DENY_ALL("jakarta.annotation.security.DenyAll"),
  ROLES_ALLOWED("jakarta.annotation.security.RolesAllowed"),
  AUTHENTICATED("io.quarkus.security.Authenticated"),
  PERMISSIONS_ALLOWED("io.quarkus.security.PermissionsAllowed"),

  INJECT("jakarta.inject.Inject"),
  CONFIG_PROPERTY("org.eclipse.microprofile.config.inject.ConfigProperty"),
  PERSISTENCE_CONTEXT("jakarta.persistence.PersistenceContext"),
  RESOURCE("jakarta.annotation.Resource"),
  REQUEST_CONTEXT("jakarta.ws.rs.core.Context");

  private final String typeName;

  KnownType(String typeName) {
    this.typeName = typeName;
  }

  /** The full name of the type. */
  public String typeName() {
    return typeName;
  }

  boolean is(JavaClass type) {
    return type.getName().equals(typeName);
  }

  boolean isSupertypeOf(JavaClass type) {
    return type.isAssignableTo(typeName);
  }
}
