package dev.quartermaster.rest.shared;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kinds of problem that the API answers with. Each has a page at {@code /problems/<code>} that
 * says what it means and what to do.
 */
public enum ProblemType {
  VALIDATION_FAILED(
      "validation-failed",
      400,
      "The input breaks a rule",
      "One or more fields of the request break a rule. The member errors names each of them and"
          + " says what would be right. Mend them and send the request again."),
  MALFORMED_REQUEST(
      "malformed-request",
      400,
      "The request cannot be read",
      "The body is not the JSON that the request needs, or the request itself is broken. Compare"
          + " it with the documentation at /docs."),
  OIDC_SIGN_IN_FAILED(
      "oidc-sign-in-failed",
      400,
      "The sign-in at the provider came to nothing",
      "The sign-in was not begun in this browser, took longer than 10 minutes, was completed"
          + " before, or the provider does not confirm it. Start it again."),
  INVALID_TOKEN(
      "invalid-token",
      400,
      "The mailed token is not valid",
      "The token is unknown, expired or used, another mail has replaced it, or the account has"
          + " another address since. Ask for another mail."),
  INVALID_SIGNATURE(
      "invalid-signature",
      400,
      "The event is not signed",
      "An event of the payment gateway needs its signature over the body as it is, by the secret that"
          + " is configured here, and not older than five minutes. Compare the secret with that of"
          + " the webhook endpoint at the gateway, and the clocks."),
  UNAUTHORIZED(
      "unauthorized",
      401,
      "Sign in first",
      "The request needs an access token or an API key and has none, or it is not valid any more."
          + " Log in or refresh the session, and send the token as Authorization: Bearer; or send a"
          + " key that is neither revoked nor expired as X-API-Key. Not both at once. In a browser"
          + " the cookie of POST /api/v1/auth/session stands for either."),
  INVALID_CREDENTIALS(
      "invalid-credentials",
      401,
      "Email address or password is wrong",
      "The email address and the password do not belong together. Which of them is wrong is not"
          + " said, so that nobody can find out who has an account."),
  INVALID_REFRESH_TOKEN(
      "invalid-refresh-token",
      401,
      "The refresh token is not valid",
      "The refresh token is unknown, expired, used up, or its session was ended. Log in again."),
  INVALID_MFA_TOKEN(
      "invalid-mfa-token",
      401,
      "The log-in cannot go on",
      "The mfaToken of a log-in's first step is unknown, older than five minutes, or has completed a"
          + " log-in. Log in with the password again."),
  INVALID_MFA_CODE(
      "invalid-mfa-code",
      401,
      "The code is wrong",
      "The code is not what the authenticator app shows now, or was used before. Wait for the next"
          + " one, or send a recovery code that is left. Wrong codes count as failed log-ins."),
  FORBIDDEN(
      "forbidden",
      403,
      "A permission is missing",
      "You are signed in, but your roles do not allow this. Ask an administrator for the"
          + " permission that the detail names."),
  CSRF_TOKEN_INVALID(
      "csrf-token-invalid",
      403,
      "The request does not show that our page sent it",
      "A change that a browser's session asks for needs the header X-CSRF-Token with the csrfToken"
          + " of that very session, so that no other site can ask in its name. GET"
          + " /api/v1/auth/session tells the token."),
  EXTERNAL_EMAIL_UNVERIFIED(
      "external-email-unverified",
      403,
      "The provider does not vouch for the email address",
      "An account is found or opened by an email address that the provider says is verified, and it"
          + " does not say so of yours. Verify the address at the provider, and try again."),
  NOT_FOUND(
      "not-found",
      404,
      "There is no such thing",
      "There is nothing at this address, or it is another's and you may not know of it."),
  METHOD_NOT_ALLOWED(
      "method-not-allowed",
      405,
      "The method does not apply here",
      "This address exists, but not for this method. The header Allow lists those that it knows."),
  NOT_ACCEPTABLE(
      "not-acceptable",
      406,
      "No such representation",
      "The header Accept asks for a form that this address cannot give. Ask for application/json."),
  CONFLICT(
      "conflict",
      409,
      "The state forbids it",
      "The request contradicts the present state. Read the resource again; its links name what can"
          + " be done now."),
  EMAIL_TAKEN(
      "email-taken",
      409,
      "The email address has an account",
      "An account with this email address exists. Log in, or use another address."),
  ACCOUNT_EMAIL_UNVERIFIED(
      "account-email-unverified",
      409,
      "The account's email address is not verified",
      "An account has the email address for which the provider vouches, but nobody has shown that"
          + " it is theirs, so it may have been opened by somebody else. Reset its password by mail,"
          + " which shows that the address is yours, and sign in at the provider again."),
  MFA_ALREADY_ENABLED(
      "mfa-already-enabled",
      409,
      "The account has an authenticator app",
      "Log-ins to the account need the code of an app already. Switch it off before another is set"
          + " up."),
  MFA_NOT_ENABLED(
      "mfa-not-enabled",
      409,
      "The account has no authenticator app",
      "Log-ins to the account need no code, or no new app waits for its confirmation. Set one up"
          + " first."),
  EMAIL_ALREADY_VERIFIED(
      "email-already-verified",
      409,
      "The email address is verified",
      "The address of the account is verified already, so there is nothing to mail."),
  SKU_TAKEN(
      "sku-taken",
      409,
      "The sku is in use",
      "A product has this sku. Edit that product, or choose another sku."),
  INSUFFICIENT_STOCK(
      "insufficient-stock",
      409,
      "There is not enough stock",
      "There are fewer pieces than asked for, and nothing was reserved or changed. The members"
          + " errors and shortages name each line that is short, with what could be had."),
  ORDER_NOT_CANCELLABLE(
      "order-not-cancellable",
      409,
      "The order cannot be cancelled any more",
      "Only an order that waits for its payment can be cancelled."),
  ORDER_NOT_PAYABLE(
      "order-not-payable",
      409,
      "The order does not wait for a payment",
      "Only an order that waits for its payment can be paid, and only until it expires. One that is"
          + " paid need not be paid again; read it to see."),
  PAYMENT_DECLINED(
      "payment-declined",
      409,
      "The payment was declined",
      "The payment gateway refused the method, and nothing was taken. The order still waits for its"
          + " payment: pay it by another method before it expires."),
  PAYMENT_UNDER_WAY(
      "payment-under-way",
      409,
      "Money for the order is on its way",
      "A payment or refund of the order has begun, and it is not known yet how it ends. Until then"
          + " nothing else can be done with the order. Read it after a few seconds; its links name"
          + " what can be done then."),
  ORDER_NOT_SHIPPABLE(
      "order-not-shippable",
      409,
      "The order cannot be shipped",
      "Only a confirmed order, which is paid and was not sent yet, can be shipped."),
  ORDER_NOT_DELIVERABLE(
      "order-not-deliverable",
      409,
      "The order cannot be delivered",
      "Only an order that was shipped can be delivered."),
  ORDER_NOT_REFUNDABLE(
      "order-not-refundable",
      409,
      "The order cannot be refunded",
      "Only an order that is paid, and not wholly paid back, can be refunded."),
  REFUND_REFUSED(
      "refund-refused",
      409,
      "The refund was refused",
      "The payment gateway will not pay that money back, for the reason in detail, and nothing was"
          + " paid back. The order is as it was. Ask for another refund once the reason is gone."),
  JOB_NOT_CANCELLABLE(
      "job-not-cancellable",
      409,
      "The job cannot be cancelled any more",
      "Only a job that is queued or running can be cancelled."),
  JOB_NOT_RETRYABLE(
      "job-not-retryable",
      409,
      "The job cannot be retried",
      "Only a job that failed or was cancelled can be retried."),
  JOB_NOT_UNIQUE(
      "job-not-unique",
      409,
      "Another job has the same unique key",
      "Of the jobs of a type that have the same uniqueKey, one at a time is queued or running. Wait"
          + " until the one that detail names is over, or cancel it."),
  TOO_MANY_API_KEYS(
      "too-many-api-keys",
      409,
      "There are as many API keys as one may have",
      "A user can have 50 API keys that are neither revoked nor expired. Revoke one that is not"
          + " needed any more, and try again."),
  TOO_MANY_WEBHOOKS(
      "too-many-webhooks",
      409,
      "There are as many webhooks as one may have",
      "A user can have 50 webhooks. Delete one that is not needed any more, and try again."),
  WEBHOOK_NOT_ENABLED(
      "webhook-not-enabled",
      409,
      "The webhook is disabled",
      "Nothing is sent to a webhook that is disabled, by its owner or because its receiver failed"
          + " for too long. Enable it by a PATCH of its status, and try again."),
  REPLAY_UNDER_WAY(
      "replay-under-way",
      409,
      "The webhook has a replay that is not done",
      "A webhook has one replay at a time. Its deliveries show how far that has come; ask again"
          + " once it is done."),
  IDEMPOTENCY_IN_PROGRESS(
      "idempotency-in-progress",
      409,
      "The same request is being worked on",
      "A request with the same Idempotency-Key has not been answered yet. Repeat yours after the"
          + " seconds that Retry-After names, and you get that request's answer."),
  STALE_VERSION(
      "stale-version",
      412,
      "The resource has changed",
      "Somebody changed the resource since you read it. Read it again, and repeat your change with"
          + " the new ETag in If-Match."),
  PAYLOAD_TOO_LARGE(
      "payload-too-large",
      413,
      "The body is too large",
      "A request's body may have 1 MiB, and a file to import 1 GiB. Send less at a time."),
  URI_TOO_LONG(
      "uri-too-long",
      414,
      "The address is too long",
      "An address may have 8000 characters. Ask for less at a time. One of more than 16384 is"
          + " refused without a word."),
  UNSUPPORTED_MEDIA_TYPE(
      "unsupported-media-type",
      415,
      "The body has the wrong type",
      "This address does not take a body of this Content-Type. Send application/json,"
          + " and a file to import as application/x-ndjson or text/csv."),
  IDEMPOTENCY_KEY_REUSED(
      "idempotency-key-reused",
      422,
      "The idempotency key was used for another request",
      "An Idempotency-Key names one request. Send a new request with a new key."),
  ACCOUNT_LOCKED(
      "account-locked",
      423,
      "Nobody can log in for a while",
      "Too many log-ins have failed, for the account or from your address, and for the seconds that"
          + " Retry-After names neither a right nor a wrong password is taken. Trying does not make"
          + " it longer. A password reset lifts the lock of an account at once. It is the same for"
          + " addresses that have no account."),
  HEADERS_TOO_LARGE(
      "headers-too-large",
      431,
      "The headers are too large",
      "A request's headers may have 16 KiB together. Cookies of other applications are often what"
          + " fills them. More than 32 KiB are refused without a word."),
  RATE_LIMITED(
      "rate-limited",
      429,
      "Too much for now",
      "A client may only do so much in a time: RateLimit-Policy says how much, Retry-After in how"
          + " many seconds it goes on. Failed log-ins are counted by account and address."),
  TOO_MANY_LIVE_STREAMS(
      "too-many-live-streams",
      429,
      "You follow events often enough",
      "One can follow events 100 times at once at a node: each stream of server-sent events counts,"
          + " and each subscription of a WebSocket. End one before you begin another."),
  PRECONDITION_REQUIRED(
      "precondition-required",
      428,
      "Say which version you mean",
      "A change needs the header If-Match with the ETag that you read, so that nobody's change is"
          + " lost. If-Match: * accepts any version."),
  INTERNAL_ERROR(
      "internal-error",
      500,
      "Something went wrong here",
      "The fault is on the server's side and was logged under the traceId. It may still have been"
          + " carried out: repeat it with the same Idempotency-Key, or look before you repeat it."),
  UNAVAILABLE(
      "unavailable",
      503,
      "Try again soon",
      "A neighbour that this request needs does not answer, or the server is shutting down. Try"
          + " again after the seconds that Retry-After names, with the same Idempotency-Key: the"
          + " answer may have been lost after the request was carried out.");

  private final String code;
  private final int status;
  private final String title;
  private final String explanation;

  ProblemType(String code, int status, String title, String explanation) {
    this.code = code;
    this.status = status;
    this.title = title;
    this.explanation = explanation;
  }

  /** The stable code, the last part of the problem's {@code type}. */
  public String code() {
    return code;
  }

  /** The HTTP status that goes with it. */
  public int status() {
    return status;
  }

  /** What it is, in a few words. */
  public String title() {
    return title;
  }

  /** What it means and what to do about it. */
  public String explanation() {
    return explanation;
  }

  /** The type with that code, if there is one. */
  public static Optional<ProblemType> ofCode(String code) {
    return Stream.of(values()).filter(type -> type.code.equals(code)).findFirst();
  }
}
