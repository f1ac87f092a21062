package onrecord.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.source.ArticleRecord;

/**
 * Articles of made-up words with ready quotations. An article depends on its number alone. The
 * frequencies of words, speakers and outlets follow Zipf's law; the days of publication cover
 * twelve years. Immutable.
 */
final class MadeArticles {

  private static final LocalDate FIRST_DAY = LocalDate.of(2009, 1, 1);
  private static final int DAYS = 12 * 365;
  private static final int WORDS = 40_000;
  private static final int SPEAKERS = 300_000;
  private static final int OUTLETS = 500;
  private static final int AUTHORS = 5_000;

  /** More than the number of any article. */
  private static final int REVISIONS = 1_500_000_000;

  private static final List<String> CUES =
      List.of("said", "told reporters", "added", "argued", "warned", "explained", "replied");
  private static final List<String> SECTIONS =
      List.of("Business", "City", "Culture", "Opinion", "Politics", "Sport", "World");
  private static final List<String> SYLLABLES =
      List.of(
          "ba", "cor", "dan", "el", "fi", "gra", "hol", "im", "ju", "ker", "lo", "mar", "ne", "or",
          "pel", "qui", "ros", "sta", "tu", "ul", "ver", "wen", "yor", "zan");

  private MadeArticles() {}

  /** {@return an article with quotations and the day that it is published on} */
  static ArticleRecord article(int number) {
    return new Writing(number, number).record();
  }

  /** {@return a later version of an article, which has the same id and other words} */
  static ArticleRecord revised(int number) {
    return new Writing(number, number + REVISIONS).record();
  }

  /** {@return the id of an article} */
  static String id(int number) {
    return "article-" + number;
  }

  /** {@return articles with the numbers from 0} */
  static Stream<ArticleRecord> first(int count) {
    return IntStream.range(0, count).mapToObj(MadeArticles::article);
  }

  /** {@return the word with a rank in the order of frequency} */
  static String word(int rank) {
    StringBuilder word = new StringBuilder();
    for (int rest = rank + 1; rest > 0; rest /= SYLLABLES.size()) {
      word.append(SYLLABLES.get(rest % SYLLABLES.size()));
    }
    return word.toString();
  }

  /** {@return the name with a rank in the order of frequency} */
  static String speaker(int rank) {
    return capital(word(rank % 700)) + " " + capital(word(700 + rank / 3)) + "son";
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** The writing of one article. Not thread-safe. */
  private static final class Writing {
    private final int number;
    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final List<Said> said = new ArrayList<>();

    /** A quotation whose places in the text are known. */
    private record Said(Span words, Span name, Span cue, String speaker, List<String> about) {}

    Writing(int number, int seed) {
      this.number = number;
      this.random = new Random(20_201_122L + seed * 7919L);
    }

    /** Returns a rank whose probability is inversely proportional to it. */
    private int rank(int count) {
      return (int) Math.min(count - 1, Math.exp(random.nextDouble() * Math.log(count + 1)) - 1);
    }

    private String word() {
      String word = MadeArticles.word(rank(WORDS));
      return switch (random.nextInt(12)) {
        case 0 -> word + "s";
        case 1 -> word + "ed";
        case 2 -> word + "ing";
        default -> word;
      };
    }

    private String words(int count) {
      StringBuilder sentence = new StringBuilder(capital(word()));
      for (int i = 1; i < count; i++) {
        sentence.append(i % 9 == 0 ? ", " : " ").append(word());
      }
      return sentence.toString();
    }

    private Span append(String part) {
      int start = text.length();
      text.append(part);
      return new Span(start, text.length());
    }

    private void quote(String speaker) {
      text.append('\u201c');
      boolean names = random.nextInt(4) == 0;
      String other = speaker(rank(SPEAKERS));
      Span words = append(words(8 + random.nextInt(30)) + (names ? " " + other : "") + ",");
      text.append("\u201d ");
      Span name = append(speaker);
      text.append(' ');
      Span cue = append(CUES.get(rank(CUES.size())));
      text.append(" in ").append(word()).append(". ");
      said.add(new Said(words, name, cue, speaker, names ? List.of(other) : List.of()));
    }

    ArticleRecord record() {
      int quotations = 6 + random.nextInt(23);
      List<String> speakers = Stream.generate(() -> speaker(rank(SPEAKERS))).limit(4).toList();
      String title = words(8);
      text.append(words(18)).append(". ");
      for (int i = 0; i < quotations; i++) {
        quote(speakers.get(random.nextInt(speakers.size())));
        if (i % 3 == 0) {
          text.append(words(12 + random.nextInt(12))).append(".\n\n");
        }
      }
      Article article =
          Article.builder(id(number), text.toString())
              .title(title)
              .published(Published.on(FIRST_DAY.plusDays(random.nextInt(DAYS))))
              .outlet("The " + capital(MadeArticles.word(rank(OUTLETS))) + " Post")
              .section(SECTIONS.get(rank(SECTIONS.size())))
              .authors(List.of(speaker(rank(AUTHORS))))
              .language("en")
              .url("https://news.example/" + number)
              .build();
      return ArticleRecord.of(
          "made", 0, article, said.stream().map(s -> quotation(article, s)).toList());
    }

    private Quotation quotation(Article article, Said s) {
      return Quotation.builder(article, List.of(s.words()))
          .kind(random.nextInt(10) == 0 ? QuotationKind.MIXED : QuotationKind.DIRECT)
          .speaker(new Speaker(s.speaker(), SpeakerType.PERSON, Optional.empty()))
          .mention(s.name())
          .cue(s.cue())
          .about(s.about())
          .confidence(0.5 + random.nextInt(50) / 100.0)
          .build();
    }
  }
}
