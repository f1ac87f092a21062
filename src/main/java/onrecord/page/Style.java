package onrecord.page;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A style sheet that is part of the library. */
public enum Style {
  /** The colors and the lettering of charts. */
  CHART("chart.css"),
  /** The layout of pages. */
  PAGE("page.css"),
  /** What the page of a search has beside {@link #PAGE}. */
  SEARCH("search.css");

  private final String file;

  Style(String file) {
    this.file = file;
  }

  /** {@return the rules} */
  public String rules() {
    try {
      return Resources.toString(
          Resources.getResource(Style.class, "/onrecord/page/" + file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the style sheet " + file, e);
    }
  }

  /** {@return the SHA-256 of rules, as a content security policy names them} */
  public static String hash(String rules) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(rules.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
