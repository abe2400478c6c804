package dev.quartermaster.bootstrap.packaged;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who runs the package keeps mails to themselves. */
class NoMailboxIT {
  @TempDir private Path home;

  @Test
  void thePackageShowsNobodysMails() throws Exception {
    try (RunningNode node = RunningNode.start(home)) {
      Shop.signUp(node);
      Caller.anonymous(node).get("/dev/mailbox").expecting(404);
    }
  }
}
