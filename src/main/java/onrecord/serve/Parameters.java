package onrecord.serve;

import com.google.common.base.Splitter;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request, in their order. Immutable.
 *
 * @param values the values of each parameter
 */
record Parameters(Map<String, List<String>> values) {

  /** The maximum length of a query string. */
  static final int MAX_LENGTH = 8_000;

  private static final int MAX_NUMBER = 200;
  private static final Splitter AMPERSAND = Splitter.on('&').omitEmptyStrings();

  /**
   * Parses the query string of an address.
   *
   * @throws BadRequestException if it is too long, or is not UTF-8 as percent-encoded
   */
  static Parameters parse(@Nullable String raw) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (raw == null) {
      return new Parameters(values);
    }
    if (raw.length() > MAX_LENGTH) {
      throw new BadRequestException(
          414, "the address must have at most " + MAX_LENGTH + " characters after '?'");
    }
    List<String> parts = AMPERSAND.splitToList(raw);
    if (parts.size() > MAX_NUMBER) {
      throw new BadRequestException("there must be at most " + MAX_NUMBER + " parameters");
    }
    for (String part : parts) {
      int equals = part.indexOf('=');
      String name = decode(equals < 0 ? part : part.substring(0, equals));
      String value = equals < 0 ? "" : decode(part.substring(equals + 1));
      values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }
    return new Parameters(values);
  }

  private static String decode(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 4);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        bytes.put((byte) (hexadecimal(text, i + 1) * 16 + hexadecimal(text, i + 2)));
        i += 2;
      } else if (c == '+') {
        bytes.put((byte) ' ');
      } else if (c < 0x80) {
        bytes.put((byte) c);
      } else {
        throw new BadRequestException("an address must consist of ASCII characters");
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw new BadRequestException("a parameter must be UTF-8, but was not");
    }
  }

  private static int hexadecimal(String text, int i) {
    int digit =
        i < text.length() && text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
    if (digit < 0) {
      throw new BadRequestException("'%' in an address must be followed by two hexadecimal digits");
    }
    return digit;
  }

  /**
   * Checks that every parameter is known, so that none is silently ignored.
   *
   * @throws BadRequestException if one is not
   */
  void requireKnown(Set<String> known) {
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw new BadRequestException(
            "there is no parameter '"
                + name
                + "' here; known are "
                + String.join(", ", known.stream().sorted().toList()));
      }
    }
  }

  /** {@return the values of a parameter that are not blank} */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of()).stream().filter(value -> !value.isBlank()).toList();
  }

  /**
   * {@return the value of a parameter, if it has one that is not blank}
   *
   * @throws BadRequestException if it has several
   */
  Optional<String> one(String name) {
    List<String> all = all(name);
    if (all.size() > 1) {
      throw new BadRequestException("there must be one parameter '" + name + "', but are several");
    }
    return all.stream().findFirst();
  }

  /** {@return whether a parameter is on} */
  boolean isOn(String name) {
    return switch (one(name).orElse("false")) {
      case "true", "on", "1" -> true;
      case "false", "off", "0" -> false;
      default -> throw new BadRequestException("'" + name + "' must be true or false");
    };
  }

  /** {@return a whole number in a range} */
  int number(String name, int least, int most, int otherwise) {
    Optional<String> text = one(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The message is the same.
    }
    throw new BadRequestException(
        "'" + name + "' must be a whole number from " + least + " to " + most);
  }

  /** {@return the constant with a name in any case} */
  <E extends Enum<E>> E constant(String name, Class<E> type, E otherwise) {
    Optional<String> text = one(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text.get())) {
        return constant;
      }
    }
    throw new BadRequestException(
        "'" + name + "' must be one of " + List.of(type.getEnumConstants()));
  }

  /** {@return these parameters, of which one has another value; it is left out if there is none} */
  Parameters with(String name, List<String> others) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    changed.remove(name);
    if (!others.isEmpty()) {
      changed.put(name, others);
    }
    return new Parameters(changed);
  }

  /** {@return the query string of an address with these parameters} */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    values.forEach(
        (name, all) -> all.forEach(value -> parts.add(encode(name) + "=" + encode(value))));
    return String.join("&", parts);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
