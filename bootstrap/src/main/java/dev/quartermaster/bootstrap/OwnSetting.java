package dev.quartermaster.bootstrap;

import dev.quartermaster.oidc.identity.AllProviderSettings;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every setting that is Quartermaster's own, with the rule for its value. */
enum OwnSetting {
  DATA_FOLDER("quartermaster.data.folder", SettingRule.ANY),
  JWT_KEY("quartermaster.jwt.key", SettingRule.FILE),
  JWT_KEY_PREVIOUS("quartermaster.jwt.key-previous", SettingRule.FILE),
  ARGON2_MEMORY("quartermaster.argon2.memory", SettingRule.wholeNumber(7_168, 262_144)),
  ARGON2_ITERATIONS("quartermaster.argon2.iterations", SettingRule.wholeNumber(1, 20)),
  ARGON2_PARALLELISM("quartermaster.argon2.parallelism", SettingRule.wholeNumber(1, 16)),
  ADMIN_EMAIL("quartermaster.admin.email", SettingRule.EMAIL_ADDRESS),
  ADMIN_PASSWORD("quartermaster.admin.password", SettingRule.PASSWORD),
  MAIL_FROM("quartermaster.mail.from", SettingRule.SENDER),
  DEMO_DATA("quartermaster.demo.data", SettingRule.FLAG),
  RATE_LIMIT_API("quartermaster.rate-limit.api", SettingRule.LIMIT),
  RATE_LIMIT_LOGIN("quartermaster.rate-limit.login", SettingRule.LIMIT),
  RATE_LIMIT_SIGNUP("quartermaster.rate-limit.signup", SettingRule.LIMIT),
  RATE_LIMIT_MAIL("quartermaster.rate-limit.mail", SettingRule.LIMIT),
  LOCKOUT_ACCOUNT("quartermaster.lockout.account", SettingRule.COUNT),
  LOCKOUT_ADDRESS("quartermaster.lockout.address", SettingRule.COUNT),
  TRUSTED_PROXIES("quartermaster.trusted-proxies", SettingRule.ADDRESSES),
  CORS_ORIGINS("quartermaster.cors-origins", SettingRule.ORIGINS),
  LIVE_HEARTBEAT("quartermaster.live.heartbeat", SettingRule.wholeNumber(1, 300)),
  PUBLIC_URL("quartermaster.public-url", SettingRule.BASE_URL),
  STRIPE_KEY("quartermaster.stripe.key", SettingRule.STRIPE_KEY),
  STRIPE_ADDRESS("quartermaster.stripe.address", SettingRule.BASE_URL),
  STRIPE_WEBHOOK_SECRET("quartermaster.stripe.webhook-secret", SettingRule.STRIPE_WEBHOOK_SECRET),
  WEBHOOK_ALLOWED_NETWORKS("quartermaster.webhook.allowed-networks", SettingRule.ADDRESSES),
  KAFKA_BOOTSTRAP("quartermaster.kafka.bootstrap", SettingRule.SERVERS),
  KAFKA_TOPIC("quartermaster.kafka.topic", SettingRule.TOPIC);

  private static final String PREFIX = "QUARTERMASTER_";

  private final String property;
  private final SettingRule rule;

  OwnSetting(String property, SettingRule rule) {
    this.property = property;
    this.rule = rule;
  }

  String property() {
    return property;
  }

  String variable() {
    return SettingValues.variable(property);
  }

  /**
   * Checks the value, if there is one.
   *
   * @throws CannotStartException if it breaks the rule
   */
  void check(SettingValues values) {
    String value = values.text(property).orElse("");
    if (value.isEmpty() || rule.obeyedBy().test(value)) {
      return;
    }
    throw isSecret()
        ? new CannotStartException("%s %s".formatted(variable(), rule.wording()))
        : SettingValues.malformed(property, value, rule.wording());
  }

  /** A key's content may have been given in place of its file. */
  private boolean isSecret() {
    return switch (this) {
      case ADMIN_PASSWORD, JWT_KEY, JWT_KEY_PREVIOUS, STRIPE_KEY, STRIPE_WEBHOOK_SECRET -> true;
      default -> false;
    };
  }

  /** Environment variables that look like ours and are not, each most likely a slip of the pen. */
  static List<String> unknownIn(Collection<String> environment) {
    Set<String> known =
        Arrays.stream(values()).map(OwnSetting::variable).collect(Collectors.toSet());
    return environment.stream()
        .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
        .filter(name -> !AllProviderSettings.include(name))
        .sorted()
        .toList();
  }
}
