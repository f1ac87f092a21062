package onrecord.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields by which a newsroom manages an item of ninjs: its state of publication, its embargo
 * and its version. Not thread-safe.
 */
final class NinjsManagement {

  private static final String STATUS = "pubstatus";
  private static final String EMBARGO = "embargoed";
  private static final String VERSION = "version";
  private static final String CREATED = "versioncreated";
  private static final Set<String> NAMES = Set.of(STATUS, EMBARGO, VERSION, CREATED);

  private final Map<String, String> values = new HashMap<>();

  /** {@return whether a field is one of these} */
  static boolean wants(String name) {
    return NAMES.contains(FieldNames.significant(name));
  }

  /** Sets a field that is wanted. */
  void add(String name, String value) {
    values.put(FieldNames.significant(name), value);
  }

  private String value(String name) {
    return values.getOrDefault(name, "");
  }

  /** {@return whether the article may be used} */
  Release release() {
    return new Release(
        value(STATUS), Optional.ofNullable(values.get(EMBARGO)).filter(end -> !end.isBlank()));
  }

  /** {@return the version of the article; without anything if the item has none} */
  PrintedVersion version() {
    return isOfNewsroom()
        ? new PrintedVersion(value(VERSION), value(CREATED))
        : new PrintedVersion("", "");
  }

  /** {@return the fields that say nothing of the article: a version may be of something else} */
  List<String> unused() {
    return isOfNewsroom() || value(VERSION).isBlank() ? List.of() : List.of(VERSION);
  }

  private boolean isOfNewsroom() {
    return !value(STATUS).isBlank() || !value(CREATED).isBlank();
  }
}
