package onrecord.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The records validate their components and report what is wrong. */
class ModelTest {

  @Nested
  class ASpan {

    @ParameterizedTest
    @CsvSource({"-1, 2", "0, 0", "3, 2", "-3, -2"})
    void rejectsBoundsOfNoSpan(int start, int end) {
      assertThatThrownBy(() -> new Span(start, end))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("span must have 0 <= start < end, but was %d..%d", start, end);
    }

    @Test
    void agreesWithSetsOfIndices() {
      for (Span a : spansUpTo(5)) {
        for (Span b : spansUpTo(5)) {
          assertThat(a.contains(b))
              .as("%s contains %s", a, b)
              .isEqualTo(indices(a).containsAll(indices(b)));
          assertThat(a.overlaps(b))
              .as("%s overlaps %s", a, b)
              .isEqualTo(indices(a).stream().anyMatch(indices(b)::contains));
        }
        assertThat(a.length()).isEqualTo(indices(a).size()).isEqualTo(a.in("abcdef").length());
      }
    }

    @Test
    void isOrderedByStartThenByEnd() {
      List<Span> spans = new ArrayList<>(spansUpTo(4).reversed());

      spans.sort(null);

      assertThat(spans).containsExactlyElementsOf(spansUpTo(4));
    }

    @Test
    void returnsItsWords() {
      assertThat(new Span(2, 5).in("a quay")).isEqualTo("qua");
      assertThatThrownBy(() -> new Span(2, 5).in("abc"))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static List<Span> spansUpTo(int limit) {
      List<Span> spans = new ArrayList<>();
      for (int start = 0; start < limit; start++) {
        for (int end = start + 1; end <= limit; end++) {
          spans.add(new Span(start, end));
        }
      }
      return spans;
    }

    private static List<Integer> indices(Span span) {
      List<Integer> indices = new ArrayList<>();
      for (int i = span.start(); i < span.end(); i++) {
        indices.add(i);
      }
      return indices;
    }
  }

  @Nested
  class AnArticle {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void rejectsBlankComponents(String blank) {
      Map<String, Consumer<Article.Builder>> components =
          Map.of(
              "outlet", b -> b.outlet(blank),
              "section", b -> b.section(blank),
              "author", b -> b.authors(List.of("Ann", blank)),
              "url", b -> b.url(blank),
              "language", b -> b.language(blank),
              "tag", b -> b.tags(List.of(blank)));

      assertBlank(() -> Article.builder(blank, "text").build(), "id", blank);
      assertBlank(() -> Article.builder("id", blank).build(), "text", blank);
      components.forEach((field, set) -> {
        Article.Builder builder = Article.builder("id", "text");
        set.accept(builder);
        assertBlank(builder::build, field, blank);
      });
    }

    private static void assertBlank(ThrowingCallable call, String field, String value) {
      assertThatThrownBy(call)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("%s of an article must not be blank, but was '%s'", field, value);
    }

    @Test
    void copiesTheListsOfTheCaller() {
      List<String> authors = new ArrayList<>(List.of("Ann"));
      Article article = Article.builder("id", "text").authors(authors).build();

      authors.add("Bob");

      assertThat(article.authors()).containsExactly("Ann");
      assertThatThrownBy(() -> article.tags().add("x"))
          .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void hasEmptyComponentsUntilTheyAreSet() {
      Article article = Article.builder("id", "text").build();

      assertThat(article)
          .isEqualTo(
              new Article(
                  "id",
                  "",
                  "text",
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  List.of(),
                  Optional.empty(),
                  Optional.empty(),
                  List.of(),
                  Fields.NONE));
    }
  }

  @Nested
  class AQuotation {
    private final Article article = Article.builder("a1", "“No,” she said, “no.”").build();

    @Test
    void derivesItsIdAndTextFromTheArticle() {
      Quotation quotation =
          Quotation.builder(article, List.of(new Span(1, 4), new Span(17, 20))).build();

      assertThat(quotation.id()).isEqualTo("a1#1");
      assertThat(quotation.text()).isEqualTo("No, no.");
      assertThat(quotation.speaker().isKnown()).isFalse();
    }

    @Test
    void rejectsAnEmptyListOfRuns() {
      assertThatThrownBy(() -> Quotation.builder(article, List.of()).build())
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> with(List.of(), 0, "rule"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("runs of quotation id must not be empty");
    }

    @Test
    void rejectsRunsThatOverlapOrAreOutOfOrder() {
      List<Span> overlapping = List.of(new Span(1, 4), new Span(3, 5));
      List<Span> disordered = List.of(new Span(4, 5), new Span(1, 3));

      for (List<Span> runs : List.of(overlapping, disordered)) {
        assertThatThrownBy(() -> with(runs, 0, "rule"))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(
                "runs of quotation id must be in order and must not overlap, but were %s", runs);
      }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void rejectsAConfidenceOutsideZeroToOne(double confidence) {
      assertThatThrownBy(() -> with(List.of(new Span(1, 4)), confidence, "rule"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("confidence of quotation id must be 0 to 1, but was %s", confidence);
    }

    @Test
    void rejectsABlankRule() {
      assertThatThrownBy(() -> with(List.of(new Span(1, 4)), 0.5, " "))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("rule of a quotation must not be blank, but was ' '");
    }

    private static Quotation with(List<Span> runs, double confidence, String rule) {
      return new Quotation(
          "id",
          "text",
          QuotationKind.DIRECT,
          runs,
          Speaker.UNKNOWN,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          confidence,
          rule,
          List.of(),
          Fields.NONE);
    }
  }

  @Nested
  class ASpeaker {

    @Test
    void rejectsABlankName() {
      assertThatThrownBy(() -> Speaker.of(" ", SpeakerType.PERSON))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("name of a speaker must not be blank, but was ' '");
    }

    @Test
    void isKnownUnlessItsTypeIsUnknown() {
      for (SpeakerType type : SpeakerType.values()) {
        assertThat(Speaker.of("x", type).isKnown())
            .as("%s", type)
            .isEqualTo(type != SpeakerType.UNKNOWN);
      }
    }
  }
}
