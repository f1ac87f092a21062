package onrecord.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.schema.AnnotationLog.Passage;

/**
 * Finds the quotations of an article at the passages that were annotated, in a text that may have
 * changed since, and among quotations that may have been found by another extractor. Not
 * thread-safe.
 *
 * <p>The words of a passage are first looked for in the text as they were: where they were, or else
 * at the place with the most text around it that is the same, and of these the nearest. A few words
 * are found only in similar {@link Surroundings}, since others may have said the same. Passages of
 * different quotations are at different places: those with the most text in common are placed
 * first. The quotation at a place is the one that has the most characters in common with it, if
 * these are at least half of what either has.
 *
 * <p>If the text does not have the words as they were, {@link SimilarQuotations} are looked for.
 * What is found depends on the article and the passages alone, not on what was found before.
 */
final class PassageFinder {

  /** The maximum number of places with the words of a passage that are compared. */
  private static final int MAX_PLACES = 1_000;

  /** The maximum number of places with the words of a passage that are candidates. */
  private static final int MAX_CANDIDATES = 20;

  /** The number of characters of words that are found whatever is around them. */
  static final int LONG = 24;

  private final String text;
  private final List<Quotation> quotations;

  PassageFinder(Article article, List<Quotation> quotations) {
    this.text = article.text();
    this.quotations = quotations;
  }

  /**
   * A place where the words of a passage are.
   *
   * @param passage the index of the passage
   * @param runs the runs of the passage that are there
   * @param around what is around it as it was around the passage
   * @param distance its distance from where the passage was
   */
  private record Place(int passage, List<Span> runs, Surroundings around, int distance) {
    /** The most likely place is the first. */
    static final Comparator<Place> ORDER =
        Comparator.comparing(Place::around).reversed().thenComparingInt(Place::distance);

    int start() {
      return runs.getFirst().start();
    }
  }

  /** {@return the passage of a quotation, whose number is not known yet} */
  static Passage passage(String text, Quotation quotation) {
    List<Span> runs = quotation.runs();
    int start = runs.getFirst().start();
    int end = runs.getLast().end();
    return new Passage(
        0,
        quotation.id(),
        runs,
        runs.stream().map(run -> run.in(text)).toList(),
        text.substring(Math.max(0, start - Surroundings.LENGTH), start),
        text.substring(end, Math.min(text.length(), end + Surroundings.LENGTH)),
        Optional.of(quotation.id()));
  }

  /** {@return the passages with the quotations that are at them} */
  List<Passage> find(List<Passage> passages) {
    List<List<Place>> places = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      places.add(places(passages.get(i), i));
    }
    Map<Integer, Place> chosen = chosen(passages, places);
    List<Passage> found = new ArrayList<>();
    Map<String, Integer> taken = new HashMap<>();
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      Optional<String> quotation =
          Optional.ofNullable(chosen.get(i)).flatMap(place -> at(place.runs())).map(Quotation::id);
      quotation.ifPresent(id -> taken.putIfAbsent(id, passage.number()));
      found.add(passage.at(quotation));
    }
    SimilarQuotations similar = null;
    for (int i = 0; i < passages.size(); i++) {
      if (places.get(i).isEmpty() && !text.contains(passages.get(i).words().getFirst())) {
        similar = similar == null ? new SimilarQuotations(text, quotations, taken) : similar;
        found.set(i, passages.get(i).at(similar.find(passages.get(i)).map(Quotation::id)));
      }
    }
    return found;
  }

  /** {@return the places of passages, by the indexes of these} */
  private static Map<Integer, Place> chosen(List<Passage> passages, List<List<Place>> places) {
    Map<Integer, Place> chosen = new HashMap<>();
    Map<Integer, Integer> numbers = new HashMap<>();
    Map<Integer, Integer> starts = new HashMap<>();
    places.stream()
        .flatMap(List::stream)
        .sorted(Place.ORDER)
        .filter(place -> !chosen.containsKey(place.passage()))
        .forEach(place -> {
          int number = passages.get(place.passage()).number();
          int start = place.start();
          if (numbers.getOrDefault(start, number) == number
              && starts.getOrDefault(number, start) == start) {
            numbers.put(start, number);
            starts.put(number, start);
            chosen.put(place.passage(), place);
          }
        });
    return chosen;
  }

  /** {@return the places with the words of a passage, the most likely first} */
  private List<Place> places(Passage passage, int index) {
    int start = passage.runs().getFirst().start();
    String first = passage.words().getFirst();
    if (text.startsWith(first, start)) {
      Place same = place(passage, index, start);
      if (same.around().areSame()) {
        return List.of(same);
      }
    }
    List<Place> places = new ArrayList<>();
    int from = text.indexOf(first);
    while (from >= 0 && places.size() < MAX_PLACES) {
      Place place = place(passage, index, from);
      if (first.length() >= LONG || place.around().areSimilar()) {
        places.add(place);
      }
      from = text.indexOf(first, from + 1);
    }
    return places.stream().sorted(Place.ORDER).limit(MAX_CANDIDATES).toList();
  }

  /** {@return the place of a passage whose first run starts at an index, which has its words} */
  private Place place(Passage passage, int index, int start) {
    List<Span> runs = new ArrayList<>();
    int shift = start - passage.runs().getFirst().start();
    int end = start;
    for (int i = 0; i < passage.runs().size(); i++) {
      String words = passage.words().get(i);
      int expected = passage.runs().get(i).start() + shift;
      int found =
          expected >= end && text.startsWith(words, expected) ? expected : text.indexOf(words, end);
      if (found >= 0) {
        end = found + words.length();
        runs.add(new Span(found, end));
      }
    }
    return new Place(index, runs, Surroundings.of(passage, text, start, end), Math.abs(shift));
  }

  /** {@return the quotation that has the most in common with a place} */
  private Optional<Quotation> at(List<Span> place) {
    Optional<Quotation> best = Optional.empty();
    long common = 0;
    long all = 1;
    for (Quotation quotation : quotations) {
      long shared = shared(place, quotation.runs());
      long either = length(place) + length(quotation.runs()) - shared;
      // The share of what they have in common is compared as a fraction.
      if (2 * shared >= either && shared * all > common * either) {
        best = Optional.of(quotation);
        common = shared;
        all = either;
      }
    }
    return best;
  }

  private static long length(List<Span> spans) {
    return spans.stream().mapToLong(Span::length).sum();
  }

  private static long shared(List<Span> spans, List<Span> others) {
    long shared = 0;
    for (Span span : spans) {
      for (Span other : others) {
        shared +=
            Math.max(0, Math.min(span.end(), other.end()) - Math.max(span.start(), other.start()));
      }
    }
    return shared;
  }
}
