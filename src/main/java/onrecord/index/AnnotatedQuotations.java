package onrecord.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import onrecord.model.Annotation.Correction;
import onrecord.model.Annotation.Label;
import onrecord.model.Article;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.model.Quotation;
import onrecord.model.Speaker;
import onrecord.schema.AnnotationLog;
import onrecord.schema.AnnotationLog.Entry;
import onrecord.schema.AnnotationLog.Original;
import onrecord.schema.AnnotationLog.Passage;

/**
 * Quotations of an article with what annotations say about them. Immutable.
 *
 * @param quotations the quotations
 * @param log the annotations, with what they have replaced
 */
record AnnotatedQuotations(List<Quotation> quotations, AnnotationLog log) {

  AnnotatedQuotations {
    quotations = List.copyOf(quotations);
  }

  /** {@return quotations as they were found, with annotations} */
  static AnnotatedQuotations of(Article article, List<Quotation> found, AnnotationLog log) {
    if (log.isEmpty()) {
      return new AnnotatedQuotations(found, AnnotationLog.NONE);
    }
    List<Passage> passages = new PassageFinder(article, found).find(log.passages());
    AnnotationLog placed = new AnnotationLog(passages, log.entries(), List.of());
    List<Quotation> annotated = new ArrayList<>();
    List<Original> originals = new ArrayList<>();
    Map<String, List<Entry>> entries = placed.byQuotation();
    for (Quotation quotation : found) {
      List<Entry> all = entries.getOrDefault(quotation.id(), List.of());
      Quotation other = all.isEmpty() ? quotation : annotated(quotation, all);
      annotated.add(other);
      if (!other.equals(quotation)) {
        originals.add(Original.of(quotation));
      }
    }
    return new AnnotatedQuotations(
        annotated, new AnnotationLog(passages, log.entries(), originals));
  }

  /** {@return the quotations as they were found, without what annotations say} */
  List<Quotation> found() {
    Map<String, Original> originals =
        log.originals().stream().collect(Collectors.toMap(Original::id, Function.identity()));
    return quotations.stream()
        .map(quotation -> {
          Original original = originals.get(quotation.id());
          return original == null ? quotation : original.restored(quotation);
        })
        .toList();
  }

  private static Quotation annotated(Quotation found, List<Entry> entries) {
    SortedMap<String, List<FieldValue>> labels = new TreeMap<>();
    Optional<Speaker> speaker = Optional.empty();
    for (Entry entry : CurrentEntries.of(entries)) {
      switch (entry.statement()) {
        case Label label -> labels.put(label.field(), label.values());
        case Correction correction -> speaker = correction.speaker();
      }
    }
    Quotation labelled = found.withFields(found.fields().with(new Fields(labels)));
    return speaker.isPresent() ? corrected(labelled, speaker.get()) : labelled;
  }

  private static Quotation corrected(Quotation found, Speaker speaker) {
    return new Quotation(
        found.id(),
        found.text(),
        found.kind(),
        found.runs(),
        speaker,
        found.mention().filter(mention -> speaker.name().equals(found.speaker().name())),
        found.cue(),
        found.said(),
        1,
        Correction.RULE,
        found.about(),
        found.fields());
  }
}
