package onrecord.schema;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.model.Annotation.Label;
import onrecord.model.Annotation.Statement;
import onrecord.model.Fields;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;

/**
 * The annotations on the quotations of an article, in the order in which they were added, and what
 * was found otherwise. Nothing is ever removed from it. Immutable.
 *
 * @param passages the passages that were annotated
 * @param entries the annotations
 * @param originals what annotations have replaced in the quotations of the article
 */
public record AnnotationLog(List<Passage> passages, List<Entry> entries, List<Original> originals) {

  /** No annotations. */
  public static final AnnotationLog NONE = new AnnotationLog(List.of(), List.of(), List.of());

  /** The maximum number of annotations on the quotations of an article: limits memory. */
  static final int MAX_ENTRIES = 20_000;

  /** Copies the lists. */
  public AnnotationLog {
    passages = List.copyOf(passages);
    entries = List.copyOf(entries);
    originals = List.copyOf(originals);
  }

  /**
   * A quotation as it was when it was annotated.
   *
   * @param number the number of the quotation: passages of different quotations have different ones
   * @param id its id
   * @param runs its runs in the text of the article
   * @param words the words of each run
   * @param before the text before the first run, shortened
   * @param after the text after the last run, shortened
   * @param now the id of the quotation that is at this passage now; empty if there is none
   */
  public record Passage(
      int number,
      String id,
      List<Span> runs,
      List<String> words,
      String before,
      String after,
      Optional<String> now) {
    /** Copies the lists. */
    public Passage {
      requireNonNull(id, "id");
      runs = List.copyOf(runs);
      words = List.copyOf(words);
      requireNonNull(before, "before");
      requireNonNull(after, "after");
      requireNonNull(now, "now");
      if (runs.isEmpty() || runs.size() != words.size()) {
        throw new IllegalArgumentException(
            "a passage must have words for each run, but has " + runs.size() + " runs");
      }
    }

    private Passage withNumber(int other) {
      return new Passage(other, id, runs, words, before, after, now);
    }

    /** {@return this passage where it is now} */
    public Passage at(Optional<String> quotation) {
      return new Passage(number, id, runs, words, before, after, quotation);
    }
  }

  /**
   * An annotation.
   *
   * @param passage the index of its passage
   * @param statement what the coder has found
   * @param coder the coder
   * @param day the day
   */
  public record Entry(int passage, Statement statement, String coder, LocalDate day) {
    /** The order in which annotations count: by day; those of one day as they were added. */
    static final Comparator<Entry> BY_DAY = Comparator.comparing(Entry::day);

    /** Validates that no component is null. */
    public Entry {
      requireNonNull(statement, "statement");
      requireNonNull(coder, "coder");
      requireNonNull(day, "day");
    }
  }

  /**
   * What was found of a quotation otherwise than by annotation.
   *
   * @param id the id of the quotation
   * @param speaker its speaker
   * @param mention where the text mentions the speaker
   * @param confidence how likely it is that the speaker is correct
   * @param rule the rule that attributed it
   * @param fields its fields
   */
  public record Original(
      String id,
      Speaker speaker,
      Optional<Span> mention,
      double confidence,
      String rule,
      Fields fields) {

    /** {@return what was found of a quotation} */
    public static Original of(Quotation found) {
      return new Original(
          found.id(),
          found.speaker(),
          found.mention(),
          found.confidence(),
          found.rule(),
          found.fields());
    }

    /** {@return an annotated quotation as it was found} */
    public Quotation restored(Quotation annotated) {
      return new Quotation(
          annotated.id(),
          annotated.text(),
          annotated.kind(),
          annotated.runs(),
          speaker,
          mention,
          annotated.cue(),
          annotated.said(),
          confidence,
          rule,
          annotated.about(),
          fields);
    }
  }

  /** {@return whether there are no annotations} */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** {@return whether an annotation is on a passage that no quotation is at now} */
  boolean hasDetached() {
    return passages.stream().anyMatch(passage -> passage.now().isEmpty());
  }

  /** {@return the annotations on each quotation by its id, in the order in which they count} */
  public Map<String, List<Entry>> byQuotation() {
    Map<String, List<Entry>> all = new HashMap<>();
    for (Entry entry : entries) {
      passages
          .get(entry.passage())
          .now()
          .ifPresent(id -> all.computeIfAbsent(id, key -> new ArrayList<>()).add(entry));
    }
    all.values().forEach(list -> list.sort(Entry.BY_DAY));
    return all;
  }

  /** {@return additions to this log} */
  public Additions additions() {
    return new Additions(this);
  }

  /** Adds annotations to a log. Not thread-safe. */
  public static final class Additions {
    private final Map<Passage, Integer> passages = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Entry> entries;
    private final List<Original> originals;
    private final Map<Topic, Statement> last = new HashMap<>();
    private int lastNumber;

    /** What a coder says on a day about a quotation, which replaces what was said before. */
    private record Topic(Optional<String> quotation, String field, String coder, LocalDate day) {
      static Topic of(Passage passage, Entry entry) {
        String field = entry.statement() instanceof Label label ? label.field() : "";
        return new Topic(passage.now(), field, entry.coder(), entry.day());
      }
    }

    private Additions(AnnotationLog log) {
      for (Passage passage : log.passages) {
        passages.putIfAbsent(passage, passages.size());
        lastNumber = Math.max(lastNumber, passage.number());
        passage.now().ifPresent(id -> numbers.putIfAbsent(id, passage.number()));
      }
      entries = new ArrayList<>(log.entries);
      originals = log.originals;
      log.entries.forEach(
          entry -> last.put(Topic.of(log.passages.get(entry.passage()), entry), entry.statement()));
    }

    /**
     * Adds an annotation on a passage, unless it repeats what the coder has said.
     *
     * @return whether it was added
     * @throws IllegalArgumentException if there are too many
     */
    public boolean add(Passage annotated, Statement statement, String coder, LocalDate day) {
      Passage passage = annotated.withNumber(number(annotated));
      Integer known = passages.get(passage);
      int index = known == null ? passages.size() : known;
      Entry entry = new Entry(index, statement, coder, day);
      if (statement.equals(last.get(Topic.of(passage, entry)))) {
        return false;
      }
      if (entries.size() >= MAX_ENTRIES) {
        throw new IllegalArgumentException(
            "an article must have at most "
                + MAX_ENTRIES
                + " annotations, but has as many already");
      }
      passages.putIfAbsent(passage, index);
      last.put(Topic.of(passage, entry), statement);
      return entries.add(entry);
    }

    /** {@return the number of the passages of the same quotation, or one that no passage has} */
    private int number(Passage passage) {
      return numbers.computeIfAbsent(passage.now().orElse(passage.id()), id -> ++lastNumber);
    }

    /** {@return the log with the annotations} */
    public AnnotationLog log() {
      return new AnnotationLog(List.copyOf(passages.keySet()), entries, originals);
    }
  }
}
