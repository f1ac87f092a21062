package onrecord.format;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ORCID iD, which identifies a researcher. Immutable.
 *
 * @param id the identifier, such as "0000-0002-1825-0097", with its check digit
 */
public record Orcid(String id) {

  private static final String ADDRESS = "https://orcid.org/";
  private static final Pattern ID = Pattern.compile("[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]");
  private static final Pattern TEXT =
      Pattern.compile("(?:https?://(?:www\\.)?orcid\\.org/)?([0-9-]*[0-9Xx])/?");

  /**
   * Validates the identifier.
   *
   * @throws IllegalArgumentException if it does not have the form of an ORCID iD, or its last
   *     character is not the check digit of ISO 7064 MOD 11-2
   */
  public Orcid {
    if (!ID.matcher(requireNonNull(id, "id")).matches()) {
      throw new IllegalArgumentException(
          "an ORCID iD must have the form 0000-0002-1825-0097, but was '" + id + "'");
    }
    char check = checkDigit(id);
    if (id.charAt(id.length() - 1) != check) {
      throw new IllegalArgumentException(
          "the check digit of an ORCID iD was wrong: "
              + id
              + " should end with "
              + check
              + ", unless another digit is wrong");
    }
  }

  /**
   * Parses an identifier, alone or as the address that begins with {@code https://orcid.org/}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Orcid parse(String text) {
    Matcher address = TEXT.matcher(text.strip());
    return new Orcid(address.matches() ? requireNonNull(address.group(1)).replace('x', 'X') : text);
  }

  /** {@return the check digit of all digits but the last, by ISO 7064 MOD 11-2} */
  private static char checkDigit(String id) {
    int total = 0;
    for (int i = 0; i < id.length() - 1; i++) {
      if (id.charAt(i) != '-') {
        total = (total + (id.charAt(i) - '0')) * 2 % 11;
      }
    }
    int check = (12 - total) % 11;
    return check == 10 ? 'X' : (char) ('0' + check);
  }

  /** {@return the address of the identifier, such as "https://orcid.org/0000-0002-1825-0097"} */
  public String address() {
    return ADDRESS + id;
  }
}
