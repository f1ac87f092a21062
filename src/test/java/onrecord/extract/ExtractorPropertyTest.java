package onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds of every text, however odd: checked on random soups of the things extraction reads.
 */
class ExtractorPropertyTest {

  private static final int TEXTS = 3000;

  private static final String[] PIECES = {
    "\"",
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "'",
    "'",
    "''",
    "``",
    "«",
    "»",
    "„",
    "‟",
    "‹",
    "›",
    "\"'",
    "'\"",
    "said",
    "says",
    "added",
    "according to",
    "According to",
    "told",
    "asked",
    "wrote",
    "tweeted:",
    "calling it",
    "who said",
    "was quoted as saying",
    "in a statement",
    "as follows:",
    "said that",
    "Mara Quill",
    "QUILL:",
    "Quill",
    "Mr.",
    "Mrs. Quill",
    "Dr",
    "Sen. Tom de la Rue Jr.",
    "O'Dowd",
    "the mayor",
    "a source close to the deal",
    "Two officials",
    "the company",
    "it",
    "he",
    "she",
    "they",
    "I",
    "we",
    "his wife",
    "Ms. Quill's lawyer",
    "the Harbour Board",
    "Q:",
    "A:",
    "VOICE:",
    "on Sunday",
    "on November 7",
    "yesterday",
    "in 2009",
    "last week",
    "on 31 February",
    "in 0000",
    "on February 29, 2023",
    "in 99999999999999",
    "tomorrow",
    "this morning",
    "Monday",
    "May",
    "the river is high",
    "no",
    "Yes, we will",
    "don't",
    "'90s",
    "6'2\"",
    "42\"",
    "rock 'n' roll",
    ",",
    ".",
    "?",
    "!",
    ";",
    ":",
    "—",
    "–",
    "--",
    "…",
    "...",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "@x",
    "#y",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u2028",
    "\u0085",
    "\t",
    " ",
    "  ",
    "\u00a0",
    "\u3000",
    "\u200b",
    "\u0000",
    "\ufeff",
    "\ufffd",
    "\u202e",
    "\u200f",
    "\ud800",
    "\udc00",
    "\udc00\ud800",
    "🚢",
    "é",
    "e\u0301",
    "İ",
    "ı",
    "ß",
    "ŉ",
    "ǆ",
    "Ω",
    "中文",
    "مرحبا",
    "१२",
    "½",
    "Ⅷ",
    "a".repeat(300),
    "\u0301",
  };

  @Test
  void holdsItsPromisesOnRandomText() {
    Extractor extractor = new Extractor();
    for (long seed = 0; seed < TEXTS; seed++) {
      Article article = article(new Random(seed));
      List<Quotation> quotations = extract(extractor, article, "seed " + seed);
      check(article, quotations, "seed " + seed);
      assertThat(new Extractor().extract(article)).as("seed %d, again", seed).isEqualTo(quotations);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "“",
        "”",
        "'",
        "‘",
        "’",
        "''",
        "\" ",
        "\n\"",
        "\"\n",
        "“‘",
        "a\"",
        "\"a\" ",
        "'a' ",
        "said ",
        "Quill ",
        "\"x,\" Quill said. ",
        "\"x,\" he said, ",
        "\"x\n\n",
        "he ",
        "according to ",
        "(",
        "…",
        "\ud800",
        "\u0000",
        "\u0301",
        "Mr. ",
        "the ",
        "a",
        "A",
        "Q: ",
        "Quill: ",
        "on Sunday "
      })
  void holdsItsPromisesOnTheSamePieceOverAndOver(String piece) {
    Article article = Article.builder("repeated", "x" + piece.repeat(20_000)).build();

    check(article, extract(new Extractor(), article, piece), piece);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the ice, said he, said he ",
        "he said that, which, which, ",
        "he told him that that ",
        "some accused both have all said ",
        "he praised the ice, and the ice, ",
        "according to him, "
      })
  @Timeout(20)
  void takesLinearTimeForASentenceThatDoesNotEndBeforeALoneMark(String piece) {
    Article article = Article.builder("repeated", piece.repeat(20_000) + "\"").build();

    check(article, extract(new Extractor(), article, piece), piece);
  }

  private static List<Quotation> extract(Extractor extractor, Article article, String what) {
    List<List<Quotation>> result = new ArrayList<>();
    assertThatCode(() -> result.add(extractor.extract(article)))
        .as("%s: %s", what, shown(article))
        .doesNotThrowAnyException();
    return result.get(0);
  }

  private static void check(Article article, List<Quotation> quotations, String what) {
    String text = article.text();
    Set<String> ids = new HashSet<>();
    int firstStart = -1;
    List<Span> runs = new ArrayList<>();
    for (Quotation q : quotations) {
      String as = what + ", " + q.id() + " in " + shown(article);
      assertThat(ids.add(q.id())).as("id is new, %s", as).isTrue();
      assertThat(q.runs().get(0).start()).as("in order, %s", as).isGreaterThan(firstStart);
      firstStart = q.runs().get(0).start();
      for (Span run : q.runs()) {
        assertThat(run.end()).as("run in the text, %s", as).isLessThanOrEqualTo(text.length());
        assertThat(run.in(text)).as("run, %s", as).isNotBlank();
        assertThat(splitsCharacter(run, text)).as("run splits a character, %s", as).isFalse();
      }
      q.mention().ifPresent(m -> checkWords(m, text, "mention, " + as));
      q.cue().ifPresent(c -> checkWords(c, text, "cue, " + as));
      q.said().ifPresent(s -> checkWords(s.expression(), text, "said, " + as));
      runs.addAll(q.runs());
    }
    runs.sort(null);
    for (int i = 1; i < runs.size(); i++) {
      assertThat(runs.get(i - 1).overlaps(runs.get(i)))
          .as("%s and %s overlap, %s in %s", runs.get(i - 1), runs.get(i), what, shown(article))
          .isFalse();
    }
  }

  private static void checkWords(Span span, String text, String as) {
    assertThat(span.end()).as(as).isLessThanOrEqualTo(text.length());
    assertThat(span.in(text)).as(as).isNotBlank().isEqualTo(span.in(text).strip());
    assertThat(splitsCharacter(span, text)).as("splits a character: %s", as).isFalse();
  }

  private static boolean splitsCharacter(Span span, String text) {
    return splitsCharacter(span.start(), text) || splitsCharacter(span.end(), text);
  }

  private static boolean splitsCharacter(int index, String text) {
    return index > 0
        && index < text.length()
        && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
  }

  private static Article article(Random random) {
    StringBuilder text = new StringBuilder("A");
    int pieces = random.nextInt(120);
    boolean spaced = random.nextInt(4) > 0;
    for (int i = 0; i < pieces; i++) {
      if (spaced && random.nextInt(8) > 0) {
        text.append(' ');
      }
      text.append(
          random.nextInt(10) == 0
              ? String.valueOf((char) random.nextInt(0x10000))
              : PIECES[random.nextInt(PIECES.length)]);
    }
    Article.Builder article = Article.builder("random", text.toString());
    if (random.nextBoolean()) {
      article.published(Published.on(LocalDate.ofEpochDay(random.nextInt(40_000))));
    }
    if (random.nextBoolean()) {
      article.title(text.substring(0, random.nextInt(text.length())));
      article.authors(List.of("Ann Author"));
    }
    return article.build();
  }

  /** The text with everything but plain letters escaped, shortened. */
  private static String shown(Article article) {
    StringBuilder shown = new StringBuilder();
    article
        .text()
        .chars()
        .limit(600)
        .forEach(c -> {
          if (c >= ' ' && c < 0x7f) {
            shown.append((char) c);
          } else {
            shown.append("\\u").append(String.format(Locale.ROOT, "%04x", c));
          }
        });
    return "<" + shown + ">";
  }
}
