package dev.quartermaster.persistence.identity;

import dev.quartermaster.domain.identity.ApiKey;
import dev.quartermaster.domain.identity.ApiKeyField;
import dev.quartermaster.domain.identity.ApiKeyHash;
import dev.quartermaster.domain.identity.ApiKeys;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.Sort;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.persistence.shared.Conditions;
import dev.quartermaster.persistence.shared.Listing;
import dev.quartermaster.persistence.shared.Row;
import dev.quartermaster.persistence.shared.SortColumn;
import dev.quartermaster.persistence.shared.SortType;
import dev.quartermaster.persistence.shared.SqlArray;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

@Singleton
final class PostgresApiKeys implements ApiKeys {
  private static final Listing<ApiKeyField, ApiKey> KEYS =
      new Listing<>(
          "api_keys",
          new Sort<>(ApiKeyField.CREATED_AT, true),
          PostgresApiKeys::column,
          key -> key.id().value());

  private final Statements statements;

  PostgresApiKeys(Statements statements) {
    this.statements = statements;
  }

  @Override
  public Optional<ApiKey> find(ApiKeyId id) {
    return keys("SELECT * FROM api_keys WHERE id = ?", id.value()).stream().findFirst();
  }

  @Override
  public Optional<ApiKey> findForUpdate(ApiKeyId id) {
    return keys("SELECT * FROM api_keys WHERE id = ? FOR UPDATE", id.value()).stream().findFirst();
  }

  @Override
  public Optional<ApiKey.Credential> findCredential(String prefix, Instant at) {
    return statements
        .query(
            PostgresApiKeys::credential,
            """
            SELECT key.id, key.owner_id, key.secret_hash, key.scopes, key.last_used_at, owner.roles
            FROM api_keys AS key JOIN users AS owner ON owner.id = key.owner_id
            WHERE key.prefix = ? AND key.revoked_at IS NULL AND key.expires_at > ?
            AND owner.deleted_at IS NULL
            """,
            prefix,
            at)
        .stream()
        .findFirst();
  }

  @Override
  public Slice<ApiKey> list(Optional<UserId> owner, PageRequest<ApiKeyField> page) {
    return KEYS.slice(
        statements,
        owner
            .map(user -> Conditions.where("owner_id = ?", user.value()))
            .orElseGet(Conditions::none),
        page,
        select -> keys(select.sql(), select.values().toArray()));
  }

  @Override
  public int countUsable(UserId owner, Instant at) {
    return statements
        .query(
            row -> row.smallNumber("total"),
            """
            SELECT count(*) AS total FROM api_keys
            WHERE owner_id = ? AND revoked_at IS NULL AND expires_at > ?
            """,
            owner.value(),
            at)
        .getFirst();
  }

  @Override
  public void add(ApiKey key, ApiKeyHash hash) {
    statements.update(
        """
        INSERT INTO api_keys (id, owner_id, name, prefix, secret_hash, scopes, created_at,
                              expires_at, last_used_at, revoked_at, version)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, nullif(?, '')::timestamptz, nullif(?, '')::timestamptz, ?)
        """,
        key.id().value(),
        key.ownerId().value(),
        key.name(),
        key.prefix(),
        hash.value(),
        scopes(key),
        key.createdAt(),
        key.expiresAt(),
        text(key.lastUsedAt()),
        text(key.revokedAt()),
        key.version());
  }

  @Override
  public void update(ApiKey key) {
    statements.update(
        """
        UPDATE api_keys
        SET name = ?, scopes = ?, expires_at = ?, revoked_at = nullif(?, '')::timestamptz,
            version = ?
        WHERE id = ?
        """,
        key.name(),
        scopes(key),
        key.expiresAt(),
        text(key.revokedAt()),
        key.version(),
        key.id().value());
  }

  private List<ApiKey> keys(String sql, Object... parameters) {
    return statements.query(PostgresApiKeys::key, sql, parameters);
  }

  private static ApiKey key(Row row) throws SQLException {
    return new ApiKey(
        new ApiKeyId(row.uuid("id")),
        new UserId(row.uuid("owner_id")),
        row.text("name"),
        row.text("prefix"),
        set(row.texts("scopes"), Permission::ofCode),
        row.instant("created_at"),
        row.instant("expires_at"),
        row.optionalInstant("last_used_at"),
        row.optionalInstant("revoked_at"),
        row.number("version"));
  }

  private static ApiKey.Credential credential(Row row) throws SQLException {
    return new ApiKey.Credential(
        new ApiKeyId(row.uuid("id")),
        new UserId(row.uuid("owner_id")),
        new ApiKeyHash(row.text("secret_hash")),
        set(row.texts("scopes"), Permission::ofCode),
        set(row.texts("roles"), Role::ofCode),
        row.optionalInstant("last_used_at"));
  }

  private static <T> Set<T> set(List<String> codes, Function<String, Optional<T>> ofCode) {
    return codes.stream().map(code -> ofCode.apply(code).orElseThrow()).collect(Collectors.toSet());
  }

  private static SqlArray scopes(ApiKey key) {
    return SqlArray.texts(key.scopes().stream().sorted().toList(), Permission::code);
  }

  private static String text(Optional<Instant> instant) {
    return instant.map(Instant::toString).orElse("");
  }

  private static SortColumn<ApiKey> column(ApiKeyField field) {
    return switch (field) {
      case NAME -> new SortColumn<>("name", SortType.TEXT, ApiKey::name);
      case CREATED_AT -> new SortColumn<>("created_at", SortType.INSTANT, ApiKey::createdAt);
      case EXPIRES_AT -> new SortColumn<>("expires_at", SortType.INSTANT, ApiKey::expiresAt);
    };
  }
}
