package dev.quartermaster.domain.webhooks;

import java.time.Duration;
import java.time.Instant;

/**
 * One try to deliver a message.
 *
 * @param url where it was sent
 * @param at when, which is also the time that is signed
 * @param duration how long it took
 * @param answer what came of it
 */
public record Attempt(WebhookUrl url, Instant at, Duration duration, Answer answer) {}
