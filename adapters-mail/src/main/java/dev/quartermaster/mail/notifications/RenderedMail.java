package dev.quartermaster.mail.notifications;

import dev.quartermaster.domain.notifications.MailId;
import java.util.Optional;

/**
 * A mail as its reader sees it.
 *
 * @param id identifies it to every server that it passes
 * @param to where it goes
 * @param subject what it is about, in a line
 * @param text for readers without HTML
 * @param html the same in HTML
 * @param link where it leads, if it leads anywhere
 * @param token the one-time token in it, if it has one
 */
record RenderedMail(
    MailId id,
    String to,
    String subject,
    String text,
    String html,
    Optional<String> link,
    Optional<String> token) {
  @Override
  public String toString() {
    return "RenderedMail[" + id + "]";
  }
}
