package onrecord.format;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DOI, which identifies a publication such as a package. It has no check digit. Immutable.
 *
 * @param name the DOI without any address, such as "10.5281/zenodo.1234"
 */
public record Doi(String name) {

  private static final int MAX_LENGTH = 2_000;
  private static final Pattern NAME =
      Pattern.compile("10\\.[0-9]{4,9}(?:\\.[0-9]+)*/[\\p{Graph}&&[^<>\"]]+");
  private static final Pattern TEXT =
      Pattern.compile("(?i:https?://(?:dx\\.)?doi\\.org/|doi:\\s*)(.*)", Pattern.DOTALL);

  /**
   * Validates the DOI.
   *
   * @throws IllegalArgumentException if it does not consist of a prefix such as 10.5281, a slash
   *     and a suffix of visible ASCII characters
   */
  public Doi {
    if (requireNonNull(name, "name").length() > MAX_LENGTH || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a DOI must have the form 10.5281/zenodo.1234, but was '"
              + name.substring(0, Math.min(name.length(), 100))
              + "'");
    }
  }

  /**
   * Parses a DOI, alone, after {@code doi:} or as the address that begins with {@code
   * https://doi.org/}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Doi parse(String text) {
    Matcher address = TEXT.matcher(text.strip());
    return new Doi(address.matches() ? requireNonNull(address.group(1)) : text.strip());
  }

  /** {@return the address of the DOI, such as "https://doi.org/10.5281/zenodo.1234"} */
  public String address() {
    StringBuilder address = new StringBuilder("https://doi.org/");
    for (byte b : name.getBytes(StandardCharsets.US_ASCII)) {
      char c = (char) b;
      if ("%#?[]{}|\\^`".indexOf(c) >= 0) {
        address.append(String.format(Locale.ROOT, "%%%02X", (int) b));
      } else {
        address.append(c);
      }
    }
    return address.toString();
  }
}
