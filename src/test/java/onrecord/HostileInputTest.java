package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.extract.Extractor;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.InvalidSearchException;
import onrecord.query.Query;
import onrecord.query.QuerySyntaxException;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import onrecord.query.SearchResult;
import onrecord.query.Selection;
import onrecord.source.ArticleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Input that is made to hurt, and the clear answer to it; nothing runs for ever. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileInputTest {

  private static SearchResult search(Archive archive, Query query) throws IOException {
    return archive.search(Search.builder(query).kinds(Selection.ALL_KINDS).build());
  }

  @Test
  void unpairedSurrogatesComeBackAsReplacementCharacters() throws IOException {
    Article odd =
        Article.builder("odd", "\uD800 “It opens\uDC00 today,” said Ann Lee. \uD83D").build();
    try (Archive archive = Archive.inMemory()) {
      archive.add(odd);
      archive.commit();

      assertThat(archive.article("odd").orElseThrow().text())
          .isEqualTo("\uFFFD “It opens\uFFFD today,” said Ann Lee. \uFFFD");
      assertThat(search(archive, Query.words("opens")).total()).isEqualTo(1);
      assertThat(archive.verify().problems()).isEmpty();
      archive.add(odd);
      assertThat(archive.addAll(Stream.of(ArticleRecord.of("x", 0, odd))).unchanged()).isEqualTo(1);
    }
  }

  @Test
  void nulAndMarksOfDirectionAreKeptAsTheyAre() throws IOException {
    Article odd =
        Article.builder("a\u0000b\u202Ec", "“A\u0000 \u202Egate\u202C opens,” said\u200F Ann Lee.")
            .title("\u2066\u0000")
            .outlet("\u202EThe Post")
            .tags(List.of("\u0000", "\uFEFF"))
            .build();
    Quotation quotation =
        Quotation.builder(odd, List.of(new Span(1, 4)))
            .speaker(Speaker.of("Ann\u0000\u202ELee", SpeakerType.PERSON))
            .build();
    try (Archive archive = Archive.inMemory()) {
      archive.add(odd, List.of(quotation));
      archive.commit();

      assertThat(archive.article(odd.id())).contains(odd);
      assertThat(search(archive, Query.outlet("\u202EThe Post")).hits())
          .extracting(hit -> hit.quotation())
          .containsExactly(quotation);
      assertThat(archive.verify().problems()).isEmpty();
    }
  }

  @Test
  void tenMillionQuotationMarksAreAnArticleAsAnyOther() throws IOException {
    Article marks = Article.builder("marks", "\"".repeat(9_999_990) + " she said").build();
    try (Archive archive = Archive.inMemory()) {
      archive.add(marks);
      archive.commit();

      assertThat(archive.info().articles()).isEqualTo(1);
      assertThat(archive.info().quotations()).isEqualTo(new Extractor().extract(marks).size());
    }
  }

  @Test
  void aMillionQuotationsInOneSentenceAreExtractedLikeTen() {
    for (String words : List.of("“x” ", "“a long fight” and ")) {
      assertThat(quotations(words, 1_000_000)).hasSize(100_000 * quotations(words, 10).size());
    }
  }

  private static List<Quotation> quotations(String words, int times) {
    String headline = "Ann Lee ready for " + words.repeat(times);
    return new Extractor().extract(Article.builder("headline", headline).build());
  }

  @Test
  void tenMillionCurlyMarksAreLongerThanAnArticleMayBe() throws IOException {
    try (Archive archive = Archive.inMemory()) {
      assertThatThrownBy(
              () -> archive.add(Article.builder("marks", "“".repeat(10_000_000)).build()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("at most 10000000 bytes in UTF-8, but has 30000000");
    }
  }

  @Test
  void tooManyQuotationsAreRefused() throws IOException {
    Article article = Article.builder("many", "x".repeat(200_001)).build();
    List<Quotation> quotations =
        IntStream.range(0, 200_001)
            .mapToObj(at -> Quotation.builder(article, List.of(new Span(at, at + 1))).build())
            .toList();
    try (Archive archive = Archive.inMemory()) {
      assertThatThrownBy(() -> archive.add(article, quotations))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("at most 200000 quotations, but has 200001");
    }
  }

  @Test
  void aQueryOfAHundredThousandTermsIsRefusedWithItsLimit() throws IOException {
    String terms =
        IntStream.range(0, 100_000).mapToObj(i -> "term" + i).collect(Collectors.joining(" "));
    try (Archive archive = Archive.inMemory()) {
      assertThatThrownBy(() -> search(archive, Query.words(terms)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("at most");
      assertThatThrownBy(() -> search(archive, Query.parse(terms)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(search(archive, Query.all()).total()).isZero();
    }
  }

  @Test
  void aQueryNestedAHundredThousandTimesIsRefused() throws IOException {
    assertThatThrownBy(() -> Query.parse("(".repeat(100_000) + "a" + ")".repeat(100_000)))
        .isInstanceOf(QuerySyntaxException.class);
    assertThatThrownBy(() -> Stream.iterate(Query.words("a"), Query::not).limit(100_000).toList())
        .isInstanceOf(SearchLimitException.class);
  }

  @Test
  void aQueryOfManyBracketsBehindAFieldIsRefusedWithItsLimit() throws IOException {
    try (Archive archive = Archive.inMemory()) {
      assertThatThrownBy(() -> search(archive, Query.parse("title:b" + " (c)".repeat(240_000))))
          .isInstanceOf(SearchLimitException.class)
          .hasMessageContaining("at most");
    }
  }

  @Test
  void aQueryThatSharesItsPartsIsNoMoreThanItsParts() {
    Query shared = Query.words("a");
    for (int i = 0; i < 40; i++) {
      shared = new Query.And(List.of(shared, shared));
    }
    assertThat(Search.of(shared).kinds()).isEqualTo(Selection.QUOTED);
  }

  @Test
  void aRegularExpressionThatExplodesIsRefused() throws IOException {
    try (Archive archive = Archive.inMemory()) {
      archive.add(Article.builder("a", "“It opens in May,” said Ann Lee.").build());
      archive.commit();

      for (String regex : List.of("(a|b)*a(a|b){25}", "((a{1,99}){1,99}){1,99}")) {
        assertThat(refused(archive, regex)).as(regex).isTrue();
      }
      // These may be answered or refused, but must not keep the search for ever.
      for (String regex : List.of("(.*a){25}", "(a?){5000}a{5000}", "(a*)*b", "(".repeat(2000))) {
        assertThat(refused(archive, regex)).as(regex).isIn(true, false);
      }
      assertThat(search(archive, Query.parse("/op[a-z]*s/")).total()).isEqualTo(1);
    }
  }

  private static boolean refused(Archive archive, String regex) throws IOException {
    try {
      assertThat(search(archive, Query.parse("/" + regex + "/")).total()).isZero();
      return false;
    } catch (QuerySyntaxException | InvalidSearchException | SearchLimitException e) {
      assertThat(e.getMessage()).isNotBlank();
      return true;
    }
  }
}
