package dev.quartermaster.persistence.identity;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.Language;
import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row of {@code users}. */
@Entity
@Table(name = "users")
class UserEntity {
  @Id private UUID id;

  private String name;

  private String email;

  @Column(name = "password_hash")
  private String passwordHash;

  private String[] roles;

  @Column(name = "email_verified")
  private boolean emailVerified;

  private String language;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  private long version;

  @Column(name = "deleted_at")
  private @Nullable Instant deletedAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields, which the analysis cannot see.
  protected UserEntity() {}

  UserEntity(User user, PasswordHash password) {
    id = user.id().value();
    passwordHash = password.value();
    name = user.name();
    email = user.email().value();
    roles = codes(user.roles());
    emailVerified = user.emailVerified();
    language = user.language().code();
    createdAt = user.createdAt();
    updatedAt = user.updatedAt();
    version = user.version();
  }

  void replaceBy(User user) {
    name = user.name();
    email = user.email().value();
    roles = codes(user.roles());
    emailVerified = user.emailVerified();
    language = user.language().code();
    updatedAt = user.updatedAt();
    version = user.version();
  }

  void changePassword(PasswordHash password) {
    passwordHash = password.value();
  }

  void delete(Instant at) {
    deletedAt = at;
  }

  User toUser() {
    return new User(
        new UserId(id),
        name,
        new EmailAddress(email),
        Stream.of(roles).map(code -> Role.ofCode(code).orElseThrow()).collect(Collectors.toSet()),
        emailVerified,
        Language.ofCode(language).orElseThrow(),
        createdAt,
        updatedAt,
        version);
  }

  User.Credential toCredential() {
    return new User.Credential(toUser(), new PasswordHash(passwordHash));
  }

  private static String[] codes(Set<Role> roles) {
    return roles.stream().sorted().map(Role::code).toArray(String[]::new);
  }
}
