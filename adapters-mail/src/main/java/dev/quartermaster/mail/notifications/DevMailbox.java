package dev.quartermaster.mail.notifications;

import io.quarkus.arc.profile.UnlessBuildProfile;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The newest mails, for whoever develops. The package is built without it. */
@Singleton
@UnlessBuildProfile("prod")
class DevMailbox {
  static final int CAPACITY = 500;

  private final InstantSource clock;
  private final Deque<Kept> newestFirst = new ArrayDeque<>();

  DevMailbox(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void keep(RenderedMail mail) {
    newestFirst.addFirst(new Kept(mail, clock.instant()));
    if (newestFirst.size() > CAPACITY) {
      newestFirst.removeLast();
    }
  }

  /** What is kept, the newest first. */
  synchronized List<Kept> mails() {
    return new ArrayList<>(newestFirst);
  }

  /**
   * A mail and when it came.
   *
   * @param mail the mail
   * @param at when it came
   */
  record Kept(RenderedMail mail, Instant at) {}
}
