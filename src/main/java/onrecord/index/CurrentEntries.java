package onrecord.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onrecord.model.Annotation.Correction;
import onrecord.model.Annotation.Label;
import onrecord.schema.AnnotationLog.Entry;

/** Chooses the annotations that count of those on one quotation. */
final class CurrentEntries {

  private CurrentEntries() {}

  /**
   * {@return the last annotation on each field, and the last correction}
   *
   * @param entries the annotations on a quotation, by day
   */
  static List<Entry> of(List<Entry> entries) {
    Map<String, Map<String, Entry>> byField = new LinkedHashMap<>();
    for (Entry entry : entries) {
      Map<String, Entry> byCoder =
          byField.computeIfAbsent(field(entry), field -> new LinkedHashMap<>());
      byCoder.remove(entry.coder());
      if (!isWithdrawal(entry)) {
        byCoder.put(entry.coder(), entry);
      }
    }
    List<Entry> current = new ArrayList<>();
    for (Map<String, Entry> byCoder : byField.values()) {
      List<Entry> all = new ArrayList<>(byCoder.values());
      if (!all.isEmpty()) {
        current.add(all.getLast());
      }
    }
    return current;
  }

  private static String field(Entry entry) {
    return switch (entry.statement()) {
      case Label label -> label.field();
      // No field has this name.
      case Correction correction -> "";
    };
  }

  private static boolean isWithdrawal(Entry entry) {
    return switch (entry.statement()) {
      case Label label -> label.values().isEmpty();
      case Correction correction -> correction.speaker().isEmpty();
    };
  }
}
