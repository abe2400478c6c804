package dev.quartermaster.bootstrap.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the archive that the class path has for this machine. */
final class PostgreSqlPrograms {
  private static final int OWNER_EXECUTE = 0100;
  private static final int DIGEST_LENGTH = 12;

  private PostgreSqlPrograms() {}

  /**
   * Unpacks the programs unless they have been before.
   *
   * @return the folder of {@code initdb}, {@code pg_ctl} and {@code postgres}
   */
  static Path unpack(DataFolder folder) throws IOException {
    Platform platform = Platform.current();
    String archive = "/" + platform.postgreSqlArchive();
    try (InputStream content = PostgreSqlPrograms.class.getResourceAsStream(archive)) {
      if (content == null) {
        throw new EmbeddedServerException(
            "there is no embedded PostgreSQL for %s; set QUARKUS_DATASOURCE_JDBC_URL to a database of your own"
                .formatted(platform));
      }
      byte[] packed = content.readAllBytes();
      Path unpacked = folder.programs().resolve("postgresql-" + digest(packed));
      if (!Files.exists(unpacked)) {
        Path unfinished = folder.programs().resolve("postgresql.unfinished");
        DeletedFolder.delete(unfinished);
        extract(packed, PrivateFiles.createFolder(unfinished));
        Files.move(unfinished, unpacked, StandardCopyOption.ATOMIC_MOVE);
      }
      return unpacked.resolve("bin");
    }
  }

  private static void extract(byte[] packed, Path target) throws IOException {
    try (TarArchiveInputStream archive =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(packed)))) {
      for (TarArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        extract(archive, entry, target.resolve(entry.getName()).normalize());
      }
    }
  }

  private static void extract(TarArchiveInputStream archive, TarArchiveEntry entry, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.resolveSibling(""));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(archive, file);
    if ((entry.getMode() & OWNER_EXECUTE) != 0) {
      Executable.make(file);
    }
  }

  private static String digest(byte[] packed) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(packed);
      return HexFormat.of().formatHex(digest).substring(0, DIGEST_LENGTH);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new AssertionError(everyJdkHasIt);
    }
  }
}
