package dev.quartermaster.realtime.shared;

/** By what somebody shows who they are. It never shows in a log. */
public sealed interface Proof {

  /** An access token. */
  record Token(String value) implements Proof {
    @Override
    public String toString() {
      return "Token[***]";
    }
  }

  /** An API key. */
  record Key(String value) implements Proof {
    @Override
    public String toString() {
      return "Key[***]";
    }
  }

  /** The cookie of a browser's session. */
  record Cookie(String value) implements Proof {
    @Override
    public String toString() {
      return "Cookie[***]";
    }
  }
}
