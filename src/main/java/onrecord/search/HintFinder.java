package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onrecord.model.FieldType;
import onrecord.query.Facet;
import onrecord.query.FacetKind;
import onrecord.query.Form;
import onrecord.query.Hint;
import onrecord.query.OwnField;
import onrecord.query.Query;
import onrecord.query.Target;
import onrecord.query.TextPattern;
import onrecord.query.TextPattern.Match;
import onrecord.schema.IndexField;
import onrecord.schema.LabelOrdinals;
import onrecord.text.Folding;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/** Finds the parts of a search that no quotation matches. Not thread-safe. */
final class HintFinder {

  private static final int CANDIDATES = 10;
  private static final int NAMES_BETWEEN_CHECKS = 1_000;

  private final Words words = new Words();
  private final SearchScope scope;

  /** A name or a word with its distance from what was searched for. */
  private record Candidate(String text, int distance, long frequency) {
    static final Comparator<Candidate> ORDER =
        Comparator.comparingInt(Candidate::distance)
            .thenComparing(Comparator.comparingLong(Candidate::frequency).reversed())
            .thenComparing(Candidate::text);
  }

  HintFinder(SearchScope scope) {
    this.scope = scope;
  }

  /** {@return the parts that match nothing, if the search finds nothing} */
  List<Hint> find() throws IOException {
    if (!scope.isEmpty()) {
      return List.of();
    }
    Set<Query> parts = new LinkedHashSet<>();
    addParts(scope.search().query(), parts);
    scope
        .search()
        .filters()
        .forEach((facet, values) -> {
          if (hasNames(facet)) {
            values.forEach(value -> parts.add(Query.named(facet, value)));
          }
        });
    List<Hint> hints = new ArrayList<>();
    for (Query part : parts) {
      if (scope.isEmpty(part)) {
        hints.add(new Hint(part.toString(), nearest(part)));
      }
    }
    return hints;
  }

  /** Adds the parts that consist of no others, one for each word of a text. */
  private void addParts(Query query, Set<Query> parts) {
    switch (query) {
      case Query.And q -> q.queries().forEach(part -> addParts(part, parts));
      case Query.Or q -> q.queries().forEach(part -> addParts(part, parts));
      case Query.InArticle q -> addParts(q.query(), parts);
      case Query.Not q -> {}
      case Query.Text q -> {
        if (q.pattern() instanceof TextPattern.Words several
            && !WordField.isName(scope.snapshot(), q.target())) {
          words(several.text())
              .forEach(word ->
                  parts.add(
                      new Query.Text(
                          q.target(), q.form(), new TextPattern.Words(word, Match.ALL))));
        } else {
          parts.add(q);
        }
      }
      default -> parts.add(query);
    }
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.strip().split("(?U)\\s+"))
        .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit));
  }

  private List<String> nearest(Query part) throws IOException {
    return switch (part) {
      case Query.Named q when hasNames(q.facet()) -> nearestNames(q.facet(), q.name());
      case Query.Text q -> {
        Optional<String> text = text(q.pattern());
        if (text.isEmpty() || isStored(q.target())) {
          yield List.of();
        }
        yield WordField.isName(scope.snapshot(), q.target())
            ? nearestNames(q.target().facet().orElseThrow(), text.get())
            : nearestWords(q, text.get());
      }
      default -> List.of();
    };
  }

  private static boolean isStored(Target target) {
    return target instanceof Target.Standard standard && StoredPatterns.areOf(standard);
  }

  private boolean hasNames(Facet facet) {
    return switch (facet) {
      case OwnField own ->
          scope.snapshot().ownFields().type(own).equals(Optional.of(FieldType.NAME));
      case Facet.Standard standard ->
          standard.kind() == FacetKind.NAMES && scope.snapshot().counts(IndexField.of(standard));
    };
  }

  private LabelOrdinals ordinals(Facet facet) throws IOException {
    return switch (facet) {
      case OwnField own -> scope.snapshot().ordinals(scope.snapshot().ownFields().require(own));
      case Facet.Standard standard -> scope.snapshot().ordinals(IndexField.of(standard));
    };
  }

  private static Optional<String> text(TextPattern pattern) {
    return switch (pattern) {
      case TextPattern.Words p -> Optional.of(p.text());
      case TextPattern.Phrase p -> Optional.of(p.text());
      case TextPattern.Near p -> Optional.of(p.text());
      case TextPattern.Fuzzy p -> Optional.of(p.word());
      case TextPattern.Wildcard p -> Optional.empty();
      case TextPattern.Regex p -> Optional.empty();
      case TextPattern.Tokens p -> Optional.empty();
    };
  }

  private List<String> nearestNames(Facet facet, String name) throws IOException {
    LabelOrdinals ordinals = ordinals(facet);
    LabelOrdinals.Names names = ordinals.names();
    TopN<Candidate> nearest = new TopN<>(Candidate.ORDER, CANDIDATES);
    String folded = Folding.fold(name);
    Set<String> parts = Set.copyOf(words.terms(name));
    int maximum = Math.clamp(folded.length() / 3, 1, 4);
    for (int number = 0; number < ordinals.size(); number++) {
      if (number % NAMES_BETWEEN_CHECKS == 0) {
        scope.time().check();
      }
      String other = names.name(number);
      int distance = EditDistance.of(folded, Folding.fold(other), maximum);
      if (distance > maximum && haveSameParts(parts, Set.copyOf(words.terms(other)))) {
        distance = maximum;
      }
      if (distance <= maximum && !other.equals(Facet.UNKNOWN)) {
        nearest.offer(new Candidate(other, distance, 0));
      }
    }
    List<String> found = new ArrayList<>();
    for (Candidate candidate : nearest.inOrder()) {
      if (found.size() < Hint.MAX_NEAREST && !scope.isEmpty(Query.named(facet, candidate.text()))) {
        found.add(candidate.text());
      }
    }
    return found;
  }

  private static boolean haveSameParts(Set<String> parts, Set<String> others) {
    return !parts.isEmpty()
        && !others.isEmpty()
        && (parts.containsAll(others) || others.containsAll(parts));
  }

  private List<String> nearestWords(Query.Text text, String searched) throws IOException {
    WordField field = WordField.of(scope.snapshot(), text.target(), Form.EXACT);
    TopN<Candidate> nearest = new TopN<>(Candidate.ORDER, Hint.MAX_NEAREST);
    for (String word : words.terms(searched)) {
      addNearest(field, word, nearest);
    }
    return nearest.inOrder().stream().map(Candidate::text).toList();
  }

  private void addNearest(WordField field, String word, TopN<Candidate> nearest)
      throws IOException {
    Terms all = MultiTerms.getTerms(scope.snapshot().reader(), field.name());
    if (all == null || all.iterator().seekExact(new BytesRef(word))) {
      return;
    }
    int edits = word.length() < 5 ? 1 : 2;
    CompiledAutomaton similar =
        new CompiledAutomaton(field.terms(WordAutomata.fuzzy(word, edits)), false, true, false);
    TermsEnum terms = similar.getTermsEnum(all);
    for (BytesRef term = terms.next(); term != null; term = terms.next()) {
      String other = field.wordOf(term).orElse(word);
      if (!other.equals(word)) {
        int distance = EditDistance.of(word, other, edits + 1);
        nearest.offer(new Candidate(other, distance, terms.docFreq()));
      }
    }
  }
}
