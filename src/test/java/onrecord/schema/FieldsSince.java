package onrecord.schema;

import java.util.Set;

/** Shows tests which fields came after the first format. */
public final class FieldsSince {

  private FieldsSince() {}

  public static Set<String> all() {
    return Schema.SINCE.keySet();
  }
}
