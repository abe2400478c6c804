package dev.quartermaster.rest.shared;

import dev.quartermaster.domain.shared.ExpectedVersion;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions of resources as HTTP has them: strong entity tags and the header If-Match. */
public final class Preconditions {
  private static final int MAX_LENGTH = 1_000;
  private static final Pattern TAGS =
      Pattern.compile("\\s*(W/)?\"[^\"]*\"\\s*+(,\\s*+(W/)?\"[^\"]*\"\\s*+)*+");
  private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");
  private static final Pattern VERSION = Pattern.compile("([0-9]{1,18})(-[0-9a-f]{1,32})?(-gzip)?");

  private Preconditions() {}

  /**
   * Names the version of a resource; {@link EntityTags} makes of it the tag of the very
   * representation.
   */
  public static EntityTag tag(long version) {
    return new EntityTag(Long.toString(version));
  }

  /**
   * The versions that the client accepts to change, whichever representation of them it has read. A
   * weak tag, or one that is none of ours, matches no version (RFC 9110, section 13.1.1).
   *
   * @throws ProblemException when the header is missing or malformed
   */
  public static ExpectedVersion expected(HttpHeaders headers) {
    return expected(header(headers));
  }

  /**
   * The versions that a value of If-Match accepts, wherever it stands.
   *
   * @throws ProblemException when it is missing or malformed
   */
  public static ExpectedVersion expected(@Nullable String header) {
    if (header == null) {
      throw new ProblemException(
          ProblemType.PRECONDITION_REQUIRED,
          "Send If-Match with the ETag that you read, or If-Match: * for any version.");
    }
    if (header.strip().equals("*")) {
      return ExpectedVersion.any();
    }
    if (header.length() > MAX_LENGTH || !TAGS.matcher(header).matches()) {
      throw new ProblemException(
          ProblemType.MALFORMED_REQUEST,
          "If-Match must be an ETag in double quotes, such as \"3-5d41402abc4b2a76\", or *.");
    }
    return new ExpectedVersion.OneOf(versions(header));
  }

  private static Set<Long> versions(String header) {
    Set<Long> versions = new HashSet<>();
    Matcher tags = TAG.matcher(header);
    while (tags.find()) {
      boolean strong = tags.group(1) == null;
      Matcher version = VERSION.matcher(tags.group(2));
      if (strong && version.matches()) {
        versions.add(Long.valueOf(version.group(1)));
      }
    }
    return versions;
  }

  private static @Nullable String header(HttpHeaders headers) {
    return headers.getHeaderString(HttpHeaders.IF_MATCH);
  }
}
