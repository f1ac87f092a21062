package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import onrecord.model.Annotation.Label;
import onrecord.model.FieldValue;
import onrecord.model.RecordedAnnotation;

/**
 * How far coders agree on the labels of a field, by Krippendorff's alpha for nominal values
 * (Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011). It is 1 if they agree always,
 * and 0 if they agree as often as by chance. Immutable.
 *
 * <p>Quotations that two coders or more have labelled are compared, whoever has labelled them; of
 * each coder, the last label counts that is not withdrawn. Labels with several values are equal if
 * all values are.
 *
 * @param field the name of the field
 * @param quotations the number of quotations with labels of two coders or more
 * @param coders the number of coders who have labelled these
 * @param labels the number of labels that are compared
 * @param alpha Krippendorff's alpha; empty if no labels are compared or all of them are equal
 */
public record CoderAgreement(
    String field, long quotations, long coders, long labels, OptionalDouble alpha) {

  /** Validates that no component is null. */
  public CoderAgreement {
    requireNonNull(field, "field");
    requireNonNull(alpha, "alpha");
  }

  /** A quotation, by its id now or, if it is not there now, when it was labelled. */
  private record Unit(String article, String quotation) {
    static Unit of(RecordedAnnotation recorded) {
      return new Unit(
          recorded.article(), recorded.quotation().orElse(recorded.annotation().quotation()));
    }
  }

  /**
   * {@return the agreement on each field that has labels, in the order of their names}
   *
   * @param annotations the annotations, as an archive returns them
   */
  public static List<CoderAgreement> of(Collection<RecordedAnnotation> annotations) {
    SortedMap<String, Map<Unit, Map<String, List<FieldValue>>>> fields = new TreeMap<>();
    annotations.stream()
        .sorted(Comparator.comparing((RecordedAnnotation recorded) -> recorded.annotation().day()))
        .forEach(recorded -> {
          if (recorded.annotation().statement() instanceof Label label) {
            Map<String, List<FieldValue>> byCoder =
                fields
                    .computeIfAbsent(label.field(), field -> new HashMap<>())
                    .computeIfAbsent(Unit.of(recorded), unit -> new HashMap<>());
            if (label.values().isEmpty()) {
              byCoder.remove(recorded.annotation().coder());
            } else {
              byCoder.put(recorded.annotation().coder(), label.values());
            }
          }
        });
    List<CoderAgreement> all = new ArrayList<>();
    fields.forEach((field, units) -> all.add(of(field, units.values())));
    return List.copyOf(all);
  }

  private static CoderAgreement of(String field, Collection<Map<String, List<FieldValue>>> units) {
    long quotations = 0;
    Set<String> coders = new HashSet<>();
    Map<List<FieldValue>, Long> totals = new HashMap<>();
    double disagreements = 0;
    for (Map<String, List<FieldValue>> byCoder : units) {
      if (byCoder.size() > 1) {
        quotations++;
        coders.addAll(byCoder.keySet());
        Map<List<FieldValue>, Long> counts = new HashMap<>();
        byCoder.values().forEach(value -> counts.merge(value, 1L, Long::sum));
        counts.forEach((value, count) -> totals.merge(value, count, Long::sum));
        disagreements += unequalPairs(counts) / (byCoder.size() - 1);
      }
    }
    long labels = totals.values().stream().mapToLong(Long::longValue).sum();
    double expected = unequalPairs(totals);
    return new CoderAgreement(
        field,
        quotations,
        coders.size(),
        labels,
        expected == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(1 - (labels - 1) * disagreements / expected));
  }

  /** {@return the number of ordered pairs of labels that differ} */
  private static double unequalPairs(Map<List<FieldValue>, Long> counts) {
    double all = 0;
    double equal = 0;
    for (long count : counts.values()) {
      all += count;
      equal += (double) count * count;
    }
    return all * all - equal;
  }
}
